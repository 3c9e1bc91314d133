import { expect, test } from 'vitest';
import type { SearchEntry, SortKeys } from './entry.ts';
import { syntheticSearch } from './fixtures/synthetic.ts';
import { decodeOrder, encodeOrder, ORDERS, type OrderName, sortEntries } from './orders.ts';

const KEYS: SortKeys[] = [
  { users: 2, checked: '2026-05', added: '2024-01-01', names: { en: 'Zebra 10', fr: 'École' } },
  { users: 9, names: { en: 'Ärger', fr: 'Zèbre' } },
  { users: 2, checked: '2026-05-02', added: '2026-01-01', names: { en: 'zebra 9', fr: 'eau' } },
  { users: 2, checked: '2026-05', added: '2025-01-01', names: { en: 'Badger', fr: 'Etat' } },
];
const entries = KEYS.map((sortKeys, number): SearchEntry => ({ number, id: `zz/${number}`, facets: {}, sortKeys }));

function orderOf(name: OrderName, lang: string, of: readonly SearchEntry[] = entries): number[] {
  const decoded = decodeOrder(encodeOrder(name, of, lang));
  if (!decoded.ok) throw new Error(decoded.error);
  return [...decoded.value];
}

test.each<[OrderName, string, number[]]>([
  ['checked', 'en', [2, 0, 3, 1]],
  ['users', 'en', [1, 2, 0, 3]],
  ['added', 'en', [2, 3, 0, 1]],
  ['name', 'en', [1, 3, 2, 0]],
  ['name', 'fr', [2, 0, 3, 1]],
])('by %s (%s)', (name, lang, expected) => {
  expect(orderOf(name, lang)).toEqual(expected);
});

test('the file gives the order of the build', () => {
  const many = syntheticSearch(500).entries;
  for (const name of ORDERS) {
    expect(orderOf(name, 'en', many)).toEqual(sortEntries(name, many, 'en').map(({ number }) => number));
  }
});

test('a cut or changed file gives an error value', () => {
  const file = encodeOrder('users', entries, 'en');
  for (let at = 0; at < file.length; at += 1) {
    expect(decodeOrder(file.subarray(0, at)).ok).toBe(false);
    expect(decodeOrder(file.map((byte, index) => (index === at ? byte ^ 1 : byte))).ok).toBe(false);
  }
});

test('no records, no order', () => {
  expect(orderOf('name', 'en', [])).toEqual([]);
});
