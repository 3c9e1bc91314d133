import type { Site } from './make-site.ts';
import { SUBREGIONS, subregionOf } from './regions.ts';

/** As many projects as still leave a region thin. */
export const FEW = 3;

/** The official languages of the United Nations: https://www.un.org/en/our-work/official-languages */
const UN_LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'];

/** Where a registry has gaps, as codes and numbers. */
export interface Coverage {
  /** Regions of UN M49 without a project. */
  readonly none: readonly string[];
  /** Regions with at most {@link FEW}, the thinnest first. */
  readonly few: readonly { readonly region: string; readonly count: number }[];
  /** Official languages of the United Nations in which no record is described. */
  readonly languages: readonly string[];
  /** Records without a summary in a language of the interface. */
  readonly untranslated: readonly { readonly lang: string; readonly count: number }[];
}

/** What the registry hardly knows: regions of the world, and languages in which few or no records are described. */
export function coverageOf({ graph, registry, languages }: Site): Coverage {
  const countries = graph.projects.flatMap((project) => graph.countryOf(project) ?? []);
  const counts = Map.groupBy(countries, subregionOf);
  const regions = [...SUBREGIONS.keys()].map((region) => ({ region, count: counts.get(region)?.length ?? 0 }));
  const summaries = registry.records.flatMap(({ data }) =>
    'summary' in data && data.summary !== undefined ? [data.summary] : [],
  );
  const described = new Set(summaries.flatMap((summary) => Object.keys(summary).map((tag) => tag.split('-')[0])));
  return {
    none: regions.filter(({ count }) => count === 0).map(({ region }) => region),
    few: regions.filter(({ count }) => count > 0 && count <= FEW).toSorted((a, b) => a.count - b.count),
    languages: UN_LANGUAGES.filter((lang) => !described.has(lang)),
    untranslated: languages
      .map((lang) => ({ lang, count: summaries.filter((summary) => !Object.hasOwn(summary, lang)).length }))
      .filter(({ count }) => count > 0),
  };
}
