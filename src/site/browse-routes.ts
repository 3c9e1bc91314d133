import type { StringKey } from '../i18n/strings.ts';
import type { RecordOf } from '../schema/registry.ts';
import { ALPHABET, alphabet, BROWSE_FACETS, type BrowseValue, browseValues, byName } from './browse.ts';
import { listRoutes } from './paging.ts';
import { getSite } from './site.ts';

/** A type and no interface: Astro wants props with an index signature. */
export type BrowseProps = {
  readonly title: string;
  /** The language of the title where it is not the page's. */
  readonly titleLang?: string | undefined;
  readonly facetTitle: string;
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
    const groups: [string, string, BrowseValue[]][] = [
      ...BROWSE_FACETS.map((facet): [string, string, BrowseValue[]] => [
        facet.id,
        t(`facet.${facet.id}` as StringKey),
        browseValues(facet, lang, site),
      ]),
      [ALPHABET, t('browse.alphabet'), alphabet(lang, site)],
    ];
    return groups.flatMap(([facet, facetTitle, values]) =>
      values.map(({ value, label, labelLang, projects }) => ({
        params: { lang, facet, value },
        props: { title: label, titleLang: labelLang, facetTitle, projects },
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
