import { type Bits, hasBit } from './bits.ts';
import { PAGE_SIZE } from './card.ts';
import type { FacetId } from './facets.ts';
import { type FilterResult, filterRecords } from './filter.ts';
import { BROWSING_ORDER, type OrderName } from './orders.ts';
import { countValues, type SearchState, withValue } from './state.ts';
import type { FacetTable } from './table.ts';

/** A page of results. */
export interface ResultView {
  /** All records that match, of all pages. */
  readonly matches: Bits;
  readonly total: number;
  readonly counts: FilterResult['counts'];
  /** From 1; the last page where the address asks for one beyond. */
  readonly page: number;
  readonly pages: number;
  /** The records of the page, in order. */
  readonly numbers: readonly number[];
}

/** The prepared order that a state needs; undefined when the text index ranks. */
export function orderNeeded(state: SearchState): OrderName | undefined {
  if (state.sort !== 'best') return state.sort;
  return state.q === '' ? BROWSING_ORDER : undefined;
}

/**
 * @param ranked all candidates in the order to show: the order that {@link orderNeeded} names, else the hits
 * @param hits records that match the text, when there is one
 */
export function resultView(table: FacetTable, state: SearchState, ranked: Uint32Array, hits?: Uint32Array): ResultView {
  const { matches, total, counts } = filterRecords(table, state.filters, hits);
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(state.page, pages);
  const numbers: number[] = [];
  let skip = (page - 1) * PAGE_SIZE;
  for (const number of ranked) {
    if (!hasBit(matches, number)) continue;
    if (skip > 0) skip -= 1;
    else if (numbers.push(number) === PAGE_SIZE) break;
  }
  return { matches, total, counts, page, pages, numbers };
}

/** How many of the records match. */
export function countMatching(matches: Bits, numbers: Uint32Array): number {
  return numbers.reduce((count, number) => count + Number(hasBit(matches, number)), 0);
}

/** A way out of an empty result: what remains when one choice is given up. */
export interface Relaxation {
  /** The filter to give up; none: the words. */
  readonly filter?: { readonly facet: FacetId; readonly value: string };
  readonly total: number;
  readonly state: SearchState;
}

const MOST_RELAXATIONS = 5;

/** The choices of a state whose removal alone gives results, most results first. */
export function relaxations(table: FacetTable, state: SearchState, hits?: Uint32Array): Relaxation[] {
  const found: Relaxation[] = [];
  if (state.q !== '' && countValues(state) > 0) {
    const total = filterRecords(table, state.filters).total;
    found.push({ total, state: { ...state, q: '', page: 1 } });
  }
  for (const [facet, values] of state.filters) {
    for (const value of values) {
      const without = withValue(state, facet, value, false);
      const total = filterRecords(table, without.filters, hits).total;
      found.push({ filter: { facet, value }, total, state: without });
    }
  }
  return found
    .filter(({ total }) => total > 0)
    .sort((one, other) => other.total - one.total)
    .slice(0, MOST_RELAXATIONS);
}
