/**
 * Dates, numbers, lists and names in a language, by Intl. The same text on every machine: time zone UTC, Gregorian
 * calendar (a bare year has no one year in another calendar), and never the machine's own locale.
 */

/** A year, a month or a day of ISO 8601, as precise as known; a bare year may be a number. */
export type IsoDate = string | number;

/** `short` is for logs: 3 Jun 2019. */
export type DateStyle = 'long' | 'short';

/**
 * The locale that Intl is asked for. Plain `en` is read as international English, day before month, as our texts are
 * spelt; a language that Intl does not know gets that too, since Intl would silently take the machine's.
 */
export function intlLocale(lang: string): string {
  const wanted = lang === 'en' ? 'en-GB' : lang;
  return Intl.DateTimeFormat.supportedLocalesOf(wanted)[0] ?? 'en-GB';
}

/** A date in words. Throws on text that is no ISO date. */
export function formatDate(date: IsoDate, lang: string, style: DateStyle = 'long'): string {
  const [year, month, day] = String(date).split('-');
  const moment = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (!/^\d{4}(-\d\d){0,2}$/.test(String(date)) || Number.isNaN(moment.getTime())) {
    throw new RangeError(`not a date: "${date}"; write 2019, 2019-06 or 2019-06-03`);
  }
  return new Intl.DateTimeFormat(intlLocale(lang), {
    calendar: 'gregory',
    timeZone: 'UTC',
    year: 'numeric',
    ...(month && { month: style }),
    ...(day && { day: 'numeric' }),
  }).format(moment);
}

export function formatNumber(value: number, lang: string): string {
  return new Intl.NumberFormat(intlLocale(lang)).format(value);
}

/** The items as an enumeration: "a, b and c", or "a, b or c" with `disjunction`. */
export function formatList(items: readonly string[], lang: string, type: Intl.ListFormatType = 'conjunction'): string {
  return new Intl.ListFormat(intlLocale(lang), { type }).format(items);
}

/** The name of a country or region (ISO 3166-1 alpha-2, any case, and EU); the code itself when it has no name. */
export function countryName(code: string, lang: string): string {
  return new Intl.DisplayNames(intlLocale(lang), { type: 'region' }).of(code.toUpperCase()) ?? code;
}

/** The name of a language (BCP 47) in a language; the tag itself when it has no name. */
export function languageName(tag: string, lang: string): string {
  return new Intl.DisplayNames(intlLocale(lang), { type: 'language' }).of(tag) ?? tag;
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
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
}
