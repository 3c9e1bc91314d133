import { describe, expect, test } from 'vitest';
import type { SearchText } from './entry.ts';
import { foldSpelling, foldWord } from './fold.ts';
import { indexRecord } from './index-record.ts';
import { isFound, planQuery, wordsToMark } from './query.ts';

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

describe('planQuery', () => {
  test.each([
    ['carte de santé', 'carte santé'],
    ["carte d'identité", 'carte identité'],
    ['carte de l’état', 'carte état'],
    ['open-source', 'open source'],
    ['X-Road', 'XRoad'],
    ['e-mail', 'email'],
    ['the', 'the'],
    ['IT for the WHO', 'IT WHO'],
    ['FORMS FOR THE PUBLIC', 'forms public'],
    ['how can we book an appointment', 'book appointment'],
    ['je cherche un outil pour voter', 'outil voter'],
    ['"open data"', 'open data'],
    ['« données ouvertes »', 'données ouvertes'],
    ['?! -', ''],
    ['a', ''],
    ['税', '税'],
  ])('asks for %s as "%s"', (typed, expected) => {
    expect(
      planQuery(typed)
        .words.map(({ text }) => text)
        .join(' '),
    ).toBe(expected);
  });

  test.each([
    ['open data portal', ['opendata', 'dataportal'], 'opendataportal'],
    ['prise de rendez-vous', ['priserendezvous', 'rendezvous'], 'priserendezvous'],
    ['xroad', [], 'xroad'],
    ['x road', [], 'xroad'],
    ['the Show Me a Sign', [], 'ShowMeSign'],
    ['"open data"', [], 'opendata'],
  ])('of %s, neighbours are asked for as one word', (typed, compounds, whole) => {
    const plan = planQuery(typed);
    expect(plan.compounds.map(({ text }) => text)).toEqual(compounds);
    expect(plan.whole).toBe(whole);
  });

  test('words that fit nearly every project are weak, unless there are no others', () => {
    const weak = (typed: string) => planQuery(typed).words.map((word) => word.weak);
    expect(weak('free voting software')).toEqual([true, false, true]);
    expect(weak('public service')).toEqual([false, false]);
    expect(weak('open source forms')).toEqual([true, true, false]);
    expect(weak('open data')).toEqual([false, false]);
  });

  test('a whole page that was pasted asks for a few words', () => {
    expect(planQuery('notify '.repeat(500)).words.length).toBeLessThan(20);
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
    expect(wordsToMark(typed).some((asked) => isFound(word, asked))).toBe(expected);
  });
});

test('a record goes to the index by fields, without stop words and without orders to Pagefind', () => {
  const text: SearchText = {
    title: 'L’Œil',
    summary: 'Un registre des permis',
    body: 'Le ___PAGEFIND_WEIGHT___10 registre de l’eau',
    marginal: ['Python', 'water permit', 'permit'],
    otherNames: ['The Eye', 'OEIL'],
    purpose: ['Permis', 'permis de construire'],
    keywords: [],
    otherLanguages: ['building permit'],
    related: ['Ville de Lyon'],
    products: ['Google Forms'],
    url: '/fr/projects/zz/eye/',
  };
  expect(indexRecord(text)).toEqual({
    content: 'PAGEFIND WEIGHT 10 registre eau Python water permit',
    meta: {
      exact: 'OEil TheEye Eye OEIL',
      title: 'OEil',
      names: 'OEil, Eye, OEIL',
      products: 'Google Forms, GoogleForms',
      purpose: 'Permis, permis construire, permisconstruire',
      summary: 'registre permis',
      keywords: '',
      otherLanguages: 'building permit',
      related: 'Ville Lyon',
    },
  });
  expect(indexRecord({ ...text, title: 'The', body: '', marginal: [] })).toMatchObject({
    content: 'The',
    meta: { title: 'The' },
  });
});
