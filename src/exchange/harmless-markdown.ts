import type { Nodes } from 'mdast';
import { parseMarkdown } from '../rules/markdown-tree.ts';
import { deepNode, tangleOf } from '../rules/tangled.ts';
import { isSafeHttpsUrl } from '../schema/safe-url.ts';

export interface Harmless {
  readonly text: string;
  /** Something was taken out. */
  readonly changed: boolean;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A text in Markdown without what descriptions may not have: HTML tags go and leave what stands between them, pictures leave their text, links
 * that lead to no https address leave theirs. One `<br>` should not cost a person the whole text. What is too tangled to parse stays as it is.
 */
export function harmlessMarkdown(text: string): Harmless {
  if (tangleOf(text) !== undefined) return { text, changed: false };
  const tree = parseMarkdown(text);
  if (deepNode(tree) !== undefined) return { text, changed: false };
  const edits = editsOf(tree, text).toSorted((a, b) => b.start - a.start);
  const made = edits.reduce((whole, { start, end, text: put }) => whole.slice(0, start) + put + whole.slice(end), text);
  return { text: made.trim(), changed: edits.length > 0 };
}

function editsOf(node: Nodes, text: string): Edit[] {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const instead = replacementOf(node, text);
  if (instead !== undefined) return [{ start, end, text: instead }];
  return 'children' in node ? node.children.flatMap((child) => editsOf(child, text)) : [];
}

/** What stands in place of a node that may not be there. */
function replacementOf(node: Nodes, text: string): string | undefined {
  switch (node.type) {
    case 'html':
      return node.value.replace(/<!--[\s\S]*?(?:-->|$)|<[^<>]*>?/g, '').replaceAll('<', '');
    case 'image':
    case 'imageReference':
      return plain(node.alt ?? '');
    case 'definition':
      return isSafeHttpsUrl(node.url) ? undefined : '';
    case 'link':
      return isSafeHttpsUrl(node.url) ? undefined : linkText(node, text);
    default:
      return undefined;
  }
}

/** The text of a link; an address that is its own text would become a link again, unless it is code. */
function linkText(node: Extract<Nodes, { type: 'link' }>, text: string): string {
  const inner = text.slice(
    node.children[0]?.position?.start.offset ?? 0,
    node.children.at(-1)?.position?.end.offset ?? 0,
  );
  if (text[node.position?.start.offset ?? 0] !== '[') return `\`${inner.replaceAll('`', '')}\``;
  return plain(inner);
}

/** A text that nothing is made of. */
function plain(text: string): string {
  return text.replace(/[<>[\]]/g, ' ').trim();
}
