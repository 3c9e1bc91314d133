import { glob, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { inEnglish } from '../rules/english.ts';
import { allOf, anyOf, expectedWords, fieldName, phrase } from '../rules/phrase.ts';
import { type PhraseKey, phraseStrings } from '../rules/phrases.ts';
import { EXPECTED } from '../schema/expected.ts';
import { fieldsOf } from '../schema/field-meta.ts';
import { SCHEMAS } from '../schema/schemas.ts';
import { createFindingWords, findingStrings, plainTexts, type SaidIssue } from './finding-words.ts';
import phrasesFr from './phrases.fr.json' with { type: 'json' };
import rulesFr from './rules.fr.json' with { type: 'json' };
import { ruleStrings } from './schema-strings.ts';

const FRENCH = { ...rulesFr, ...phrasesFr };

const LONG: SaidIssue = {
  rule: 'text-length',
  code: 'long',
  values: { field: fieldName(['summary', 'fr']) },
  message: 'The field “fr” is too long.',
  found: '1,170 characters',
  expected: 'at most 160 characters',
  hint: 'Shorten it.',
  words: {
    found: phrase('characters', { count: 1170 }),
    expected: phrase('charactersAtMost', { count: 160 }),
    hint: { key: 'rule.text-length.mend' },
  },
};

test('an issue is said in the language, numbers and plurals as it writes them', () => {
  expect(createFindingWords('fr', FRENCH)(LONG)).toEqual({
    message: { text: 'Le champ «\u00a0fr\u00a0» est trop long.', lang: 'fr', foreign: false },
    found: { text: '1\u202f170 caractères', lang: 'fr', foreign: false },
    expected: { text: 'au plus 160 caractères', lang: 'fr', foreign: false },
    hint: { text: 'Raccourcir. La description offre plus de place.', lang: 'fr', foreign: false },
  });
});

test('the texts alone are the same', () => {
  const { rule, code, message } = LONG;
  expect(plainTexts(createFindingWords('en', {})(LONG))).toEqual({
    message: LONG.message,
    found: LONG.found,
    expected: LONG.expected,
    hint: LONG.hint,
  });
  expect(plainTexts(createFindingWords('en', {})({ rule, code, message }))).toEqual({ message });
});

test('a field is called by its title where the caller knows one', () => {
  const titles = (path: readonly (string | number)[]) => (path[0] === 'summary' ? 'Résumé (français)' : undefined);
  const said = createFindingWords('fr', FRENCH, { fieldName: titles });
  expect(said(LONG).message.text).toBe('Le champ «\u00a0Résumé (français)\u00a0» est trop long.');
  const item = { ...LONG, values: { field: fieldName(['tags', 1]) } };
  expect(said(item).message.text).toBe('Le champ «\u00a0tags, élément 2\u00a0» est trop long.');
});

describe('in a language that has not all', () => {
  const ARABIC = {
    'rule.text-length.message.long': 'الحقل «{field}» طويل جدًا.',
    'phrase.charactersAtMost': { other: '{count} حرف على الأكثر' },
    'phrase.didYouMean': 'هل تقصد {near}؟',
  };
  const said = createFindingWords('ar', ARABIC);

  test('what is missing is English, and says so; values stand apart from right-to-left words', () => {
    expect(said(LONG)).toEqual({
      message: { text: 'الحقل «\u2068fr\u2069» طويل جدًا.', lang: 'ar', foreign: false },
      found: { text: '1,170 characters', lang: 'en', foreign: true },
      expected: { text: '160 حرف على الأكثر', lang: 'ar', foreign: false },
      hint: { text: 'Shorten it.', lang: 'en', foreign: true },
    });
  });

  test('no sentence is in two languages', () => {
    const words = { hint: phrase('didYouMean', { near: anyOf(['a', phrase('text')]) }) };
    expect(said({ ...LONG, words }).hint).toMatchObject({ lang: 'en', text: 'Shorten it.' });
    const named = { hint: phrase('didYouMean', { near: anyOf(['a', 'b']) }) };
    expect(said({ ...LONG, words: named }).hint?.text).toMatch(/\u2068a\u2069.*\u2068b\u2069/);
  });

  test('names of every object are no texts', () => {
    expect(said({ ...LONG, words: { hint: { key: 'toString' } } }).hint).toMatchObject({ lang: 'en' });
  });
});

test('lists are those of the language, each thing once', () => {
  expect(inEnglish(anyOf(['a', 'b', 'b', 'c']))).toBe('a, b or c');
  expect(inEnglish(allOf(['a', 'a']))).toBe('a');
  const hint = phrase('didYouMean', { near: anyOf(['a', 'b']) });
  expect(createFindingWords('fr', FRENCH)({ ...LONG, words: { hint } }).hint?.text).toBe('Est-ce a ou b\u00a0?');
});

test('only what findings are made of goes to a page, of all rules or some', () => {
  const strings = { ...ruleStrings(), ...phraseStrings(), skip: 'Skip' };
  const picked = findingStrings(strings);
  expect(Object.keys(picked)).toEqual(expect.arrayContaining(['rule.identity.mend', 'phrase.didYouMean']));
  expect(Object.keys(picked).filter((key) => /\.(?:why|title)$|^skip$/.test(key))).toEqual([]);
  const some = Object.keys(findingStrings(strings, new Set(['text-length'])));
  expect(some.filter((key) => key.startsWith('rule.') && !key.startsWith('rule.text-length.'))).toEqual([]);
  expect(some).toContain('rule.text-length.hint.short');
});

test('whatever a schema says that it expects is a phrase', async () => {
  for await (const file of glob('src/schema/*.ts'))
    expect(await readFile(file, 'utf8'), file).not.toMatch(/\berror: ['"`]/);
  const wrong = ['Plain words', ' x', '2019-02-30', 'http://x', {}, '-'];
  const messages = Object.values(SCHEMAS).flatMap((schema) =>
    [schema, ...fieldsOf(schema).map((field) => field.schema)].flatMap((field) =>
      wrong
        .flatMap((value) => field['~standard'].validate(value))
        .flatMap((result) => ('issues' in result ? (result.issues ?? []) : [])),
    ),
  );
  const own = new Set(
    messages.map(({ message }) => message).filter((message) => !/^(?:Invalid|Too|Unrecognized)/.test(message)),
  );
  expect(own.size).toBeGreaterThan(10);
  expect([...own].filter((message) => typeof expectedWords(message) === 'string')).toEqual([]);
  expect(expectedWords(EXPECTED.httpsAddress)).toEqual(phrase('httpsAddress'));
});

test('phrases are declared, with the values that they need: a matter of types', () => {
  // @ts-expect-error: no such phrase
  phrase('didYouMeen');
  // @ts-expect-error: a value is missing
  phrase('didYouMean');
  // @ts-expect-error: another value
  phrase('didYouMean', { nearly: 'a' });
  // @ts-expect-error: a count is a number
  phrase('characters', { count: 'two' });
  // @ts-expect-error: it takes none
  phrase('text', { count: 1 });
  const key: PhraseKey = 'text';
  expect(inEnglish(phrase(key))).toBe('text');
  expect(() => inEnglish({ key: 'phrase.none' })).toThrow('phrase.none');
});
