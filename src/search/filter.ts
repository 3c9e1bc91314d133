import { addBit, type Bits, countBits, emptyBits, fullBits, keepOnly } from './bits.ts';
import type { FacetId } from './facets.ts';
import { addPosting, countPosting } from './posting.ts';
import type { FacetTable } from './table.ts';

/** The chosen values of each facet. Values within a facet widen, facets narrow each other. */
export type Selection = ReadonlyMap<FacetId, readonly string[]>;

export interface FilterResult {
  readonly matches: Bits;
  readonly total: number;
  /**
   * For every value of every facet: how many records it would find with the choices made in the *other* facets. So a
   * second value of a facet shows what it would add, and a first one what would be left.
   */
  readonly counts: ReadonlyMap<FacetId, ReadonlyMap<string, number>>;
}

/**
 * Applies filters and text together.
 * @param hits records that match the text, in any order; undefined when nothing was searched for
 */
export function filterRecords(table: FacetTable, selection: Selection, hits?: Iterable<number>): FilterResult {
  const base = hits === undefined ? fullBits(table.records) : bitsOf(hits, table.records);
  const chosen = new Map<FacetId, Bits>();
  for (const [facet, values] of selection) {
    if (values.length > 0) chosen.set(facet, unionOf(table, facet, values));
  }
  const matches = narrowed(base, chosen);
  const counts = new Map<FacetId, ReadonlyMap<string, number>>();
  for (const [facet, values] of table.facets) {
    const others = chosen.has(facet) ? narrowed(base, chosen, facet) : matches;
    const ofFacet = new Map<string, number>();
    for (const [value, posting] of values) ofFacet.set(value, countPosting(posting, others));
    counts.set(facet, ofFacet);
  }
  return { matches, total: countBits(matches), counts };
}

function narrowed(base: Bits, chosen: ReadonlyMap<FacetId, Bits>, except?: FacetId): Bits {
  const bits = base.slice();
  for (const [facet, records] of chosen) if (facet !== except) keepOnly(bits, records);
  return bits;
}

/** Records that have any of the values. A value that no record has adds none. */
function unionOf(table: FacetTable, facet: FacetId, values: readonly string[]): Bits {
  const bits = emptyBits(table.records);
  for (const value of values) {
    const posting = table.facets.get(facet)?.get(value);
    if (posting) addPosting(bits, posting);
  }
  return bits;
}

function bitsOf(numbers: Iterable<number>, records: number): Bits {
  const bits = emptyBits(records);
  for (const number of numbers) if (number < records) addBit(bits, number);
  return bits;
}
