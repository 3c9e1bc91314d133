import { pickText } from '../i18n/localized.ts';
import type { RecordOf } from '../schema/registry.ts';
import type { SearchEntry, SearchText } from '../search/entry.ts';
import type { SearchInput } from '../search/index-site.ts';
import { cardOf } from './card.ts';
import { facetsOf } from './extension-facets.ts';
import { isConfirmed } from './freshness.ts';
import type { Site } from './make-site.ts';
import { allNames, countryLabel, nameIn, productNames } from './names.ts';

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
  const facets = facetsOf(site);
  return site.graph.projects.map((project, number) => {
    const { id, data } = project;
    const checked = data.checked?.on;
    return {
      number,
      id,
      facets: Object.fromEntries(facets.map((facet) => [facet.id, facet.valuesOf(project, site)])),
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
    body: description,
    marginal: [
      ...(data.programmingLanguages ?? []),
      ...data.functions.slice(1).flatMap((term) => wordsFor(term, (tag) => tag !== lang, site)),
    ],
    otherNames: allNames(project).filter((name) => name !== title),
    purpose: data.functions.slice(0, 1).flatMap((term) => wordsFor(term, (tag) => tag === lang, site)),
    keywords: [
      ...data.functions.slice(1).flatMap((term) => wordsFor(term, (tag) => tag === lang, site)),
      ...(data.tags ?? []),
    ],
    otherLanguages: [
      ...otherSummaries,
      ...data.functions.slice(0, 1).flatMap((term) => wordsFor(term, (tag) => tag !== lang, site)),
    ],
    related: related(project, site),
    products: productNames(project, lang, site),
    url: site.href(lang, `projects/${id}/`),
  };
}

/** Label and synonyms of a function in the wanted languages. */
function wordsFor(id: string, wanted: (tag: string) => boolean, { registry }: Site): string[] {
  const { label = {}, synonyms = {} } = registry.vocabularies['functions']?.terms[id] ?? {};
  const labels = Object.entries(label).flatMap(([tag, text]) => (wanted(tag) ? [text] : []));
  return [...labels, ...Object.entries(synonyms).flatMap(([tag, texts]) => (wanted(tag) ? texts : []))];
}

/** Who made it, where, and with what: names by which people look for a project, in all languages of the site. */
function related(project: Project, { graph, languages, t }: Site): string[] {
  const { data } = project;
  const country = graph.countryOf(project);
  const owner = graph.organization(data.owner);
  // People look for what a ministry has, whichever of its offices made it.
  const parent = graph.organization(owner?.data.parent ?? '');
  const partners = (data.partners ?? []).flatMap(({ organization }) => graph.organization(organization) ?? []);
  const standards = (data.standards ?? []).flatMap(({ standard }) => graph.standard(standard) ?? []);
  return [
    ...[owner, parent, ...partners].flatMap((body) => (body === undefined ? [] : allNames(body))),
    ...standards.flatMap(allNames),
    ...new Set(languages.map((tag) => countryLabel(country, tag, t(tag)('country.international')))),
  ];
}
