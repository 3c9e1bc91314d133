import { describe, expect, test } from 'vitest';
import rulesInFrench from '../i18n/rules.fr.json' with { type: 'json' };
import { inEnglish } from '../rules/english.ts';
import { RULES_BY_ID } from '../rules/index.ts';
import type { Words } from '../rules/phrase.ts';
import type { Finding } from '../rules/rule.ts';
import { registryConfigSchema } from '../schema/config.ts';
import { KINDS } from '../schema/kinds.ts';
import { checkShape } from './check-shape.ts';
import { parseYamlFile } from './parse.ts';

const PROJECT = {
  schemaVersion: 1,
  name: 'Letter Post',
  summary: { en: 'Sends letters' },
  type: 'service',
  status: 'stable',
  functions: ['notifications'],
  owner: 'int/office',
  website: 'https://post.example.org/',
};

/** What it expects and names, in English. */
function spoken({ expected = '', values = {}, ...finding }: Finding) {
  return { ...finding, expected: inEnglish(expected), field: inEnglish((values['field'] ?? '') as Words) };
}

/** Findings of a project with other values; a field without one is left out. */
function findings(changes: object) {
  const data = Object.fromEntries(
    Object.entries({ ...PROJECT, ...changes }).filter(([, value]) => value !== undefined),
  );
  return checkShape('x.yaml', data, KINDS.project.schema).findings.map(spoken);
}

test('the project is sound before it is changed', () => {
  expect(findings({})).toEqual([]);
});

describe('a missing field is told with what it takes:', () => {
  test.each([
    ['schemaVersion', '1'],
    ['name', 'text of at most 120 characters or text in each language, as name: {en: …}'],
    ['summary', 'text in each language, as summary: {en: …}'],
    ['status', 'concept, development, beta, stable or obsolete'],
    ['functions', 'a list; each item: a term of vocabularies/functions.yaml'],
    ['owner', 'the id (zone/slug) of a record of the kind organization'],
  ])('%s', (field, expected) => {
    for (const [value, code] of [
      [undefined, 'missing'],
      [null, 'empty'],
    ])
      expect(findings({ [field as string]: value })).toMatchObject([{ rule: 'missing-field', code, expected }]);
  });

  test.each([
    ['repositories', [{}], 'url', 'an https address of a public host'],
    ['ended', { reason: { en: 'x' } }, 'date', 'a date: 2019, 2019-06 or 2019-06-03'],
    ['checked', { by: 'Team' }, 'on', 'a day: 2026-11-23'],
  ])('in %s %j', (field, value, missing, expected) => {
    const found = findings({ [field]: value }).filter(({ field }) => field === missing);
    expect(found).toMatchObject([{ rule: 'missing-field', code: 'missing', expected }]);
  });

  test('every field of every kind that is empty says what it takes', () => {
    const told = Object.values(KINDS).flatMap(({ schema }) =>
      Object.keys(schema.shape).map((field) =>
        checkShape('x.yaml', { [field]: null }, schema).findings.find(({ path }) => path?.[0] === field),
      ),
    );
    // What zod says of its own accord is for programmers.
    const untold = told.filter((finding) => !finding?.expected || /Invalid|: $/.test(inEnglish(finding.expected)));
    console.info(`empty fields told with what they take: ${told.length - untold.length} of ${told.length}`);
    expect(untold).toEqual([]);
  });
});

test('an item of a list is called by its place from 1', () => {
  const found = findings({ interfaceLanguages: ['en', 'fr', 'english'], functions: ['notifications', 7] });
  expect(found.map(({ field }) => field)).toEqual(['functions, item 2', 'interfaceLanguages, item 3']);
});

test('a date in another notation is told once', () => {
  expect(findings({ released: '03/06/2019' })).toMatchObject([{ expected: 'a date: 2019, 2019-06 or 2019-06-03' }]);
  expect(findings({ released: '2019-02-30' })).toMatchObject([{ expected: 'a day that exists' }]);
});

test.each([
  ['English', RULES_BY_ID.get('registry-config')?.doc.mend ?? ''],
  ['French', rulesInFrench['rule.registry-config.mend']],
])('the least registry.yaml that the remedy shows is valid, in %s', (_, mend) => {
  const yaml = new TextEncoder().encode(/\{.*\}/.exec(mend)?.[0]);
  expect(parseYamlFile('registry.yaml', yaml, registryConfigSchema).findings).toEqual([]);
});
