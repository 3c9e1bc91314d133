import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import type { FieldChange } from '../registry/change/field-change.ts';
import { fc, runs } from '../registry/fixtures/fast-check.ts';
import { bytesOf } from './comment/text.ts';
import { commentOf, MAX_COMMENT_BYTES } from './comment.ts';
import { sampleContext } from './fixtures/context.ts';
import { added, edited, issue, LETTER_POST, report, SAMPLES } from './fixtures/reports.ts';
import { codeBlock, codeSpan, link, sentence } from './markdown.ts';
import type { PullRequestReport } from './pull-request-report.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

function nodesOf(markdown: string): Nodes[] {
  const all = (node: Nodes): Nodes[] => [node, ...('children' in node ? (node.children as Nodes[]).flatMap(all) : [])];
  return all(parser.parse(markdown) as Root);
}

const OURS = [
  'https://git.example.org/registry/public-square/',
  'https://git.example.org/contributor/public-square/edit/',
  'https://registry.example/',
  'https://registry.example.fr/',
];
const HTML =
  /^(?:<!-- public-square:pull-request-check head=[0-9a-f]{40} -->|<details>\n<summary>[^<>&]*<\/summary>|<\/details>)$/;
const PASSIVE = ['root', 'heading', 'paragraph', 'list', 'listItem', 'strong', 'inlineCode', 'code'];
/** What a host would make of plain text by itself. */
const ACTIVE =
  /@|#|!\[|www\.|:\/\/|\b[0-9a-f]{7,40}\b|\bGH-\d|[<>&`\\*_~$]|:\w+:|[\u202a-\u202e\u2066\u2067\u200b\u200e\u200f]/i;

/** Everything in a comment that is not of the sort that we write. */
function foreign(markdown: string): unknown[] {
  return nodesOf(markdown).filter((node) => {
    if (node.type === 'html') return !HTML.test(node.value);
    if (node.type === 'link') return !OURS.some((start) => node.url.startsWith(start)) || node.title != null;
    if (node.type === 'text') return ACTIVE.test(node.value);
    return !PASSIVE.includes(node.type);
  });
}

const PIECES = [
  ...[
    '`',
    '``',
    '```',
    '\\',
    '|',
    '<',
    '>',
    '&',
    '*',
    '_',
    '~~',
    '[',
    ']',
    '(',
    ')',
    '!',
    '#',
    '@',
    ':',
    '$',
    '-',
    '+',
    '1.',
  ],
  ...[
    '\n',
    '\r\n',
    '\t',
    ' ',
    '\u00a0',
    '\0',
    '\u202e',
    '\u2066',
    '\u2069',
    '\u200b',
    '\u200d',
    '\ud800',
    '\u2028',
    '\ue0000\ue001',
  ],
  ...[
    '@octocat',
    '#1',
    'GH-12',
    'o/r#3',
    'deadbeef',
    'www.evil.example',
    'https://evil.example/?a=b',
    'a@evil.example',
  ],
  ...[
    '![x](https://evil.example/x.png)',
    '[x](javascript:alert(1))',
    '<img src=x>',
    '<!-- x -->',
    '</details>',
    '[^1]',
    '[^1]: x',
  ],
  ...[
    '> [!NOTE]',
    '- [x] done',
    '| a | b |\n|---|---|',
    '~~~',
    '===',
    '---',
    '{count}',
    ':tada:',
    '__proto__',
    '..',
    '/',
    'é',
    'ب',
    'नम',
    '👍🏽',
  ],
];
const hostile = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join(''));

const value = fc.oneof(hostile, fc.array(hostile, { maxLength: 3 }), fc.dictionary(hostile, hostile, { maxKeys: 3 }));
const change: fc.Arbitrary<FieldChange> = fc.record(
  { path: fc.array(hostile, { minLength: 1, maxLength: 3 }), before: value, after: value },
  { requiredKeys: ['path'] },
);
const FIELDS = [...Object.keys(LETTER_POST), 'website', 'demo'];
const record = fc.record({
  data: fc.dictionary(fc.constantFrom(...FIELDS), value),
  changes: fc.array(change, { maxLength: 4 }),
});
const finding = fc.record({ text: hostile, file: hostile, path: fc.array(hostile, { maxLength: 2 }), more: hostile });

const hostileReport: fc.Arbitrary<PullRequestReport> = fc
  .record({
    records: fc.array(record, { maxLength: 3 }),
    findings: fc.array(finding, { maxLength: 6 }),
    scope: fc.constantFrom('records', 'mixed', 'settings', 'code', 'nothing'),
  })
  .map(({ records, findings, scope }) =>
    report({
      scope,
      records: records.flatMap(({ data, changes }) => [added({ after: data }), edited({ after: data, changes })]),
      files: findings.map(({ file }) => ({ path: file, status: 'added' })),
      issues: findings.flatMap(({ text, file, path, more }) => [
        issue(
          {
            rule: 'unknown-field',
            code: 'unknown',
            file,
            path,
            values: { field: text },
            found: text,
            expected: more,
            hint: more,
            fix: { rename: text },
          },
          1,
        ),
        issue(
          { rule: 'wrong-value', code: 'key', file, path, values: { key: more }, found: text, fix: { set: text } },
          2,
        ),
        issue(
          { rule: 'similar-name', code: 'similar', file, path, values: { name: text, others: more, ids: more } },
          3,
        ),
        issue({ rule: 'zone-authority', code: 'foreign', file, values: { zone: text } }, 4),
      ]),
    }),
  );

