import type { Nodes, Root } from 'mdast';
import { everyDraft } from '../schema/registry.ts';
import { isSafeHttpsUrl } from '../schema/safe-url.ts';
import { findUnsafeCharacters } from '../schema/unsafe-characters.ts';
import { parseMarkdown } from './markdown-tree.ts';
import { markedValues, type Wanted } from './marked-values.ts';
import { type RegistryRule, shown } from './rule.ts';
import { deepNode, MAX_TEXT_DEPTH, tangleOf } from './tangled.ts';

/** Text without any of these is no Markdown that could hold HTML, a link or an escaped character, and need not be parsed. */
const MAY_MATTER = /[<[\]&@]|:\/\/|www\./i;
/** So many marks of emphasis could nest deeply. */
const MANY_MARKS = MAX_TEXT_DEPTH * 2;

const isMarkdown: Wanted = ({ notation }) => notation === 'markdown';

/** Remedies for what a text may not have in either notation. */
export const TEXT_HINTS = {
  image: 'Take the picture out, and link to a page that shows it.',
  link: 'Give an address that begins with https:// and that everybody can open.',
  character: 'Delete the escape, which begins with &.',
  deep: 'Write fewer quotes and lists inside one another.',
  marks: 'Make the text shorter, with fewer links and less emphasis.',
};

export const markdown: RegistryRule = {
  id: 'markdown',
  severity: 'error',
  doc: {
    title: 'Markdown has no HTML, no pictures, and only https links',
    why: 'HTML from a contribution could run code in a reader’s browser, and pictures from elsewhere tell their host who reads.',
    mend: 'Write the text in plain Markdown: paragraphs, lists, emphasis, https links. Put < between backticks.',
  },
  messages: {
    html: 'HTML is not allowed in Markdown.',
    image: 'Pictures are not allowed in Markdown.',
    footnote: 'Footnotes are not allowed in Markdown.',
    link: 'This link does not lead to an https address.',
    character: 'The invisible or control character {name} is written as an escape here.',
    deep: 'The text is nested more than {max} levels deep.',
    marks: 'The text has more than {max} square brackets and marks of emphasis.',
  },
  hints: { ...TEXT_HINTS, footnote: 'Write the note in the text itself.' },
  each: true,
  check(registry, report) {
    for (const record of everyDraft(registry)) {
      for (const { value, path } of markedValues(record, isMarkdown)) {
        const text = String(value);
        for (const { offset: _, ...fault } of textFaults(text, parseIfNeeded, footnoteFaults))
          report({ file: record.file, path, ...fault });
      }
    }
  },
};

/** Footnotes need places to lead to and a heading in the page's language, which a field of a page does not have. */
export function footnoteFaults(node: Nodes): TextFault[] {
  const offset = node.position?.start.offset ?? 0;
  if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition')
    return [{ code: 'footnote', found: shown(`[^${node.label ?? node.identifier}]`), offset }];
  return 'children' in node ? node.children.flatMap(footnoteFaults) : [];
}

function parseIfNeeded(text: string): Root | undefined {
  const marks = text.split(/[*_~]/, MANY_MARKS + 1).length - 1;
  return MAY_MATTER.test(text) || marks >= MANY_MARKS ? parseMarkdown(text) : undefined;
}

export interface TextFault {
  readonly code: string;
  readonly found?: string;
  /** In the text. */
  readonly offset: number;
  readonly values?: Readonly<Record<string, string | number>>;
}

/**
 * What a text holds that may not be shown: first what would make its parsing or rendering fail, then what stands in it. `parse` may yield
 * nothing for a text that needs no look; `more` finds what is a fault in one notation only, `isLink` which addresses a link may have.
 */
export function textFaults(
  text: string,
  parse: (text: string) => Root | undefined,
  more: (tree: Root) => TextFault[] = () => [],
  isLink: (url: string) => boolean = isSafeHttpsUrl,
): TextFault[] {
  const tangle = tangleOf(text);
  if (tangle !== undefined) return [tangle];
  const tree = parse(text);
  if (tree === undefined) return [];
  const deep = deepNode(tree);
  return deep === undefined ? [...more(tree), ...nodeFaults(tree, isLink)] : [deep];
}

function nodeFaults(node: Nodes, isLink: (url: string) => boolean): TextFault[] {
  const faults: TextFault[] = [];
  const offset = node.position?.start.offset ?? 0;
  if (node.type === 'html') faults.push({ code: 'html', found: shown(node.value), offset });
  if (node.type === 'image' || node.type === 'imageReference')
    faults.push({ code: 'image', found: shown(node.alt ?? ''), offset });
  if ((node.type === 'link' || node.type === 'definition') && !isLink(node.url))
    faults.push({ code: 'link', found: shown(node.url), offset });
  // References as &#x202e; write what the check of the bytes could not see.
  if (node.type === 'text')
    for (const { name } of findUnsafeCharacters(node.value))
      faults.push({ code: 'character', found: name, offset, values: { name } });
  if ('children' in node) for (const child of node.children) faults.push(...nodeFaults(child, isLink));
  return faults;
}
