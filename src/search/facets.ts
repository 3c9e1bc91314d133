/** A facet of the project search: also the name of its parameter in the address. Copies add their own from extensions. */
export type FacetId = string;

export interface FacetDefinition {
  readonly id: FacetId;
  /** Shown unfolded. The others wait behind their name. */
  readonly open: boolean;
}

/** The facets of every copy, in the order of the page. */
export const FACETS: readonly FacetDefinition[] = [
  { id: 'function', open: true },
  { id: 'country', open: true },
  { id: 'status', open: true },
  { id: 'evidence', open: true },
  { id: 'license', open: false },
  { id: 'language', open: false },
  { id: 'hosting', open: false },
  { id: 'standard', open: false },
  { id: 'accessibility', open: false },
  { id: 'ownerType', open: false },
  { id: 'zone', open: false },
];

/** The facets of a copy, from all its ids: those that only it has are folded, and stand last. */
export function facetDefinitions(ids: readonly FacetId[]): FacetDefinition[] {
  const known = new Set(FACETS.map(({ id }) => id));
  return [...FACETS, ...ids.filter((id) => !known.has(id)).map((id) => ({ id, open: false }))];
}

/** A facet with more values than this is long: it shows its first few, and a text filter over all of them. */
export const LONG_FACET = 10;

/** How many values a long facet shows before somebody asks for all. */
export const SHOWN_OF_LONG = 8;
