import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/**
 * The tree of a text in Markdown, whose positions are those of the text. Ask `textFaults` first where the text may be tangled. It is the tree of
 * remark-parse with remark-gfm, whose parts these are: what they have besides, to write Markdown, is half as large again, and browsers load this.
 */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}
