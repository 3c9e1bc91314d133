import { describe, expect, test } from 'vitest';
import { fc } from '../registry/fixtures/fast-check.ts';
import {
  EMPTY_STATE,
  LONGEST_QUERY,
  MOST_VALUES,
  parseState,
  type SearchState,
  SORTS,
  serializeState,
  trimQuery,
  withValue,
} from './state.ts';

const FACETS = ['function', 'country', 'status', 'standard'];
const parse = (query: string): SearchState => parseState(new URLSearchParams(query), FACETS);

test('the contract', () => {
  const state = parse('?q=%20permis%20%20de%20feu&country=fr&country=ca&status=stable&sort=checked&page=2');
  expect(state).toEqual({
    q: 'permis de feu',
    filters: new Map([
      ['country', ['fr', 'ca']],
      ['status', ['stable']],
    ]),
    sort: 'checked',
    page: 2,
  });
  expect(serializeState(state)).toBe('q=permis+de+feu&country=ca&country=fr&status=stable&sort=checked&page=2');
});

describe('what an address may carry', () => {
  test.each([
    '',
    '?',
    '?q=',
    '?utm_source=x&zone=zz',
    '?sort=stars',
    '?sort=best&page=1',
    '?country=',
    '?page=0',
    '?page=-1',
    '?page=1e9',
    '?country=%3Cscript%3E',
  ])('"%s" is the empty state', (query) => {
    expect(parse(query)).toEqual(EMPTY_STATE);
  });

  test('a standard is named by its id, and reads well', () => {
    expect(serializeState(parse('?standard=int/openapi'))).toBe('standard=int/openapi');
  });

  test('is bounded', () => {
    const many = Array.from({ length: 80 }, (_, index) => `country=c${index}&status=s${index}`).join('&');
    const { filters } = parse(`?${many}`);
    expect([...filters.values()].flat()).toHaveLength(MOST_VALUES);
    expect([...trimQuery('é'.repeat(999))]).toHaveLength(LONGEST_QUERY);
    expect(parse(`?page=${'9'.repeat(7)}`).page).toBe(1_000_000);
  });

  test('a value twice is once', () => {
    expect(serializeState(parse('?country=fr&country=fr'))).toBe('country=fr');
  });
});

test('any text is read, and what is read comes back', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('fr', 'int/x', 'MIT', '2'));
  const name = fc.constantFrom('q', ...FACETS, 'sort', 'page', 'other');
  fc.assert(
    fc.property(fc.array(fc.tuple(name, text)), (pairs) => {
      const first = serializeState(parseState(new URLSearchParams(pairs), FACETS));
      expect(serializeState(parse(first))).toBe(first);
    }),
  );
});

test('every state survives its address', () => {
  const states = fc.record({
    q: fc.string({ maxLength: 40 }).map(trimQuery),
    country: fc.uniqueArray(fc.constantFrom('fr', 'ca', 'gb')),
    status: fc.uniqueArray(fc.constantFrom('stable', 'beta')),
    sort: fc.constantFrom(...SORTS),
    page: fc.integer({ min: 1, max: 500 }),
  });
  fc.assert(
    fc.property(states, ({ q, country, status, sort, page }) => {
      const filters = new Map(
        Object.entries({ country: country.toSorted(), status: status.toSorted() }).filter(
          ([, values]) => values.length > 0,
        ),
      );
      const state: SearchState = { q, filters, sort, page };
      expect(parse(serializeState(state))).toEqual(state);
    }),
  );
});

test('choosing and giving up leads back, on the first page', () => {
  const state = parse('?country=fr&page=3');
  const more = withValue(state, 'country', 'ca', true);
  expect(serializeState(more)).toBe('country=ca&country=fr');
  expect(serializeState(withValue(more, 'country', 'ca', false))).toBe('country=fr');
  expect(withValue(state, 'country', 'fr', false)).toEqual(EMPTY_STATE);
  expect(serializeState(withValue(withValue(EMPTY_STATE, 'status', 'beta', true), 'country', 'fr', true))).toBe(
    'country=fr&status=beta',
  );
});
