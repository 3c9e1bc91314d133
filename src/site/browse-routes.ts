import type { RecordOf } from '../schema/registry.ts';
import { ALPHABET, alphabet, type BrowseValue, browseFacets, browseValues, byName } from './browse.ts';
import { facetName } from './facets.ts';
import type { Name } from './names.ts';
import { listRoutes } from './paging.ts';
import { getSite } from './site.ts';

/** A type and no interface: Astro wants props with an index signature. */
export type BrowseProps = {
  readonly title: string;
  /** The language of the title where it is not the page's. */
  readonly titleLang?: string | undefined;
  readonly facetName: Name;
  readonly projects: readonly RecordOf<'project'>[];
};

interface BrowseRoute {
  readonly params: { readonly lang: string; readonly facet: string; readonly value: string };
  readonly props: BrowseProps;
}

/** Every value of every facet that is browsed, in every language: the routes of feeds. */
export async function browseRoutes(): Promise<BrowseRoute[]> {
  const site = await getSite();
  return site.languages.flatMap((lang) => {
    const t = site.t(lang);
    const groups: [string, Name, BrowseValue[]][] = [
      ...browseFacets(site).map((facet): [string, Name, BrowseValue[]] => [
        facet.id,
        facetName(facet, lang, site),
        browseValues(facet, lang, site),
      ]),
      [ALPHABET, { text: t('browse.alphabet'), lang: undefined }, alphabet(lang, site)],
    ];
    return groups.flatMap(([facet, name, values]) =>
      values.map(({ value, label, labelLang, projects }) => ({
        params: { lang, facet, value },
        props: { title: label, titleLang: labelLang, facetName: name, projects },
      })),
    );
  });
}

/** The same routes with the pages of each list, by name. */
export async function browsePages() {
  const site = await getSite();
  const routes = await browseRoutes();
  return routes.flatMap(({ params, props: { projects, ...props } }) =>
    listRoutes(params, byName(projects, params.lang, site)).map(({ params: route, list }) => ({
      params: route,
      props: { ...props, list, total: projects.length },
    })),
  );
}
