import { takesValue } from '../rules/extension-field.ts';
import type { ExtensionField } from '../schema/config.ts';
import { FACETS, type Facet } from './facets.ts';
import type { Site } from './make-site.ts';
import { type Name, nameIn } from './names.ts';

type ExtensionFacet = Facet & { readonly id: `${string}.${string}` };

/** The facets of every copy, then its own. */
export function facetsOf(site: Pick<Site, 'registry'>): readonly Facet[] {
  return [...FACETS, ...extensionFacets(site)];
}

/** One for each field of projects that this copy declares and that has a closed list of values. */
export function extensionFacets({ registry }: Pick<Site, 'registry'>): readonly ExtensionFacet[] {
  const declared = Object.entries(registry.config.extensions ?? {});
  return declared.flatMap(([zone, fields]) => fields.filter(isFaceted).map((field) => facet(zone, field)));
}

function isFaceted({ type, kinds }: ExtensionField): boolean {
  return kinds.includes('project') && (type === 'choice' || type === 'choices' || type === 'boolean');
}

const YES = 'yes';
const NO = 'no';

function facet(zone: string, field: ExtensionField): ExtensionFacet {
  const { key, label } = field;
  return {
    // With its zone, which no other facet has: two copies may declare one name, and none takes that of a common facet.
    id: `${zone}.${key}`,
    name: (lang, { languages }) => nameIn(label, lang, languages),
    valuesOf: ({ data }) => valuesOf(field, data.extensions?.[zone]?.[key]),
    label: (value, lang, site) => labelOf(field, value, lang, site).text,
    labelLang: (value, lang, site) => labelOf(field, value, lang, site).lang,
  };
}

/** A record of another copy may say anything here: what the field does not take is no value. */
function valuesOf(field: ExtensionField, value: unknown): readonly string[] {
  if (!takesValue(field, value)) return [];
  if (typeof value === 'boolean') return [value ? YES : NO];
  return [...new Set([value].flat().map(String))];
}

function labelOf({ type, values = {} }: ExtensionField, value: string, lang: string, site: Site): Name {
  if (type === 'boolean') return { text: site.t(lang)(value === YES ? 'value.yes' : 'value.no'), lang: undefined };
  return nameIn(values[value] ?? value, lang, site.languages);
}
