import type { RecordOf } from '../schema/registry.ts';
import { extensionFacets } from './extension-facets.ts';
import { FACETS, type Facet, initialOf } from './facets.ts';
import type { Site } from './make-site.ts';
import { type Name, nameIn } from './names.ts';
import type { PagedRecord } from './record-links.ts';

type Project = RecordOf<'project'>;

/** One value of a facet, with its projects. */
export interface BrowseValue {
  readonly value: string;
  readonly label: string;
  /** The language of the label where it is not the page's. */
  readonly labelLang?: string | undefined;
  readonly projects: readonly Project[];
}

/** A link to browse pages. */
export interface BrowseLink extends Name {
  readonly url: string;
}

/** The alphabet is browsed as a facet is, but is no filter: its letters depend on the language of the names. */
export const ALPHABET = 'a-z';

/**
 * Facets whose values have pages of their own under `browse/`; countries and standards have richer pages elsewhere. The fields that the copy
 * adds stand last, those that no project states nowhere.
 */
export function browseFacets(site: Site): readonly Facet[] {
  const stated = ({ valuesOf }: Facet) => site.graph.projects.some((project) => valuesOf(project, site).length > 0);
  return [...FACETS.filter(({ page }) => page?.('x').startsWith('browse/')), ...extensionFacets(site).filter(stated)];
}

/** The values of a facet that at least one project has, in the order of their labels. */
export function browseValues(facet: Facet, lang: string, site: Site): BrowseValue[] {
  const groups = new Map<string, Project[]>();
  for (const project of site.graph.projects) {
    for (const value of facet.valuesOf(project, site)) {
      const group = groups.get(value);
      if (group === undefined) groups.set(value, [project]);
      else group.push(project);
    }
  }
  return byLabel(
    [...groups].map(([value, projects]) => ({
      value,
      projects,
      label: facet.label(value, lang, site),
      labelLang: facet.labelLang?.(value, lang, site),
    })),
    lang,
  );
}

/** The letters of the alphabet that names begin with. */
export function alphabet(lang: string, site: Site): BrowseValue[] {
  const groups = Map.groupBy(site.graph.projects, (project) =>
    initialOf(nameIn(project.data.name, lang, site.languages).text),
  );
  const labels: Readonly<Record<string, string>> = { other: site.t(lang)('browse.otherScripts'), '0-9': '0–9' };
  return [...groups]
    .toSorted(([a], [b]) => (a === 'other' ? 1 : b === 'other' ? -1 : a < b ? -1 : 1))
    .map(([value, projects]) => ({ value, projects, label: labels[value] ?? value.toUpperCase() }));
}

/** Records in the order of their names as the language sorts them. */
export function byName<T extends PagedRecord>(records: readonly T[], lang: string, site: Site): T[] {
  const collator = new Intl.Collator(lang, { numeric: true, sensitivity: 'base' });
  return records
    .map((record) => ({ record, name: nameIn(record.data.name, lang, site.languages).text }))
    .toSorted((a, b) => collator.compare(a.name, b.name) || (a.record.id < b.record.id ? -1 : 1))
    .map(({ record }) => record);
}

function byLabel(values: readonly BrowseValue[], lang: string): BrowseValue[] {
  const collator = new Intl.Collator(lang, { numeric: true, sensitivity: 'base' });
  return values.toSorted((a, b) => collator.compare(a.label, b.label) || (a.value < b.value ? -1 : 1));
}
