import { countryName, languageName } from '../i18n/format.ts';
import type { StringKey } from '../i18n/strings.ts';
import type { RecordOf } from '../schema/registry.ts';
import { freshnessOf, isConfirmed } from './freshness.ts';
import { licenseIds } from './license-words.ts';
import type { Site } from './make-site.ts';
import { type Name, nameIn } from './names.ts';

type Project = RecordOf<'project'>;

/** A way to sort projects into groups: a filter of the search, and pages to browse. */
export interface Facet {
  readonly id: string;
  /** What it is called, where its name is no string of the interface. */
  readonly name?: (lang: string, site: Site) => Name;
  /** Language-neutral values of a project, safe in an address. */
  readonly valuesOf: (project: Project, site: Site) => readonly string[];
  readonly label: (value: string, lang: string, site: Site) => string;
  /** The language of a label that is not in `lang`; facets whose labels are interface strings have none. */
  readonly labelLang?: (value: string, lang: string, site: Site) => string | undefined;
  /** Where a value's page stands; other facets are filters only. */
  readonly page?: (value: string) => string;
}

/** What a facet is called. */
export function facetName({ id, name }: Facet, lang: string, site: Site): Name {
  return name?.(lang, site) ?? { text: site.t(lang)(`facet.${id}` as StringKey), lang: undefined };
}

/** The value of `country` for what belongs to several countries. */
export const INTERNATIONAL = 'int';

const enumeration = (name: string) => (value: string, lang: string, site: Site) =>
  site.t(lang)(`${name}.${value}` as StringKey);

export const FACETS: readonly Facet[] = [
  {
    id: 'function',
    valuesOf: ({ data }) => data.functions,
    label: (value, lang, site) => termName(value, lang, site).text,
    labelLang: (value, lang, site) => termName(value, lang, site).lang,
    page: (value) => `browse/function/${value}/`,
  },
  {
    id: 'country',
    valuesOf: (project, { graph }) => [graph.countryOf(project)?.toLowerCase() ?? INTERNATIONAL],
    label: (value, lang, site) =>
      value === INTERNATIONAL ? site.t(lang)('country.international') : countryName(value, lang),
    page: (value) => `countries/${value}/`,
  },
  {
    id: 'status',
    valuesOf: ({ data }) => [data.ended === undefined ? data.status : 'ended'],
    label: (value, lang, site) =>
      value === 'ended' ? site.t(lang)('status.ended') : enumeration('status')(value, lang, site),
    page: (value) => `browse/status/${value}/`,
  },
  {
    id: 'evidence',
    valuesOf: (project, site) => [evidenceOf(project, site)],
    label: enumeration('evidence'),
  },
  {
    id: 'license',
    valuesOf: ({ data }) => (data.license === undefined ? [] : licenseIds(data.license)),
    label: (value, lang, site) => (value === 'not-open' ? site.t(lang)('license.notOpen') : value),
    page: (value) => `browse/license/${value}/`,
  },
  {
    id: 'language',
    valuesOf: ({ data }) => data.interfaceLanguages ?? [],
    label: (value, lang) => languageName(value, lang),
    page: (value) => `browse/language/${value}/`,
  },
  { id: 'hosting', valuesOf: ({ data }) => data.hosting ?? [], label: enumeration('hosting') },
  {
    id: 'standard',
    valuesOf: ({ data }) => [...new Set((data.standards ?? []).map(({ standard }) => standard))],
    label: (value, lang, site) => standardName(value, lang, site).text,
    labelLang: (value, lang, site) => standardName(value, lang, site).lang,
    page: (value) => `standards/${value}/`,
  },
  {
    id: 'accessibility',
    valuesOf: ({ data }) => (data.accessibility?.result === undefined ? [] : [data.accessibility.result]),
    label: enumeration('accessibilityResult'),
  },
  {
    id: 'ownerType',
    valuesOf: ({ data }, { graph }) => {
      const type = graph.organization(data.owner)?.data.type;
      return type === undefined ? [] : [type];
    },
    label: enumeration('organizationType'),
  },
  {
    id: 'zone',
    valuesOf: ({ zone }) => [zone],
    label: (value, lang, site) => zoneLabel(value, lang, site),
  },
];

/** What is known of a project's use: confirmed lately, told by adopters, or nothing yet. */
function evidenceOf({ id }: Project, { graph, today }: Site): 'confirmed' | 'told' | 'none' {
  const uses = graph.usesOf(id);
  if (uses.some(({ use }) => isConfirmed(use.confirmed, today))) return 'confirmed';
  return uses.length > 0 ? 'told' : 'none';
}

/** The name of a term of the functions vocabulary, with its language where it is not the page's. */
export function termName(term: string, lang: string, { registry, languages }: Site): Name {
  return nameIn(registry.vocabularies['functions']?.terms[term]?.label ?? term, lang, languages);
}

function standardName(id: string, lang: string, { graph, languages }: Site): Name {
  return nameIn(graph.standard(id)?.data.name ?? id, lang, languages);
}

/** A zone in words: `Canada (CA-QC)`. */
export function zoneLabel(zone: string, lang: string, site: Site): string {
  if (zone === INTERNATIONAL) return site.t(lang)('country.international');
  const [country = zone] = zone.split('-');
  return zone.includes('-') ? `${countryName(country, lang)} (${zone.toUpperCase()})` : countryName(country, lang);
}

/** Where a project stands in the alphabet: the first letter of its name without marks, `0-9`, or `other` for scripts beside Latin. */
export function initialOf(name: string): string {
  const first = name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 1)
    .toLowerCase();
  if (/[a-z]/.test(first)) return first;
  return /\d/.test(first) ? '0-9' : 'other';
}

/** When a project was last confirmed, in words of the stamp. */
export function checkedOf({ data }: Project, { today }: Site) {
  return { on: data.checked?.on, freshness: freshnessOf(data.checked?.on, today) };
}
