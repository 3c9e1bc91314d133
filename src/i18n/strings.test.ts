import { glob, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import ar from '../e2e/fixtures/arabic-copy/i18n/ar.json' with { type: 'json' };
import { fieldsOf } from '../schema/field-meta.ts';
import { KINDS } from '../schema/kinds.ts';
import { tombstoneSchema } from '../schema/tombstone.ts';
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import { mergeStrings, missingKeys, type PartialStrings, unknownKeys, wrongPlaceholders } from './strings.ts';

/**
 * Keys that are put together from data: `status.${project.status}`. The closed lists of the schema, and what follows
 * them: kinds, evidence and its marks, answers, facets, kinds of licence, changes, severities, why a record is gone, what the bot says, what
 * reading other formats tells, names of schemas and rules.
 */
const DYNAMIC = [
  ...['count', 'mark', 'markLetter', 'answer', 'facet', 'evidence', 'licenseKind', 'change', 'severity', 'goneReason'],
  ...['setupAsk', 'setupHelp', 'setupColor', 'downloadForm', 'downloadBeside'],
  ...['statistic', 'statisticCaption', 'statisticValue', 'duplicate'],
  ...['botAction', 'botBlocked', 'botCheck', 'botOutcome', 'botRemedy', 'queueState', 'syncList', 'syncStatus'],
  ...['copiesTrust', 'copiesReason', 'automergeReason', 'labelBy', 'reviewAnswer', 'reviewAnswerTitle'],
  ...['import.format', 'import.problem', 'import.remedy', 'import.reason'],
  ...['schema', 'schemaName', 'schemaHelp', 'rule'],
  ...enumerations().keys(),
];

/** The closed lists of the schema: name to values. */
function enumerations(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const schema of [...Object.values(KINDS).map((kind) => kind.schema), tombstoneSchema]) {
    for (const { schema: field, meta } of fieldsOf(schema)) {
      const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
      if (!meta.enumeration || !(inner instanceof z.ZodEnum)) continue;
      const values = found.get(meta.enumeration) ?? [];
      found.set(meta.enumeration, new Set([...values, ...inner.options.map(String)]));
    }
  }
  return found;
}

/** A copy keeps its words for the data model, the rules and their phrases in the same file; schema-strings.ts and rules/phrases.ts have their keys. */
const arabic = Object.fromEntries(Object.entries(ar).filter(([key]) => !/^(?:schema|rule|phrase)\./.test(key)));

describe.each<[string, PartialStrings]>([
  ['en', en],
  ['fr', fr],
  ['ar', arabic],
])('the strings in %s', (lang, strings) => {
  test('are complete, with every plural form the language needs', () => {
    expect(missingKeys(lang, strings)).toEqual([]);
  });
  test('have no other keys', () => {
    expect(unknownKeys(strings)).toEqual([]);
  });
  test('have the placeholders of the English ones', () => {
    expect(wrongPlaceholders(strings)).toEqual([]);
  });
  test('name every value of the closed lists of the schema', () => {
    const keys = [...enumerations()].flatMap(([name, values]) => [...values].map((value) => `${name}.${value}`));
    expect(keys.length).toBeGreaterThan(50);
    expect(keys.filter((key) => !(key in strings))).toEqual([]);
  });
});

test('French punctuation is not torn from its word', () => {
  expect(JSON.stringify(fr).match(/ [:;?!»]|« /g)).toBeNull();
});

describe('the checks of a copy’s strings', () => {
  test('name what is missing, unknown and wrong', () => {
    const strings: PartialStrings = {
      ...en,
      'page.title': '{page}',
      'count.projects': { one: '{count} project', other: '{count} projects' },
      skp: 'Skip',
    };
    expect(missingKeys('ar', { ...strings, 'count.standards': 'standards' })).toEqual(
      expect.arrayContaining(['count.projects.two', 'count.projects.few', 'count.standards.other']),
    );
    expect(unknownKeys(strings)).toEqual(['skp']);
    expect(wrongPlaceholders(strings)).toEqual(['page.title']);
    expect(wrongPlaceholders({ 'count.projects': { other: '{number} projects' } })).toEqual(['count.projects']);
  });
  test('an override wins', () => {
    expect(mergeStrings(en, { skip: 'Jump' })).toMatchObject({ skip: 'Jump', 'search.submit': 'Search' });
  });
});

describe('the keys in the source', async () => {
  const files: string[] = [];
  for await (const file of glob('src/**/*.{astro,ts,tsx}')) if (!file.endsWith('.test.ts')) files.push(file);
  const sources = await Promise.all(files.sort().map((file) => readFile(file, 'utf8')));

  test('exist', () => {
    const calls = sources.flatMap((source) => [...source.matchAll(/\bt(?:\.parts)?\(\s*'([^']+)'/g)]);
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.map(([, key]) => key).filter((key) => key && !(key in en))).toEqual([]);
  });

  test('begin with a documented prefix where they are put together', () => {
    const prefixes = sources
      .flatMap((source) => [...source.matchAll(/\bt(?:\.parts)?\(\s*`([^`$]*)\$/g)])
      .map(([, start]) => start?.replace(/\.$/, ''));
    expect(prefixes.filter((prefix) => prefix === undefined || !DYNAMIC.includes(prefix))).toEqual([]);
  });

  test('are all used', () => {
    const text = sources.join('\n');
    const unused = Object.keys(en).filter(
      (key) => !DYNAMIC.some((prefix) => key.startsWith(`${prefix}.`)) && !text.includes(`'${key}'`),
    );
    expect(unused).toEqual([]);
  });
});
