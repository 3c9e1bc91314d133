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

/** The page that lists the projects with a value of a field; nothing where the field has no such pages. */
export function extensionPage(zone: string, field: ExtensionField, value: unknown): string | undefined {
  return isFaceted(field) ? facet(zone, field).page?.(addressValue(value)) : undefined;
}

function isFaceted({ type, kinds }: ExtensionField): boolean {
  return kinds.includes('project') && (type === 'choice' || type === 'choices' || type === 'boolean');
}

const YES = 'yes';
const NO = 'no';

function facet(zone: string, field: ExtensionField): ExtensionFacet {
  const { key, label } = field;
  // With its zone, which no other facet has: two copies may declare one name, and none takes that of a common facet.
  const id = `${zone}.${key}` as const;
  return {
    id,
    name: (lang, { languages }) => nameIn(label, lang, languages),
    valuesOf: ({ data }) => valuesOf(field, data.extensions?.[zone]?.[key]),
    label: (value, lang, site) => labelOf(field, value, lang, site).text,
    labelLang: (value, lang, site) => labelOf(field, value, lang, site).lang,
    // Zones, keys and values are letters, digits and hyphens by their schemas.
    page: (value) => `browse/${id}/${value}/`,
  };
}

/** A record of another copy may say anything here: what the field does not take is no value. */
function valuesOf(field: ExtensionField, value: unknown): readonly string[] {
  if (!takesValue(field, value)) return [];
  return [...new Set([value].flat().map(addressValue))];
}

function addressValue(value: unknown): string {
  return typeof value === 'boolean' ? (value ? YES : NO) : String(value);
}

function labelOf({ type, values = {} }: ExtensionField, value: string, lang: string, site: Site): Name {
  if (type === 'boolean') return { text: site.t(lang)(value === YES ? 'value.yes' : 'value.no'), lang: undefined };
  return nameIn(values[value] ?? value, lang, site.languages);
}
