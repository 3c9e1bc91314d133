import { describe, expect, test } from 'vitest';
import { fc } from '../registry/fixtures/fast-check.ts';
import { didYouMean, readTerms, suggestionsFor } from './did-you-mean.ts';
import { editDistance } from './edit-distance.ts';
import { syntheticSearch } from './fixtures/synthetic.ts';
import { foldWord } from './fold.ts';
import type { RankedHits } from './ranking.ts';
import { collectTerms, cutTerms, MOST_TERM_BYTES } from './terms.ts';

test.each([
  ['permit', 'permit', 0],
  ['permit', 'premit', 1],
  ['permit', 'permits', 1],
  ['permit', 'permt', 1],
  ['permit', 'pormit', 1],
  ['notification', 'notfiicaton', 2],
  ['permit', 'health', 4],
  ['ab', 'abcdefgh', 4],
])('from %s to %s: %i changes, counted up to 3', (one, other, changes) => {
  expect(editDistance([...one], [...other], 3)).toBe(changes);
  expect(editDistance([...other], [...one], 3)).toBe(changes);
});

const words = [
  'wiki',
  'notification',
  'permit',
  'permis',
  'identité',
  'rendez-vous',
  'Decidim',
  'budget',
  'participatif',
  'الصحة',
];
const list = readTerms(words.join('\n'));
const first = (typed: string, ...wrong: string[]) => suggestionsFor(typed, wrong, list)[0]?.query;

describe('suggestions', () => {
  test.each([
    ['notificaton', 'notification'],
    ['Notificatoin', 'notification'],
    ['identitee', 'identité'],
    ['rendevous', 'rendez-vous'],
    ['decidym', 'Decidim'],
    ['الصخة', 'الصحة'],
    ['premit', 'permit'],
  ])('%s was meant as %s', (typed, expected) => {
    expect(first(typed, typed)).toBe(expected);
  });

  test('only wrong words are replaced, several if need be', () => {
    expect(first('le budjet particpatif de Lyon', 'budjet', 'particpatif')).toBe('le budget participatif de Lyon');
    expect(first('permit budjet', 'budjet')).toBe('permit budget');
    expect(first('budjet zzzzzzz', 'budjet', 'zzzzzzz')).toBe('budget zzzzzzz');
  });

  test.each(['xylophone', 'wifi', 'ab', '12345', '東京都庁舎', 'ผู้เสียภาษี', 'per', 'الطقس'])(
    'for %s there is none',
    (typed) => {
      expect(first(typed, typed)).toBeUndefined();
    },
  );

  test('whatever is typed, they differ from it, and are few', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom(...words)), {
          maxLength: 12,
        }),
        (typed) => {
          const query = typed.join(' ');
          const found = suggestionsFor(query, typed, list);
          expect(found.length).toBeLessThanOrEqual(4);
          for (const one of found) expect(foldWord(one.query)).not.toBe(foldWord(query));
        },
      ),
    );
  });
});

describe('didYouMean', () => {
  const hits = (complete: number, ...doubtful: string[]): RankedHits => ({
    numbers: Uint32Array.from({ length: complete }, (_, number) => number),
    complete,
    doubtful,
  });
  const ask = (
    found: RankedHits,
    better: Readonly<Record<string, RankedHits>>,
    count = (all: Uint32Array) => all.length,
  ) => didYouMean('permitt', found, { list: async () => list, search: async (typed) => better[typed], count });

  test('offers what has more results', async () => {
    expect(await ask(hits(0, 'permitt'), { permit: hits(2) })).toEqual({ query: 'permit', changed: ['permit'] });
    expect((await ask(hits(0, 'permitt'), { permit: hits(0), permis: hits(1) }))?.query).toBe('permis');
  });

  test('offers nothing that has no result, under the chosen filters', async () => {
    expect(await ask(hits(0, 'permitt'), { permit: hits(0), permis: hits(0) })).toBeUndefined();
    expect(await ask(hits(0, 'permitt'), { permit: hits(2) }, () => 0)).toBeUndefined();
    expect(await ask(hits(0, 'permitt'), {})).toBeUndefined();
  });

  test('does not ask when enough was found, or when every word is known', async () => {
    expect(await ask(hits(3, 'permitt'), { permit: hits(9) })).toBeUndefined();
    expect(await ask(hits(0), { permit: hits(9) })).toBeUndefined();
  });
});

describe('the list of terms', () => {
  test('has each word once, names first, as it is written most', () => {
    const [text] = syntheticSearch(1, ['en']).languages['en']?.texts ?? [];
    if (text === undefined) throw new Error('no text');
    const plain = { ...text, otherNames: [], keywords: [], purpose: [], related: [], body: '' };
    const terms = collectTerms([
      { ...plain, title: 'Harbour', summary: 'Prise de rendez-vous, the Permis, 2024 東京都 permis' },
      { ...plain, title: 'Harbour', summary: 'once', body: 'Rendez-vous' },
    ]);
    expect(terms).toEqual(['Harbour', 'permis', 'rendez', 'rendez-vous', 'once', 'Prise']);
  });

  test('is cut by weight, however large the registry', () => {
    const terms = Array.from({ length: 20_000 }, (_, number) => `term${number}`);
    const cut = cutTerms(terms, (text) => text.length);
    expect(cut.length).toBeLessThanOrEqual(MOST_TERM_BYTES);
    expect(cut.length).toBeGreaterThan(MOST_TERM_BYTES - 20);
    expect(cut.startsWith('term0\nterm1\n')).toBe(true);
    expect(cutTerms([], () => 0)).toBe('');
  });
});
