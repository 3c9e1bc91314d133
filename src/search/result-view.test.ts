import { describe, expect, test } from 'vitest';
import { chunk, chunksOf, pickFrom } from './chunks.ts';
import { facetViews } from './facet-view.ts';
import { syntheticSearch } from './fixtures/synthetic.ts';
import { pageNumbers } from './page-numbers.ts';
import { orderNeeded, relaxations, resultView } from './result-view.ts';
import { shownValues } from './shown-values.ts';
import { EMPTY_STATE, parseState, type SearchState } from './state.ts';
import { countFacets, decodeTable, encodeTable } from './table.ts';

const { entries } = syntheticSearch(200);
const decoded = decodeTable(encodeTable(entries));
if (!decoded.ok) throw new Error(decoded.error);
const table = decoded.value;
const backwards = Uint32Array.from(entries, ({ number }) => entries.length - 1 - number);
const state = (query: string): SearchState => parseState(new URLSearchParams(query), [...table.facets.keys()]);

describe('resultView', () => {
  test('gives a page in the order asked for', () => {
    const view = resultView(table, state('page=2'), backwards);
    expect(view).toMatchObject({ total: 200, page: 2, pages: 10 });
    expect(view.numbers).toEqual(Array.from({ length: 20 }, (_, index) => 179 - index));
  });

  test('filters, and leaves out what does not match', () => {
    const view = resultView(table, state('country=z03'), backwards);
    const expected = entries.filter(({ facets }) => facets['country']?.includes('z03')).map(({ number }) => number);
    expect(expected.length).toBeGreaterThan(1);
    expect(view.numbers).toEqual(expected.toReversed());
    expect(view.total).toBe(expected.length);
  });

  test('ranks by the hits, and counts among them', () => {
    const hits = Uint32Array.of(150, 3, 77);
    const view = resultView(table, EMPTY_STATE, hits, hits);
    expect(view.numbers).toEqual([150, 3, 77]);
    const statuses = [...(view.counts.get('status')?.values() ?? [])];
    expect(statuses.reduce((sum, count) => sum + count, 0)).toBe(3);
  });

  test('goes to the last page when there are fewer', () => {
    expect(resultView(table, state('page=999'), backwards)).toMatchObject({ page: 10, numbers: backwards.slice(180) });
    expect(resultView(table, state('page=9'), new Uint32Array(), new Uint32Array())).toMatchObject({
      page: 1,
      pages: 1,
      total: 0,
    });
  });
});

test.each([
  ['', 'users'],
  ['q=x', undefined],
  ['q=x&sort=name', 'name'],
  ['sort=added', 'added'],
])('"%s" needs the order %s', (query, expected) => {
  expect(orderNeeded(state(query))).toBe(expected);
});

test('ways out of an empty result name what one choice less gives, most first', () => {
  const none = new Uint32Array();
  const ways = relaxations(table, state('q=x&country=z03&country=unknown'), none);
  const inZone = entries.filter(({ facets }) => facets['country']?.includes('z03')).length;
  expect(ways).toEqual([expect.objectContaining({ total: inZone, state: state('country=z03&country=unknown') })]);

  const [way] = relaxations(table, state('country=z03&country=z04&status=unknown'));
  expect(way).toMatchObject({ filter: { facet: 'status', value: 'unknown' } });
  expect(way?.total).toBeGreaterThan(0);
});

describe('shownValues', () => {
  const values = Array.from({ length: 12 }, (_, index) => ({
    value: `v${index}`,
    label: index === 11 ? 'Île-de-France' : `Value ${index}`,
    count: index,
    checked: index === 0,
  }));

  test('a long facet shows its eight most frequent and the chosen', () => {
    expect(shownValues(values, false, '')).toEqual(new Set(['v11', 'v10', 'v9', 'v8', 'v7', 'v6', 'v5', 'v4', 'v0']));
  });
  test('all on request, a short one always', () => {
    expect(shownValues(values, true, '').size).toBe(12);
    expect(shownValues(values.slice(0, 10), false, '').size).toBe(10);
  });
  test('a part of a name finds it, without its accents', () => {
    expect(shownValues(values, false, ' ile ')).toEqual(new Set(['v11']));
    expect(shownValues(values, true, 'zzz').size).toBe(0);
  });
});

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [1, 9, [1, 2, undefined, 9]],
  [4, 9, [1, 2, 3, 4, 5, undefined, 9]],
  [5, 9, [1, undefined, 4, 5, 6, undefined, 9]],
  [9, 9, [1, undefined, 8, 9]],
])('page %i of %i', (page, pages, expected) => {
  expect(pageNumbers(page, pages)).toEqual(expected);
});

test('every record is in the file that is named for it', () => {
  const files = chunk(entries, 16);
  const wanted = [0, 15, 16, 199, 17];
  expect(chunksOf(wanted, 16)).toEqual([0, 1, 12]);
  for (const number of wanted) expect(pickFrom(files[Math.floor(number / 16)] ?? [], number, 16)?.number).toBe(number);
  expect(chunk([])).toEqual([]);
});

test('facets for the page: most frequent first, then by name; none without values', () => {
  const views = facetViews(
    [
      { id: 'status', open: true },
      { id: 'paid', open: false },
    ],
    new Map([
      [
        'status',
        new Map([
          ['beta', 1],
          ['ended', 1],
          ['stable', 5],
        ]),
      ],
    ]),
    {
      facet: () => ({ text: 'État', lang: undefined }),
      value: (_, value) => (value === 'ended' ? { text: 'Ended', lang: 'en' } : { text: value, lang: undefined }),
    },
    'fr',
  );
  expect(views).toEqual([
    {
      id: 'status',
      open: true,
      label: 'État',
      labelLang: undefined,
      options: [
        { value: 'stable', label: 'stable', labelLang: undefined, count: 5 },
        { value: 'beta', label: 'beta', labelLang: undefined, count: 1 },
        { value: 'ended', label: 'Ended', labelLang: 'en', count: 1 },
      ],
    },
  ]);
  expect(countFacets([])).toEqual(new Map());
});
