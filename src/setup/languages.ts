import { missingKeys, type PartialStrings, SHIPPED_LANGUAGES, wrongPlaceholders } from '../i18n/strings.ts';

/**
 * The languages that have all their texts, so that a site can be shown in them: a page is never in two languages at once.
 * @param strings a registry's own texts by language
 */
export function wholeLanguages(strings: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const isWhole = (language: string) => {
    const own = (strings[language] ?? {}) as PartialStrings;
    const isComplete = SHIPPED_LANGUAGES.has(language) || missingKeys(language, own).length === 0;
    return isComplete && wrongPlaceholders(own).length === 0;
  };
  return new Set([...SHIPPED_LANGUAGES, ...Object.keys(strings)].filter(isWhole));
}
