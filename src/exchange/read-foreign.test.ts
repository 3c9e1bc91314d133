import { describe, expect, test } from 'vitest';
import en from '../i18n/en.json' with { type: 'json' };
import fr from '../i18n/fr.json' with { type: 'json' };
import { createTranslator } from '../i18n/t.ts';
import { processorTime } from '../registry/fixtures/processor-time.ts';
import { OPTIONS } from './fixtures/registry.ts';
import { IMPORT_FORMATS, PROBLEM_CODES } from './foreign.ts';
import { MAX_JSON } from './foreign-json.ts';
import { MAX_YAML } from './foreign-yaml.ts';
import { formatName, problemWords, reasonWords } from './import-words.ts';
import { NOT_CARRIED_REASONS } from './imported.ts';
import { readForeign } from './read-foreign.ts';

const HEAD = 'publiccodeYmlVersion: "0.4"\nname: Post\n';
const data = (text: string, fileName = '') => {
  const result = readForeign(text, { ...OPTIONS, fileName });
  return result.problem ?? result.records[0]?.data;
};

describe('what real files have is taken', () => {
  test.each([
    ['a byte-order mark and the line ends of Windows', `\ufeff${HEAD.replaceAll('\n', '\r\n')}`],
    ['a directive and a tag', `%YAML 1.1\n---\n${HEAD.replace('Post', '!!str Post')}`],
    ['comments and an end', `# a comment\n---\n${HEAD}...\n`],
    ['brackets', '{"publiccodeYmlVersion": "0.4", "name": "Post"}'],
  ])('%s', (_, text) => {
    expect(data(text)).toMatchObject({ name: 'Post' });
  });

  test('brackets that only YAML has, where the file is called so', () => {
    expect(data('{publiccodeYmlVersion: 0.4, name: Post}', 'publiccode.yml')).toMatchObject({ name: 'Post' });
  });

  test('aliases, each with what stands before it', () => {
    const text = `${HEAD}platforms: &a [web]\nlocalisation: {availableLanguages: [en]}\ndescription:\n  en: &d {shortDescription: Sends}\n  fr: *d\nlogo: *a\n`;
    expect(data(text)).toMatchObject({ summary: { en: 'Sends', fr: 'Sends' }, platforms: ['web'] });
  });

  test('words that YAML 1.1 takes for truths', () => {
    expect(data(`%YAML 1.1\n---\n${HEAD}localisation: {availableLanguages: [no]}\n`)).toMatchObject({
      interfaceLanguages: ['no'],
    });
  });
});

