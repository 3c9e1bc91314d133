import { pickText } from '../i18n/localized.ts';
import type { RecordOf } from '../schema/registry.ts';
import type { SearchEntry, SearchText } from '../search/entry.ts';
import type { SearchInput } from '../search/index-site.ts';
import { cardOf } from './card.ts';
import { FACETS } from './facets.ts';
import { isConfirmed } from './freshness.ts';
import type { Site } from './make-site.ts';
import { allNames, countryLabel, nameIn } from './names.ts';

type Project = RecordOf<'project'>;

/** Everything that the search knows, from the projects of a site. */
export function searchInput(site: Site): SearchInput {
  const { projects } = site.graph;
  return {
    entries: searchEntries(site),
    languages: Object.fromEntries(
      site.languages.map((lang) => [
        lang,
        {
          texts: projects.map((project) => searchText(project, lang, site)),
          cards: projects.map((project) => cardOf(project, lang, site)),
        },
      ]),
    ),
  };
}

/** The facts of every project, in order of id. */
export function searchEntries(site: Site): SearchEntry[] {
  return site.graph.projects.map((project, number) => {
    const { id, data } = project;
    const checked = data.checked?.on;
    return {
      number,
      id,
      facets: Object.fromEntries(FACETS.map((facet) => [facet.id, facet.valuesOf(project, site)])),
      sortKeys: {
        ...(checked === undefined ? {} : { checked }),
        users: site.graph.usesOf(id).filter(({ use }) => isConfirmed(use.confirmed, site.today)).length,
        added: site.changes.addedOn(project),
        names: Object.fromEntries(site.languages.map((lang) => [lang, nameIn(data.name, lang, site.languages).text])),
      },
    };
  });
}

/** The words by which a project is found in a language; a query finds also what is written in another only. */
function searchText(project: Project, lang: string, site: Site): SearchText {
  const { data, id } = project;
  const title = nameIn(data.name, lang, site.languages).text;
  const summary = pickText(data.summary, lang, site.languages);
  const description = pickText(data.description ?? {}, lang, site.languages)?.text ?? '';
  const otherSummaries = Object.entries(data.summary).flatMap(([tag, text]) => (tag === summary?.lang ? [] : [text]));
  return {
    title,
    summary: summary?.text ?? '',
    body: [
      description,
      ...otherSummaries,
      ...surroundings(project, lang, site),
      ...words(project, (tag) => tag !== lang, site),
    ]
      .filter(Boolean)
      .join('\n'),
    otherNames: allNames(project).filter((name) => name !== title),
    keywords: words(project, (tag) => tag === lang, site),
    url: site.href(lang, `projects/${id}/`),
  };
}

/** Labels and synonyms of a project's functions in the wanted languages. */
function words({ data }: Project, wanted: (tag: string) => boolean, { registry }: Site): string[] {
  return data.functions.flatMap((id) => {
    const term = registry.vocabularies['functions']?.terms[id];
    if (term === undefined) return [];
    const labels = Object.entries(term.label).flatMap(([tag, label]) => (wanted(tag) ? [label] : []));
    return [...labels, ...Object.entries(term.synonyms).flatMap(([tag, synonyms]) => (wanted(tag) ? synonyms : []))];
  });
}

/** Who made it, where, and with what: names by which people look for a project. */
function surroundings(project: Project, lang: string, site: Site): string[] {
  const { data } = project;
  const owner = site.graph.organization(data.owner);
  const partners = (data.partners ?? []).flatMap(({ organization }) => site.graph.organization(organization) ?? []);
  const standards = (data.standards ?? []).flatMap(({ standard }) => site.graph.standard(standard) ?? []);
  return [
    ...(owner === undefined ? [] : allNames(owner)),
    ...partners.flatMap(allNames),
    ...standards.flatMap(allNames),
    countryLabel(site.graph.countryOf(project), lang, site.t(lang)('country.international')),
    ...(data.tags ?? []),
    ...(data.insteadOf ?? []).map(
      (product) => nameIn(site.graph.project(product)?.data.name ?? product, lang, site.languages).text,
    ),
    ...(data.programmingLanguages ?? []),
  ];
}
