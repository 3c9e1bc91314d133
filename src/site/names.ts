import { countryName } from '../i18n/format.ts';
import { type LanguageMap, pickText } from '../i18n/localized.ts';
import type { RecordOf } from '../schema/registry.ts';
import type { Site } from './make-site.ts';
import type { PagedRecord } from './record-links.ts';

export interface Name {
  readonly text: string;
  /** The language of `text` where it is not the page's. */
  readonly lang: string | undefined;
}

/** The name of a record in a language; names differ between languages where a language map says so. */
export function nameIn(name: string | LanguageMap, lang: string, fallbacks: readonly string[]): Name {
  if (typeof name === 'string') return { text: name, lang: undefined };
  const picked = pickText(name, lang, fallbacks);
  return { text: picked?.text ?? '', lang: picked?.lang === lang ? undefined : picked?.lang };
}

/** All names of a record: in every language, and its acronym. */
export function allNames({ data }: PagedRecord): string[] {
  const names = typeof data.name === 'string' ? [data.name] : Object.values(data.name);
  return [...new Set([...names, ...('acronym' in data && data.acronym !== undefined ? [data.acronym] : [])])];
}

/** The products that a project can be used instead of; some are records of their own. */
export function productNames({ data }: RecordOf<'project'>, lang: string, { graph, languages }: Site): string[] {
  return (data.insteadOf ?? []).map(
    (product) => nameIn(graph.project(product)?.data.name ?? product, lang, languages).text,
  );
}

/** A zone in words: its country, or what `int` and `eu` stand for. */
export function zoneCode(zone: string): string {
  return zone.toUpperCase();
}

/** A country’s name in a language; what belongs to none is international. */
export function countryLabel(country: string | undefined, lang: string, international: string): string {
  return country === undefined ? international : countryName(country, lang);
}