describe('what cannot be read is refused with its place', () => {
  test.each([
    ['nothing', ' \n', 'empty', 1, 1],
    ['a page', '<!doctype html><html></html>', 'format', 1, 1],
    ['another JSON', '{"name": "x", "dependencies": {}}', 'format', 1, 1],
    ['another YAML', 'on: push\njobs: {}\n', 'format', 1, 1],
    ['a colon in a text', `${HEAD}logo: Post: the logo\n`, 'yaml-colon', 3, 7],
    ['a tab', `${HEAD}legal:\n\tlicense: MIT\n`, 'yaml-tab', 4, 1],
    ['a text without its end', `${HEAD}logo: "x\n`, 'yaml-quote', 4, 1],
    ['a text that is not indented', `${HEAD}logo: |\n  a\nb\n`, 'yaml', 5, 1],
    ['a field that is not indented', `${HEAD}legal:\n   license: MIT\n  repoOwner: x\n`, 'yaml-indent', 5, 1],
    ['a key twice', `${HEAD}name: Poste\n`, 'duplicate', 3, 1],
    ['a key with a meaning', `${HEAD}legal: {__proto__: {x: 1}}\n`, 'key', 3, 9],
    ['a key that is a list', `${HEAD}? [a]\n: b\n`, 'key', 3, 3],
    ['an alias to nothing', `${HEAD}logo: *a\n`, 'alias', 3, 7],
    ['an alias to itself', `${HEAD}logo: &a [*a]\n`, 'alias', 3, 11],
    ['two documents', `${HEAD}---\nname: x\n`, 'documents', 3, 1],
    ['JSON with a comma too many', '{\n  "name": "x",\n}', 'json', 3, 1],
    ['JSON without its end', '{"name": "x"', 'json', 1, 13],
    ['JSON that is too deep', '['.repeat(40), 'deep', 1, 33],
    ['YAML that is too deep', `${HEAD}logo: ${'['.repeat(100)}`, 'deep', 3, 71],
    ['YAML that is too long', `${HEAD}#${'x'.repeat(MAX_YAML)}`, 'large', 1, 1],
    ['JSON that is too long', `{"name":"${'x'.repeat(MAX_JSON)}"}`, 'large', 1, 1],
  ])('%s', (_, text, code, line, col) => {
    expect(data(text)).toMatchObject({ code, line, col });
  });

  test('a laugh that is a billion long', () => {
    const lines = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`);
    expect(data(`${HEAD}a0: &a0 [x]\n${lines.join('\n')}\n`)).toMatchObject({ code: 'nodes' });
  });
});

test('names with a meaning for JavaScript have none', () => {
  const text =
    '{"publiccodeYmlVersion":"0.4","__proto__":{"name":"evil"},"constructor":{"prototype":{"polluted":1}},"description":{"__proto__":{"shortDescription":"x"}}}';
  const result = readForeign(text, OPTIONS);
  expect(result.problem).toBeUndefined();
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  const [record] = result.problem === undefined ? result.records : [];
  expect(Object.getPrototypeOf(record?.data)).toBe(Object.prototype);
  expect(record?.data).not.toHaveProperty('name');
  expect(record?.notCarried.map(({ path }) => path)).toEqual([
    '__proto__',
    'constructor',
    'description.__proto__.shortDescription',
  ]);
});

/** As long as may be, and as costly as is known. */
const COSTLY: readonly (readonly [string, string])[] = [
  ['keys', `${HEAD}${Array.from({ length: 9000 }, (_, i) => `k${i}: ${i}\n`).join('')}`],
  ['languages', `${HEAD}description:\n${languages(2000, (tag) => `  ${tag}: {shortDescription: x}\n`)}`],
  ['platforms', `${HEAD}platforms: [${Array.from({ length: 9000 }, (_, i) => `p${i}`).join(', ')}]\n`],
  ['emphasis', `${HEAD}description: {en: {longDescription: "${'*_'.repeat(60_000)}"}}\n`],
  ['brackets in a text', `${HEAD}description: {en: {longDescription: "${'[]('.repeat(40_000)}"}}\n`],
  ['tags of HTML', `${HEAD}description: {en: {longDescription: "${'<a '.repeat(3000)}"}}\n`],
  ['blanks', `${HEAD}description: {en: {shortDescription: "${' x'.repeat(60_000)}"}}\n`],
  ['anchors', `${HEAD}a: [${Array.from({ length: 6000 }, (_, i) => `&a${i} x`).join(', ')}]\n`],
  ['open quotes in JSON', `{"name":${'"\\"'.repeat(300_000)}`],
  [
    'entries of an inventory',
    JSON.stringify({
      agency: 'x',
      releases: Array.from({ length: 900 }, (_, i) => ({
        name: `n${i}`,
        description: 'Sends letters',
        laborHours: 1,
        permissions: { licenses: [{ name: 'MIT' }] },
        tags: ['a', 'b'],
      })),
    }),
  ],
];

function languages(count: number, line: (tag: string) => string): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  return Array.from({ length: count }, (_, i) =>
    line(`${letters[i % 26]}${letters[Math.floor(i / 26) % 26]}${letters[Math.floor(i / 676)]}`),
  ).join('');
}

const software = { '@type': 'SoftwareSourceCode', name: 'Post', keywords: 'a, b' };
const linked = (count: number) => JSON.stringify({ '@context': 'x', '@graph': Array(count).fill(software) });

test('more things than anybody describes in one file are too many', () => {
  const entry = { name: 'x', laborHours: 1 };
  for (const text of [
    linked(1001),
    JSON.stringify(Array(1001).fill(entry)),
    JSON.stringify({ agency: 'x', releases: Array(1001).fill(entry) }),
  ])
    expect(data(text)).toMatchObject({ code: 'large' });
});

test.each([...COSTLY, ['things in linked data', linked(1000)] as const])('many %s take no time', (_, text) => {
  expect(processorTime(() => readForeign(text, OPTIONS)).ms).toBeLessThan(2000);
});

test('all that is told has words', () => {
  for (const [lang, strings] of [
    ['en', en],
    ['fr', fr],
  ] as const) {
    const t = createTranslator(lang, strings);
    const problems = PROBLEM_CODES.map((code) => problemWords(t, { code, line: 1, col: 1, found: '' }));
    const words = [
      ...problems.flatMap(({ message, remedy }) => [message, remedy]),
      ...NOT_CARRIED_REASONS.map((reason) => reasonWords(t, reason)),
      ...IMPORT_FORMATS.map((format) => formatName(t, format)),
    ];
    expect(new Set(words).size).toBe(words.length);
  }
});
