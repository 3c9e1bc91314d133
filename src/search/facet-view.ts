import type { FacetDefinition, FacetId } from './facets.ts';

/** A facet in the language of the page, with the counts of an untouched search. */
export interface FacetView extends FacetDefinition {
  readonly label: string;
  /** The language of the label where it is not the page's. */
  readonly labelLang: string | undefined;
  /** Most frequent first. */
  readonly options: readonly FacetOption[];
}

export interface FacetOption {
  readonly value: string;
  readonly label: string;
  /** The language of the label where it is not the page's. */
  readonly labelLang: string | undefined;
  readonly count: number;
}

/** How facets and their values are called. */
export interface FacetLabels {
  readonly facet: (facet: FacetId) => FacetLabel;
  readonly value: (facet: FacetId, value: string) => FacetLabel;
}

interface FacetLabel {
  readonly text: string;
  readonly lang: string | undefined;
}

/** The facets that have values, in the order given. @param counts see `countFacets` */
export function facetViews(
  facets: readonly FacetDefinition[],
  counts: ReadonlyMap<FacetId, ReadonlyMap<string, number>>,
  labels: FacetLabels,
  lang: string,
): FacetView[] {
  const collator = new Intl.Collator(lang, { numeric: true });
  return facets.flatMap((facet) => {
    const values = counts.get(facet.id);
    if (!values) return [];
    const options = [...values]
      .map(([value, count]): FacetOption => {
        const { text, lang: own } = labels.value(facet.id, value);
        return { value, label: text, labelLang: own, count };
      })
      .sort((one, other) => other.count - one.count || collator.compare(one.label, other.label));
    const { text, lang: labelLang } = labels.facet(facet.id);
    return [{ ...facet, label: text, labelLang, options }];
  });
}
