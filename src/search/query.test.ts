import { describe, expect, test } from 'vitest';
import { foldSpelling, foldWord } from './fold.ts';
import { indexRecord } from './index-record.ts';
import { indexQuery, isFound, wordsToMark } from './query.ts';

test.each([
  ['l’identité', 'identité'],
  ["l'accès aujourd'hui", "accès aujourd'hui"],
  ["Qu'est-ce que l'État", 'est-ce que État'],
  ["don't rock'n'roll O'Brien", "don't rock'n'roll O'Brien"],
  ['Œuvre, Łódź, Straße, smørrebrød', 'OEuvre, Lódź, Strasse, smorrebrod'],
  ['ملف الصحة', 'ملف الصحة'],
])('%s is read as %s', (text, expected) => {
  expect(foldSpelling(text)).toBe(expected);
});

test.each([
  ['santé', 'SANTE'],
  ['œuvre', 'oeuvre'],
  ['cafe\u0301', 'Café'],
])('%s and %s are one word', (one, other) => {
  expect(foldWord(one)).toBe(foldWord(other));
});

describe('indexQuery', () => {
  test.each([
    ['carte de santé', 'fr', 'carte santé'],
    ["carte d'identité", 'fr', 'carte identité'],
    ['open-source', 'en', 'open source'],
    ['X-Road', 'en', 'XRoad'],
    ['e-mail', 'en', 'email'],
    ['the', 'en', 'the'],
    ['IT for the WHO', 'en', 'IT WHO'],
    ['"open data"', 'en', '"open data"'],
    ['?! -', 'en', ''],
    ['a', 'en', ''],
    ['税', 'zh', '税'],
  ])('asks for %s (%s) as "%s"', (typed, lang, expected) => {
    expect(indexQuery(typed, lang)).toBe(expected);
  });
});

describe('isFound', () => {
  test.each([
    ['Notifications', 'notification', true],
    ['notification', 'notifications', true],
    ['Santé', 'sante', true],
    ['form', 'forms', true],
    ['format', 'forms', false],
    ['pay', 'payment', false],
    ['data', 'date', false],
  ])('%s for %s: %s', (word, typed, expected) => {
    expect(wordsToMark(typed, 'en').some((asked) => isFound(word, asked))).toBe(expected);
  });
});

test('a record goes to the index with names and keywords, without stop words and without orders to Pagefind', () => {
  const text = {
    title: 'L’Œil',
    summary: 'Un registre des permis',
    body: 'Le ___PAGEFIND_WEIGHT___10 registre de l’eau',
    otherNames: ['The Eye', 'OEIL'],
    keywords: ['permis de construire'],
    url: '/fr/projects/zz/eye/',
  };
  expect(indexRecord(text, 'fr')).toEqual({
    content: 'PAGEFIND WEIGHT 10 registre eau',
    meta: { title: 'OEil', names: 'Eye, OEIL', summary: 'registre permis', keywords: 'permis construire' },
  });
  expect(indexRecord({ ...text, title: 'The', body: '' }, 'en')).toMatchObject({
    content: 'The',
    meta: { title: 'The' },
  });
});
