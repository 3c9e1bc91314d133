import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { isSafeHttpsUrl } from '../schema/safe-url.ts';
import { everyDraft } from '../schema/registry.ts';
import { markedValues } from './marked-values.ts';
import { type RegistryRule, shown } from './rule.ts';

const parser = unified().use(remarkParse).use(remarkGfm);
/** Text without any of these is no Markdown that could hold HTML or a link, and need not be parsed. */
const MAY_MATTER = /[<[\]]|:\/\/|www\./;

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
    link: 'This link does not lead to an https address.',
  },
  check(registry, report) {
    for (const record of everyDraft(registry)) {
      for (const { value, path } of markedValues(record, ({ notation }) => notation === 'markdown')) {
        const text = String(value);
        if (!MAY_MATTER.test(text)) continue;
        for (const { code, found } of markdownFaults(parser.parse(text))) report({ code, file: record.file, path, found });
      }
    }
  },
};

interface MarkdownFault {
  readonly code: 'html' | 'image' | 'link';
  readonly found: string;
  /** In the text. */
  readonly offset: number;
}

/** What a Markdown tree holds that may not be shown. Also asked of MDX bodies. */
export function markdownFaults(node: Nodes): MarkdownFault[] {
  const faults: MarkdownFault[] = [];
  const offset = node.position?.start.offset ?? 0;
  if (node.type === 'html') faults.push({ code: 'html', found: shown(node.value), offset });
  if (node.type === 'image' || node.type === 'imageReference') faults.push({ code: 'image', found: shown(node.alt ?? ''), offset });
  if ((node.type === 'link' || node.type === 'definition') && !isSafeHttpsUrl(node.url)) faults.push({ code: 'link', found: shown(node.url), offset });
  if ('children' in node) for (const child of node.children) faults.push(...markdownFaults(child));
  return faults;
}
