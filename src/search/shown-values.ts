import { LONG_FACET, SHOWN_OF_LONG } from './facets.ts';
import { foldWord } from './fold.ts';

/** A value of a facet as it stands on the page. */
export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly checked: boolean;
}

/**
 * Which values of a facet are in view. A short facet shows all; a long one its most frequent and the chosen ones,
 * until somebody asks for all or types a part of a name. Their order on the page never changes.
 */
export function shownValues(values: readonly FacetValue[], all: boolean, typed: string): Set<string> {
  const wanted = foldWord(typed.trim());
  if (wanted !== '') return names(values.filter(({ label }) => foldWord(label).includes(wanted)));
  if (all || values.length <= LONG_FACET) return names(values);
  const frequent = values.toSorted((one, other) => other.count - one.count).slice(0, SHOWN_OF_LONG);
  return names([...frequent, ...values.filter(({ checked }) => checked)]);
}

const names = (values: readonly FacetValue[]): Set<string> => new Set(values.map(({ value }) => value));
