import type { LocalizedText } from '../i18n/localized.ts';
import { ruleStrings, schemaStrings } from '../i18n/schema-strings.ts';
import type { Site } from './make-site.ts';

const ENGLISH: Readonly<Record<string, string>> = { ...schemaStrings(), ...ruleStrings() };

/** True where the data model or the rules have a text of this key. */
export function hasReferenceText(key: string): boolean {
  return Object.hasOwn(ENGLISH, key);
}

/**
 * A text of the data model or of the rules: `schema.project.name.title`, `rule.identity.why`. A copy's own language need
 * not translate these hundreds of texts: the English then stands in, to be shown as such.
 */
export function referenceText(key: string, lang: string, site: Site): LocalizedText {
  const own = site.strings(lang)[key];
  if (typeof own === 'string') return { text: own, lang, foreign: false };
  const text = ENGLISH[key];
  if (text === undefined) throw new Error(`no text for the key "${key}"`);
  return { text, lang: 'en', foreign: lang !== 'en' };
}
