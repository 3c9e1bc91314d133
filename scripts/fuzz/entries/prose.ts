import assert from 'node:assert/strict';
import { checkRegistry } from '../../../src/rules/index.ts';
import { markdown } from '../../../src/rules/markdown.ts';
import { mdx } from '../../../src/rules/mdx.ts';
import type { Finding, RegistryRule } from '../../../src/rules/rule.ts';
import type { Draft } from '../../../src/schema/registry.ts';
import { renderMarkdown } from '../../../src/site/markdown.ts';
import type { FuzzEntry } from '../entry.ts';
import { assertPlaced } from './findings.ts';
import { FUZZ_DAY, fixtureRegistry } from './fixture-registry.ts';
import { PROSE_SIGNS } from './signs.ts';
import { textsOf } from './texts-fs.ts';

const NOTES = textsOf('{registry,src/e2e/fixtures/*,src/rules/fixtures/*/*}/{notes,questions}/*/*.mdx', 40)
  .map((text) => text.replace(/^---\n[\s\S]*?\n---\n/, ''))
  .filter((text) => text.length < 300);
const PARAGRAPHS = [
  'Sends *letters* for **public** offices.\n',
  '- by post\n- by `e-mail`\n\n1. [Guide](https://example.org/guide)\n',
  '> quoted\n> > twice\n',
  '| a | b |\n|---|---|\n| 1 | 2 |\n',
];

function findingsOf(rule: RegistryRule, draft: Partial<Draft>): Finding[] {
  const base = { id: 'int/post', zone: 'int', slug: 'post', kind: 'project', data: {}, file: 'f' };
  return checkRegistry(
    { ...fixtureRegistry(), records: [], drafts: [{ ...base, ...draft } as Draft] },
    { today: FUZZ_DAY },
    [rule],
  );
}

/** Every tag that rendered Markdown may have. */
const TAG = /<\/?(?:p|ul|ol|li|strong|em|code|pre|blockquote|br|del|a(?: href="https:\/\/[^"<>]*")?)>/g;

/** Texts in Markdown and MDX, judged and rendered. */
export const PROSE_ENTRIES: readonly FuzzEntry[] = [
  {
    name: 'markdown',
    about: 'the rule markdown and renderMarkdown: a description',
    starts: PARAGRAPHS,
    pieces: [...PARAGRAPHS, ...PROSE_SIGNS],
    longest: 64,
    check(given) {
      const text = given.toWellFormed();
      const findings = findingsOf(markdown, { data: { description: { en: text } } });
      for (const { path } of findings) assert.deepEqual(path, ['description', 'en']);
      if (findings.length > 0) return;
      const html = renderMarkdown(text);
      assert(!html.replace(TAG, '').includes('<'), html);
    },
  },
  {
    name: 'mdx',
    about: 'the rule mdx: the text of a note',
    starts: [...NOTES, ...PARAGRAPHS],
    pieces: [...PARAGRAPHS, ...PROSE_SIGNS],
    longest: 64,
    check(given) {
      const text = given.toWellFormed();
      assertPlaced(findingsOf(mdx, { kind: 'note', body: text, bodyOffset: 0 }), 'f', text);
    },
  },
];
