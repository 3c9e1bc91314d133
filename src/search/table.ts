import { type ByteReader, ByteWriter, type Decoded, decodeFile, UnreadableFile } from './bytes.ts';
import type { SearchEntry } from './entry.ts';
import type { FacetId } from './facets.ts';
import { readNumbers, writeNumbers } from './numbers.ts';
import { createPosting, type Posting } from './posting.ts';

/** Which records have which value, for every facet: what filters and counts are answered from. */
export interface FacetTable {
  /** Number of records. */
  readonly records: number;
  readonly facets: ReadonlyMap<FacetId, ReadonlyMap<string, Posting>>;
}

const KIND = 1;

/** More than any registry has: a file that claims more is broken, and shall not take the memory for it. */
const MOST_RECORDS = 1 << 24;

/**
 * The table as a file: records, facets; for each its id and values; for each its name and its records.
 * @param entries all records in build order; throws when their numbers have gaps
 */
export function encodeTable(entries: readonly SearchEntry[]): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writer.byte(KIND);
  writer.number(entries.length);
  const facets = valuesOf(entries);
  writer.number(facets.size);
  for (const [facet, values] of sorted(facets)) {
    writer.text(facet);
    writer.number(values.size);
    for (const [value, numbers] of sorted(values)) {
      writer.text(value);
      writeNumbers(writer, numbers, entries.length);
    }
  }
  return writer.finish();
}

/** The table out of its file. Never throws on bytes: a cut or changed file gives an error value. */
export function decodeTable(bytes: Uint8Array): Decoded<FacetTable> {
  return decodeFile(bytes, KIND, readTable);
}

function readTable(reader: ByteReader): FacetTable {
  const records = reader.number();
  if (records > MOST_RECORDS) throw new UnreadableFile('the table claims too many records');
  const facets = new Map<FacetId, Map<string, Posting>>();
  for (let left = reader.number(); left > 0; left -= 1) {
    const values = new Map<string, Posting>();
    facets.set(reader.text(), values);
    for (let rest = reader.number(); rest > 0; rest -= 1) {
      values.set(reader.text(), createPosting(readNumbers(reader, records), records));
    }
  }
  return { records, facets };
}

/** How many records have each value: the counts that a page shows before anything is chosen. */
export function countFacets(entries: readonly SearchEntry[]): Map<FacetId, Map<string, number>> {
  const sizes = (values: Map<string, number[]>): Map<string, number> =>
    new Map(sorted(values).map(([value, numbers]) => [value, numbers.length]));
  return new Map([...valuesOf(entries)].map(([facet, values]) => [facet, sizes(values)]));
}

function valuesOf(entries: readonly SearchEntry[]): Map<FacetId, Map<string, number[]>> {
  const facets = new Map<FacetId, Map<string, number[]>>();
  entries.forEach((entry, index) => {
    if (entry.number !== index) throw new Error(`search: ${entry.id} has the number ${entry.number}, not ${index}`);
    for (const [facet, given] of Object.entries(entry.facets)) {
      const values = facets.get(facet) ?? new Map<string, number[]>();
      facets.set(facet, values);
      for (const value of new Set(given)) {
        const numbers = values.get(value) ?? [];
        values.set(value, numbers);
        numbers.push(index);
      }
    }
  });
  return facets;
}

/** By code units, as no locale does: the same bytes everywhere. */
function sorted<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([one], [other]) => (one < other ? -1 : 1));
}
