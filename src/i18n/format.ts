/**
 * Dates, numbers, lists and names in a language, by Intl. The same text on every machine: time zone UTC, Gregorian
 * calendar (a bare year has no one year in another calendar), and never the machine's own locale.
 */

/** Intl's objects cost far more to make than to use, and a build of many pages asks for the same few each time. */
function remembered<K extends string, T>(make: (key: K) => T): (key: K) => T {
  const made = new Map<K, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

/** A year, a month or a day of ISO 8601, as precise as known; a bare year may be a number. */
export type IsoDate = string | number;

/** `short` is for logs: 3 Jun 2019. */
export type DateStyle = 'long' | 'short';

/**
 * The locale that Intl is asked for. Plain `en` is read as international English, day before month, as our texts are
 * spelt; a language that Intl does not know gets that too, since Intl would silently take the machine's.
 */
export const intlLocale: (lang: string) => string = remembered((lang) => {
  const wanted = lang === 'en' ? 'en-GB' : lang;
  return Intl.DateTimeFormat.supportedLocalesOf(wanted)[0] ?? 'en-GB';
});

/** A formatter of dates for `lang style parts`, where parts is 1 for years, 2 for months, 3 for days. */
const dateFormat = remembered((key: string) => {
  const [lang = '', style = '', parts = ''] = key.split(' ');
  return new Intl.DateTimeFormat(intlLocale(lang), {
    calendar: 'gregory',
    timeZone: 'UTC',
    year: 'numeric',
    ...(parts > '1' && { month: style as DateStyle }),
    ...(parts > '2' && { day: 'numeric' }),
  });
});
const numberFormat = remembered((lang: string) => new Intl.NumberFormat(intlLocale(lang)));
/** A formatter of sizes, for `lang unit`. */
const sizeFormat = remembered((key: string) => {
  const [lang = '', unit] = key.split(' ');
  return new Intl.NumberFormat(intlLocale(lang), { style: 'unit', unit, maximumFractionDigits: 1 });
});
const percentFormat = remembered(
  (lang: string) => new Intl.NumberFormat(intlLocale(lang), { style: 'percent', maximumFractionDigits: 0 }),
);
/** A formatter of whole units of a currency by its name, for `lang currency`. */
const moneyFormat = remembered((key: string) => {
  const [lang = '', currency = ''] = key.split(' ');
  return new Intl.NumberFormat(intlLocale(lang), {
    style: 'currency',
    currency,
    currencyDisplay: 'name',
    maximumFractionDigits: 0,
  });
});
const listFormat = remembered((key: string) => {
  const [lang = '', type] = key.split(' ');
  return new Intl.ListFormat(intlLocale(lang), { type: type as Intl.ListFormatType });
});
const pluralRules = remembered((lang: string) => new Intl.PluralRules(intlLocale(lang)));
const regionNames = remembered((lang: string) => new Intl.DisplayNames(intlLocale(lang), { type: 'region' }));
const languageNames = remembered((lang: string) => new Intl.DisplayNames(intlLocale(lang), { type: 'language' }));

/** A date in words. Throws on text that is no ISO date. */
export function formatDate(date: IsoDate, lang: string, style: DateStyle = 'long'): string {
  const [year, month, day] = String(date).split('-');
  const moment = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (!/^\d{4}(-\d\d){0,2}$/.test(String(date)) || Number.isNaN(moment.getTime())) {
    throw new RangeError(`not a date: "${date}"; write 2019, 2019-06 or 2019-06-03`);
  }
  const parts = day ? 3 : month ? 2 : 1;
  return dateFormat(`${lang} ${style} ${parts}`).format(moment);
}

/** A number as a language writes it. */
export function formatNumber(value: number, lang: string): string {
  return numberFormat(lang).format(value);
}

/** The size of a file in kilobytes, or in megabytes with one digit behind: 12 kB, 1.4 MB. */
export function formatBytes(bytes: number, lang: string): string {
  return bytes < 1_000_000
    ? sizeFormat(`${lang} kilobyte`).format(Math.ceil(bytes / 1000))
    : sizeFormat(`${lang} megabyte`).format(Math.ceil(bytes / 100_000) / 10);
}

/** The plural category (CLDR) of a number in a language. */
export function pluralOf(value: number, lang: string): Intl.LDMLPluralRule {
  return pluralRules(lang).select(value);
}

/** A sum in whole units with the name of its currency (ISO 4217): 3,500 US dollars. */
export function formatMoney(amount: number, currency: string, lang: string): string {
  return moneyFormat(`${lang} ${currency}`).format(amount);
}

/** A share between 0 and 1 as a whole percentage. */
export function formatPercent(share: number, lang: string): string {
  return percentFormat(lang).format(share);
}

/** The items as an enumeration: "a, b and c", or "a, b or c" with `disjunction`. */
export function formatList(items: readonly string[], lang: string, type: Intl.ListFormatType = 'conjunction'): string {
  return listFormat(`${lang} ${type}`).format(items);
}

/** The name of a country or region (ISO 3166-1 alpha-2, any case, and EU); the code itself when it has no name. */
export function countryName(code: string, lang: string): string {
  return regionNames(lang).of(code.toUpperCase()) ?? code;
}

/** The name of a language (BCP 47) in a language; the tag itself when it has no name. */
export function languageName(tag: string, lang: string): string {
  return languageNames(lang).of(tag) ?? tag;
}

/** The name of a language in itself, with a capital: Français. */
export function ownLanguageName(tag: string): string {
  const known = Intl.DisplayNames.supportedLocalesOf(tag).length > 0;
  const name = languageName(tag, known ? tag : 'en');
  const [first = '', ...rest] = name;
  return first.toLocaleUpperCase(intlLocale(tag)) + rest.join('');
}

/** ISO 15924 codes of the scripts that run from right to left and that Intl may assume for a language. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi']);

/** The writing direction of a language: of its likely script, as not every browser has `getTextInfo`. */
export const directionOf: (lang: string) => 'ltr' | 'rtl' = remembered((lang) =>
  RIGHT_TO_LEFT.has(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr',
);
