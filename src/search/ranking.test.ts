import { expect, test } from 'vitest';
import type { Field } from './index-record.ts';
import { planQuery } from './query.ts';
import { type Answer, type Evidence, fieldBits, rankHits } from './ranking.ts';

const RECORDS = 100;
const evidence = (...fields: Field[]): Evidence => ({ fields: fieldBits(fields), inText: 0, word: 'itself' });
const inText = (times: number): Evidence => ({ fields: 0, inText: times, word: 'itself' });

function rank(typed: string, found: Readonly<Record<string, readonly (readonly [number, Evidence])[]>>) {
  const answers = new Map(Object.entries(found).map(([word, hits]): [string, Answer] => [word, new Map(hits)]));
  const { numbers, ...rest } = rankHits(planQuery(typed), answers, RECORDS);
  return { numbers: [...numbers], ...rest };
}

test('a name before what it is for, that before the summary, that before other keywords, and the text last', () => {
  const hits: [number, Evidence][] = [
    [9, inText(50)],
    [8, evidence('otherLanguages')],
    [7, evidence('keywords')],
    [6, evidence('summary')],
    [5, evidence('purpose')],
    [4, evidence('names')],
    [3, evidence('title')],
    [2, evidence('exact', 'names')],
  ];
  expect(rank('notify', { notify: hits }).numbers).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
});

test('a longer word counts less, where somebody has the word itself; ties go by number', () => {
  const longer = { ...evidence('summary'), word: 'longer' } as const;
  expect(
    rank('form', {
      form: [
        [1, longer],
        [2, evidence('summary')],
      ],
    }).numbers,
  ).toEqual([2, 1]);
  expect(
    rank('form', {
      form: [
        [2, evidence('summary')],
        [1, evidence('summary')],
      ],
    }).numbers,
  ).toEqual([1, 2]);
});

test('all words come before some of them, and these only when few have all', () => {
  const water = [1, 2, 3].map((number): [number, Evidence] => [number, evidence('title')]);
  const found = {
    water,
    permit: [
      [3, inText(1)],
      [4, inText(1)],
    ] as [number, Evidence][],
  };
  expect(rank('water permit', found)).toMatchObject({ numbers: [3, 1, 2, 4], complete: 1 });
  const many = Array.from({ length: 6 }, (_, index): [number, Evidence] => [10 + index, inText(1)]);
  const plenty = rank('water permit', { water: [...water, ...many], permit: many });
  expect(plenty).toMatchObject({ numbers: [10, 11, 12, 13, 14, 15], complete: 6 });
});

test('a word that fits nearly every project may be lacking', () => {
  expect(rank('voting software', { voting: [[1, inText(1)]], software: [[2, evidence('title')]] })).toMatchObject({
    numbers: [1],
    complete: 1,
  });
});

test('a word that nobody has is doubtful, and then nothing has all words', () => {
  const found = rank('budjet portal x1', { portal: [[1, inText(1)]] });
  expect(found).toMatchObject({ numbers: [1], complete: 0, doubtful: ['budjet', 'x1'] });
  expect(rank('xylozzz', {})).toEqual({ numbers: [], complete: 0, doubtful: ['xylozzz'] });
});

test('a shorter word is a guess: what has it lacks the word', () => {
  const guess = { ...evidence('title'), word: 'shorter' } as const;
  expect(rank('transportation', { transportation: [[1, guess]] })).toEqual({
    numbers: [1],
    complete: 0,
    doubtful: ['transportation'],
  });
});

test('two words are found where they stand as one, and weigh more where they stand as a phrase', () => {
  const hit = (number: number): [number, Evidence] => [number, evidence('keywords')];
  const found = { open: [hit(1), hit(2)], data: [hit(1), hit(2)], opendata: [hit(2), hit(3)] };
  expect(rank('open data', found)).toMatchObject({ numbers: [2, 1, 3], complete: 3 });
});

test('what says that it replaces a product comes first, if that is asked for', () => {
  const zoom: [number, Evidence][] = [
    [1, evidence('title', 'names')],
    [2, evidence('products')],
  ];
  expect(rank('zoom', { zoom }).numbers).toEqual([1, 2]);
  expect(rank('alternative to zoom', { zoom }).numbers).toEqual([2, 1]);
});
