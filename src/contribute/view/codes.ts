import { countryName, languageName } from '../../i18n/format.ts';

/** Something to choose: the value that the record gets, and what people read. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Other words that people type for it. */
  readonly words?: string;
  /** Of a label that is not in the page's language. */
  readonly lang?: string | undefined;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Codes of two letters for which the browser has a name. */
function named(type: 'region' | 'language'): string[] {
  const names = new Intl.DisplayNames('en', { type, fallback: 'none' });
  const pairs = [...LETTERS].flatMap((first) => [...LETTERS].map((second) => first + second));
  const codes = pairs.map((code) => (type === 'region' ? code.toUpperCase() : code));
  // A deprecated code has the name of the one that stands for it now, and would be there twice.
  return codes.filter(
    (code) =>
      names.of(code) !== undefined &&
      Intl.getCanonicalLocales(type === 'region' ? `und-${code}` : code)[0]?.endsWith(code),
  );
}

/** Codes that Unicode names and that are no countries. */
const NO_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']);

/** Names are asked of the browser once a language: there are hundreds. */
function once(make: (lang: string) => readonly Option[]): (lang: string) => readonly Option[] {
  const made = new Map<string, readonly Option[]>();
  return (lang) => {
    const options = made.get(lang) ?? make(lang);
    made.set(lang, options);
    return options;
  };
}

/** The countries by their names in a language. */
export const countryOptions = once((lang) => {
  const codes = named('region').filter((code) => !NO_COUNTRIES.has(code));
  return byLabel(
    codes.map((value) => ({ value, label: countryName(value, lang), hint: value })),
    lang,
  );
});

/** The languages with a tag of two letters, in the order of their names. */
export function languageTags(lang: string): string[] {
  return languageOptions(lang).map(({ value }) => value);
}

export const languageOptions = once((lang) =>
  byLabel(
    named('language').map((value) => ({ value, label: languageName(value, lang), hint: value })),
    lang,
  ),
);

export const currencyOptions = once((lang) => {
  const names = new Intl.DisplayNames(lang, { type: 'currency' });
  return byLabel(
    Intl.supportedValuesOf('currency').map((value) => ({ value, label: `${names.of(value) ?? value} (${value})` })),
    lang,
  );
});

function byLabel(options: readonly Option[], lang: string): Option[] {
  const { compare } = new Intl.Collator(lang);
  return options.toSorted((a, b) => compare(a.label, b.label));
}
