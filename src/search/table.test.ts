import { describe, expect, test } from 'vitest';
import { fc } from '../registry/fixtures/fast-check.ts';
import { ByteWriter } from './bytes.ts';
import type { SearchEntry } from './entry.ts';
import { filterRecords } from './filter.ts';
import { syntheticSearch } from './fixtures/synthetic.ts';
import { countFacets, decodeTable, encodeTable, type FacetTable } from './table.ts';

const FACETS = ['country', 'status', 'function'];
const value = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const facets = fc.record({
  country: fc.array(value, { maxLength: 2 }),
  status: fc.array(value, { maxLength: 1 }),
  function: fc.array(value, { maxLength: 4 }),
});
const registries = fc.array(facets, { maxLength: 90 }).map((all) =>
  all.map(
    (given, number): SearchEntry => ({
      number,
      id: `zz/${number}`,
      facets: given,
      sortKeys: { users: 0, names: {} },
    }),
  ),
);
const selections = fc
  .record({
    country: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'unknown'), { maxLength: 3 }),
    status: fc.uniqueArray(value, { maxLength: 2 }),
    function: fc.uniqueArray(value, { maxLength: 2 }),
  })
  .map((chosen) => new Map(Object.entries(chosen)));
const texts = fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 99 })), { nil: undefined });

function tableOf(entries: readonly SearchEntry[]): FacetTable {
  const decoded = decodeTable(encodeTable(entries));
  if (!decoded.ok) throw new Error(decoded.error);
  return decoded.value;
}

/** The rule in its plainest form: any value of a facet, all facets, all of the text. */
function naiveMatches(
  entries: readonly SearchEntry[],
  selection: ReadonlyMap<string, readonly string[]>,
  hits: readonly number[] | undefined,
): SearchEntry[] {
  return entries.filter(
    (entry) =>
      (hits?.includes(entry.number) ?? true) &&
      [...selection].every(
        ([facet, values]) => values.length === 0 || values.some((one) => entry.facets[facet]?.includes(one)),
      ),
  );
}

describe('filterRecords', () => {
  test('finds and counts what the plain rule does', () => {
    fc.assert(
      fc.property(registries, selections, texts, (entries, selection, hits) => {
        const table = tableOf(entries);
        const { total, counts, matches } = filterRecords(table, selection, hits);
        const expected = naiveMatches(entries, selection, hits);
        expect(total).toBe(expected.length);
        expect(entries.filter(({ number }) => ((matches[number >>> 5] ?? 0) >>> (number & 31)) & 1)).toEqual(expected);
        for (const facet of FACETS) {
          const others = new Map([...selection].filter(([other]) => other !== facet));
          const candidates = naiveMatches(entries, others, hits);
          for (const [option, count] of counts.get(facet) ?? []) {
            expect(count).toBe(candidates.filter((entry) => entry.facets[facet]?.includes(option)).length);
          }
        }
      }),
    );
  });

  test('counts all records of a registry that fills no whole word', () => {
    expect(filterRecords(tableOf(syntheticSearch(70).entries), new Map()).total).toBe(70);
  });
});

describe('the file of the table', () => {
  const { entries } = syntheticSearch(300);
  const file = encodeTable(entries);

  test('holds every value with its records', () => {
    const table = tableOf(entries);
    const sizes = new Map(
      [...table.facets].map(([facet, values]) => [facet, new Map([...values].map(([name, { size }]) => [name, size]))]),
    );
    expect(sizes).toEqual(countFacets(entries));
    expect(table.records).toBe(300);
  });

  test('is the same whatever the order of the values', () => {
    const turned = entries.map((entry) => ({
      ...entry,
      facets: Object.fromEntries(
        Object.entries(entry.facets)
          .map(([facet, values]) => [facet, values?.toReversed() ?? []])
          .reverse(),
      ),
    }));
    expect(encodeTable(turned)).toEqual(file);
  });

  test('cut or changed anywhere it gives an error value', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        expect(decodeTable(file.subarray(0, at)).ok).toBe(false);
        const changed = file.map((byte, index) => (index === at ? byte ^ change : byte));
        expect(decodeTable(changed).ok).toBe(false);
      }),
    );
  });

  test('made of any bytes with a right checksum it does not throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const writer = new ByteWriter();
        writer.byte(1);
        writer.raw(bytes);
        expect(() => decodeTable(writer.finish())).not.toThrow();
      }),
    );
  });

  test('is small: a tenth of its facts as JSON', () => {
    expect(file.length).toBeLessThan(JSON.stringify(entries.map((entry) => entry.facets)).length / 10);
  });
});

test('entries must be numbered without gaps', () => {
  const [first] = syntheticSearch(1).entries;
  if (!first) throw new Error('no entry');
  expect(() => encodeTable([{ ...first, number: 1 }])).toThrow('has the number 1, not 0');
});
