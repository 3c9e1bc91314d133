import { missingKeys, type PartialStrings, SHIPPED_LANGUAGES, wrongPlaceholders } from '../i18n/strings.ts';

interface InterfaceLanguages {
  /** Languages that the site can be shown in. */
  readonly shown: readonly string[];
  /** Languages whose texts have to be translated first. */
  readonly waiting: readonly string[];
}

/** Which of the wanted languages have all their texts: a page is never in two languages at once. */
export function interfaceLanguages(
  wanted: readonly string[],
  strings: Readonly<Record<string, unknown>>,
): InterfaceLanguages {
  const isWhole = (language: string) => {
    const own = (strings[language] ?? {}) as PartialStrings;
    const isComplete = SHIPPED_LANGUAGES.has(language) || missingKeys(language, own).length === 0;
    return isComplete && wrongPlaceholders(own).length === 0;
  };
  return {
    shown: wanted.filter(isWhole),
    waiting: wanted.filter((language) => !isWhole(language)),
  };
}
