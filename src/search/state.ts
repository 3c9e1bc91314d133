import type { FacetId } from './facets.ts';

/**
 * The address of a search is a contract: `?q=&country=fr&country=ca&status=stable&sort=checked&page=2`. Values are
 * language-neutral, so that the same address works in every language of the site.
 */
export interface SearchState {
  /** What was typed; '' for nothing. */
  readonly q: string;
  /** Chosen values, only of facets that have any, in the order of the page; values as chosen, each once. */
  readonly filters: ReadonlyMap<FacetId, readonly string[]>;
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
}

export const SORTS = ['best', 'checked', 'users', 'added', 'name'] as const;
export type Sort = (typeof SORTS)[number];

export const LONGEST_QUERY = 200;
/** Over all facets. */
export const MOST_VALUES = 50;
const MOST_PAGES = 1_000_000;

export const EMPTY_STATE: SearchState = { q: '', filters: new Map(), sort: 'best', page: 1 };

/** What a facet value may look like: a slug, a code, an SPDX id, a record's `zone/slug`. */
export function isFacetValue(value: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._+/:-]{0,119}$/u.test(value);
}

/**
 * Reads an address; never throws. What it does not know is dropped, what is too long is cut.
 * @param facets ids of the facets of this copy, in the order of the page
 */
export function parseState(params: URLSearchParams, facets: readonly FacetId[]): SearchState {
  let left = MOST_VALUES;
  const filters = new Map<FacetId, readonly string[]>();
  for (const facet of facets) {
    const values = [...new Set(params.getAll(facet))].filter(isFacetValue).slice(0, left);
    if (values.length > 0) filters.set(facet, values);
    left -= values.length;
  }
  const sort = params.get('sort');
  const page = params.get('page') ?? '';
  return {
    q: trimQuery(params.get('q') ?? ''),
    filters,
    sort: SORTS.find((name) => name === sort) ?? 'best',
    page: /^\d{1,7}$/.test(page) ? Math.min(Math.max(Number(page), 1), MOST_PAGES) : 1,
  };
}

/** The address of a state, without `?`: defaults left out, one address for one choice; '' for the empty state. */
export function serializeState(state: SearchState): string {
  const params = new URLSearchParams();
  if (state.q !== '') params.append('q', state.q);
  for (const facet of [...state.filters.keys()].sort()) {
    for (const value of [...(state.filters.get(facet) ?? [])].sort()) params.append(facet, value);
  }
  if (state.sort !== 'best') params.append('sort', state.sort);
  if (state.page !== 1) params.append('page', String(state.page));
  return params.toString().replaceAll('%2F', '/').replaceAll('%3A', ':');
}

/** What was typed, as the address keeps it: well-formed, spaces collapsed, at most {@link LONGEST_QUERY} characters. */
export function trimQuery(text: string): string {
  const collapsed = text.toWellFormed().normalize('NFC').replace(/\s+/g, ' ').trim();
  return [...collapsed].slice(0, LONGEST_QUERY).join('').trim();
}

/** The state with a value chosen or given up; back on its first page. */
export function withValue(state: SearchState, facet: FacetId, value: string, chosen: boolean): SearchState {
  const rest = (state.filters.get(facet) ?? []).filter((other) => other !== value);
  const filters = new Map(state.filters);
  if (chosen) filters.set(facet, [...rest, value]);
  else if (rest.length > 0) filters.set(facet, rest);
  else filters.delete(facet);
  return { ...state, filters, page: 1 };
}

/** How many values are chosen. */
export function countValues(state: SearchState): number {
  return [...state.filters.values()].reduce((sum, values) => sum + values.length, 0);
}
