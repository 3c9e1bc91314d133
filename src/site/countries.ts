import type { RecordOf } from '../schema/registry.ts';
import { byName } from './browse.ts';
import { INTERNATIONAL } from './facets.ts';
import type { Site } from './make-site.ts';
import { countryLabel } from './names.ts';
import { listRoutes } from './paging.ts';

/** A country with what the registry has of it; `int` for what belongs to several. */
export interface CountryEntry {
  /** Lower-case code, as in addresses. */
  readonly code: string;
  readonly label: string;
  readonly projects: readonly RecordOf<'project'>[];
  readonly organizations: readonly RecordOf<'organization'>[];
}

/** Every country that an organization of the registry belongs to, in the order of their names. */
export function countriesOf(lang: string, site: Site): CountryEntry[] {
  const codeOf = (country: string | undefined) => country?.toLowerCase() ?? INTERNATIONAL;
  const organizations = Map.groupBy(site.graph.organizations, ({ data }) => codeOf(data.country));
  const projects = Map.groupBy(site.graph.projects, (project) => codeOf(site.graph.countryOf(project)));
  const collator = new Intl.Collator(lang, { sensitivity: 'base' });
  const international = site.t(lang)('country.international');
  return [...new Set([...organizations.keys(), ...projects.keys()])]
    .map((code) => ({
      code,
      label: countryLabel(code === INTERNATIONAL ? undefined : code, lang, international),
      projects: projects.get(code) ?? [],
      organizations: organizations.get(code) ?? [],
    }))
    .toSorted((a, b) =>
      a.code === INTERNATIONAL
        ? 1
        : b.code === INTERNATIONAL
          ? -1
          : collator.compare(a.label, b.label) || (a.code < b.code ? -1 : 1),
    );
}

/** How many countries the registry has entries of, `int` not counted. */
export function countryCount(site: Site): number {
  return new Set(site.graph.organizations.flatMap(({ data }) => data.country ?? [])).size;
}

/** Every country in every language: the routes of feeds. */
export function countryRoutes(site: Site) {
  return site.languages.flatMap((lang) =>
    countriesOf(lang, site).map((entry) => ({ params: { lang, country: entry.code }, props: { entry } })),
  );
}

/** The same routes with the pages of each list, by name. */
export function countryPages(site: Site) {
  return countryRoutes(site).flatMap(({ params, props: { entry } }) =>
    listRoutes(params, byName(entry.projects, params.lang, site)).map(({ params: route, list }) => ({
      params: route,
      props: { entry, list },
    })),
  );
}
