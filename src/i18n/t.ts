import { directionOf, formatNumber, intlLocale } from './format.ts';
import type { PartialStrings, StringKey, StringValue } from './strings.ts';

/** Values for placeholders. Numbers are written as the language writes them: pass a year as text. */
export type Params = Readonly<Record<string, string | number>>;
/** A piece of a text: plain, or the place of a placeholder that the caller fills with markup. */
export type Part = string | { readonly slot: string };

export interface Translator {
  /** The text of a key. A plural text is chosen by `params.count`. Throws on an unknown key or a missing value. */
  (key: StringKey, params?: Params): string;
  /** As the call itself, with placeholders that have no value left as slots: for links and times inside a sentence. */
  readonly parts: (key: StringKey, params?: Params) => Part[];
  readonly lang: string;
}

/**
 * The translator of a language. It throws rather than print a key: a build with a gap does not ship.
 * @param strings all strings of the language, the copy's own merged in
 */
export function createTranslator(lang: string, strings: PartialStrings): Translator {
  const rules = new Intl.PluralRules(intlLocale(lang));
  // Among right-to-left words 2026-10 would be read as 10-2026: a value gets a direction of its own (UAX #9, FSI and PDI).
  const isolate = (value: string): string => (directionOf(lang) === 'rtl' ? `\u2068${value}\u2069` : value);

  const formOf = (key: string, value: StringValue, count: unknown): string => {
    if (typeof value === 'string') return value;
    if (typeof count !== 'number') throw new Error(`the text "${key}" needs a number: count (${lang})`);
    const form = value[rules.select(count)] ?? value.other;
    if (form === undefined) throw new Error(`the text "${key}" has no plural form for ${count} (${lang})`);
    return form;
  };

  const parts = (key: StringKey, params: Params = {}): Part[] => {
    const value = Object.hasOwn(strings, key) ? strings[key] : undefined;
    if (value === undefined) throw new Error(`no text for the key "${key}" (${lang})`);
    return formOf(key, value, params['count'])
      .split(/(\{\w+\})/)
      .filter((piece) => piece !== '')
      .map((piece) => {
        const name = /^\{(\w+)\}$/.exec(piece)?.[1];
        if (name === undefined) return piece;
        const param = Object.hasOwn(params, name) ? params[name] : undefined;
        if (param === undefined) return { slot: name };
        return typeof param === 'number' ? formatNumber(param, lang) : isolate(param);
      });
  };

  const translate = (key: StringKey, params?: Params): string =>
    parts(key, params)
      .map((part) => {
        if (typeof part === 'string') return part;
        throw new Error(`the text "${key}" needs a value: ${part.slot} (${lang})`);
      })
      .join('');

  return Object.assign(translate, { parts, lang });
}
