import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';
import { isPageLink } from '../schema/page-link.ts';
import { everyDraft } from '../schema/registry.ts';
import { TEXT_HINTS, type TextFault, textFaults } from './markdown.ts';
import { type RegistryRule, shown } from './rule.ts';

/** The tree of a text in MDX, as remark-mdx with remark-gfm makes it, by their parts: see `parseMarkdown`. Throws where the text is none. */
export function parseMdx(text: string): Root {
  return fromMarkdown(text, {
    extensions: [gfm(), mdxjs()],
    mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()],
  });
}

/** Components that a text may use, with the attributes that each takes as literal text. */
export const COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  Project: ['id'],
  Standard: ['id'],
  Organization: ['id'],
};

export const mdx: RegistryRule = {
  id: 'mdx',
  severity: 'error',
  doc: {
    title: 'Texts are prose: no code, and only known components',
    why: 'MDX runs as a program when the site is built; from a contribution that would be somebody else’s program.',
    mend: 'Write plain Markdown. The components Project, Standard and Organization take an id between quotes.',
  },
  messages: {
    syntax: 'The text is not valid MDX; its reader says: “{problem}”.',
    code: 'Imports, exports and expressions are not allowed.',
    component: 'The component “{name}” is not one that texts may use.',
    attribute: 'The component “{name}” does not take this attribute.',
    image: 'Pictures are not allowed.',
    link: 'This link does not lead to an https address.',
    character: 'The invisible or control character {name} is written as an escape here.',
    deep: 'The text is nested more than {max} levels deep.',
    marks: 'The text has more than {max} square brackets and marks of emphasis.',
  },
  hints: TEXT_HINTS,
  each: true,
  check(registry, report) {
    for (const record of everyDraft(registry)) {
      if (record.body === undefined) continue;
      const { file, bodyOffset = 0 } = record;
      for (const { offset, ...fault } of mdxFaults(record.body))
        report({ file, offset: bodyOffset + offset, ...fault });
    }
    for (const { file, body, bodyOffset } of registry.pages ?? [])
      for (const { offset, ...fault } of mdxFaults(body, isPageLink))
        report({ file, offset: bodyOffset + offset, ...fault });
  },
};

/** What may not stand in an MDX text; `isLink` tells which addresses its links may have, https where it is not given. */
export function mdxFaults(body: string, isLink?: (url: string) => boolean): TextFault[] {
  try {
    return textFaults(body, parseMdx, nodeFaults, isLink);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const problem = shown(error.message.replace(PLACE, '').replace(/\.$/, ''));
    return [{ code: 'syntax', offset: placeOf(error, body), values: { problem } }];
  }
}

/** The place that some messages of the MDX parser say in words, counted in the text alone. */
const PLACE = / \((\d+):(\d+)(?:-\d+:\d+)?\)/;

function nodeFaults(node: Nodes): TextFault[] {
  const offset = node.position?.start.offset ?? 0;
  const faults: TextFault[] = [];
  if (node.type === 'mdxjsEsm' || node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
    faults.push({ code: 'code', found: shown(node.value), offset });
  }
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    const name = node.name ?? '';
    const known = Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined;
    if (known === undefined)
      faults.push({ code: 'component', found: shown(`<${name}>`), offset, values: { name: shown(name) } });
    const literal = node.attributes.every(
      (attribute) =>
        attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string' && known?.includes(attribute.name),
    );
    if (known !== undefined && !literal)
      faults.push({ code: 'attribute', found: shown(`<${name}>`), offset, values: { name } });
  }
  if ('children' in node) for (const child of node.children) faults.push(...nodeFaults(child));
  return faults;
}

/** Where a VFileMessage of the MDX parser points. */
function placeOf(error: Error, text: string): number {
  const place =
    'place' in error ? (error.place as { offset?: number; start?: { offset?: number } } | undefined) : undefined;
  const [, line = '1', column = '1'] = PLACE.exec(error.message) ?? [];
  const above = text.split('\n', Number(line) - 1);
  const stated = above.join('\n').length + Math.min(1, above.length) + Number(column) - 1;
  return place?.offset ?? place?.start?.offset ?? stated;
}