describe('a comment on hostile text', () => {
  test('holds no link, picture, mention or HTML but ours', () => {
    fc.assert(
      fc.property(hostileReport, hostile, fc.constantFrom('en', 'fr'), (given, text, lang) => {
        const head = { repository: text, branch: text };
        const comment = commentOf(given, sampleContext(lang, { head, reviewers: [text] }));
        expect(foreign(comment)).toEqual([]);
        expect(bytesOf(comment)).toBeLessThanOrEqual(MAX_COMMENT_BYTES);
      }),
      runs(30),
    );
  });
  test.each([
    ['𝕏`'.repeat(5000), '𝕏`'.repeat(5000), 'b'],
    // In an address each of these letters takes nine bytes.
    ['語'.repeat(30), '語'.repeat(290), '語'.repeat(80)],
  ])('stays below the limit however much there is to say', (long, path, branch) => {
    const issues = Array.from({ length: 400 }, (_, index) =>
      issue(
        {
          rule: 'unknown-field',
          code: 'unknown',
          file: `${index}${path}`,
          path: [long],
          values: { field: long },
          found: long,
          expected: long,
          hint: long,
          fix: { set: long },
        },
        1,
      ),
    );
    const data = Object.fromEntries(FIELDS.map((field) => [field, Array.from({ length: 50 }, () => long)]));
    const changes = Array.from({ length: 400 }, () => ({ path: [long], before: long, after: long }));
    const records = Array.from({ length: 100 }, () => [
      added({ after: data }),
      edited({ after: data, changes }),
    ]).flat();
    const files = issues.map(({ file }) => ({ path: file, status: 'added' as const }));
    const warnings = issues.map((one) => ({ ...one, severity: 'warning' as const }));
    const notes = issues.map((one) => ({ ...one, severity: 'info' as const }));
    const given = report({ scope: 'mixed', issues: [...issues, ...warnings, ...notes], records, files });
    expect(
      bytesOf(commentOf(given, sampleContext('fr', { head: { repository: 'somebody/square', branch } }))),
    ).toBeLessThanOrEqual(MAX_COMMENT_BYTES);
  });
  test.each(Object.keys(SAMPLES))('the comment “%s” holds nothing foreign', (name) => {
    const { report: given, context } = SAMPLES[name] ?? { report: report({}) };
    expect(foreign(commentOf(given, sampleContext('en', context)))).toEqual([]);
  });
});

describe('pieces of Markdown', () => {
  test('a code span shows its text, and is one code span', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const types = nodesOf(`a ${codeSpan(text)} b`).map(({ type }) => type);
        expect(types).toEqual(['root', 'paragraph', 'text', 'inlineCode', 'text']);
      }),
      runs(200),
    );
    const shown = (text: string) =>
      nodesOf(`a ${codeSpan(text)} b`).flatMap((node) => (node.type === 'inlineCode' ? [node.value] : []));
    for (const text of ['a`b``c', '`', ' x ', 'a|b', '\\', 'a  b']) expect(shown(text)).toEqual([text]);
  });
  test('a block of code is one block', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(
          nodesOf(`- a\n\n${codeBlock(text, 'yaml', '  ')}\n\nb`).filter(({ type }) => type === 'code'),
        ).toHaveLength(1);
      }),
      runs(200),
    );
  });
  test('a sentence keeps its plain words', () => {
    const text = 'Write the value (at most 160), “as here”: l’été, 2 000 €?';
    expect(sentence('Move the file to <kind>/<zone>.yaml, then run npm run registry -- fix.')).toBe(
      'Move the file to `<kind>/<zone>.yaml`, then run npm run registry `--` fix.',
    );
    expect(sentence(text.replace(' €', ''))).toBe(text.replace(' €', ''));
    expect(sentence('see https://spdx.org/licenses/, or @team, #12 and cafe1234')).toBe(
      'see `https://spdx.org/licenses/`, or `@team`, `#12` and `cafe1234`',
    );
  });
  test('a right-to-left text does not move what stands beside it', () => {
    expect(codeSpan('نص')).toBe('\u2068`نص`\u2069');
  });
  test('a link leads to the web only', () => {
    expect(link('x', 'javascript:alert(1)')).toBe('x');
    expect(link('x', undefined)).toBe('x');
    expect(link('x', 'https://example.org/a_(b)')).toBe('[x](https://example.org/a_%28b%29)');
  });
});
