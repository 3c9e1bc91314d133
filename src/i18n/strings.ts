/**
 * The interface strings as data: what a language must bring to be whole. English is the reference: its keys and
 * placeholders are the ones the program uses.
 */
import en from './en.json' with { type: 'json' };
import { intlLocale } from './format.ts';

/** A text that depends on `{count}`: one form for each plural category of CLDR that the language has. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
export type StringValue = string | PluralForms;
/** All keys of the interface, and some value for each. */
export type Strings = Readonly<Record<StringKey, StringValue>>;
export type PartialStrings = Readonly<Record<string, StringValue>>;
export type StringKey = keyof typeof en;

/** Languages whose texts come with the program. */
export const SHIPPED_LANGUAGES: ReadonlySet<string> = new Set(['en', 'fr']);

const reference: PartialStrings = en;

/** `base` with the values of `override` in place of its own. Keys that only `override` has are kept. */
export function mergeStrings<T extends PartialStrings>(base: T, override: PartialStrings): T {
  return { ...base, ...override };
}

/** What `strings` lacks to serve a page in `lang`: keys, and `key.category` for plural forms the language needs. */
export function missingKeys(lang: string, strings: PartialStrings): string[] {
  return Object.entries(reference).flatMap(([key, expected]) => {
    const value = strings[key];
    if (value === undefined) return [key];
    if (typeof expected === 'string') return [];
    if (typeof value === 'string') return [`${key}.other`];
    return pluralCategories(lang)
      .filter((category) => value[category] === undefined)
      .map((category) => `${key}.${category}`);
  });
}

/** How many texts `strings` has of those that a language must bring, a plural text only with all its forms. */
export function translatedTexts(
  lang: string,
  strings: PartialStrings,
): { readonly done: number; readonly all: number } {
  const all = Object.keys(reference).length;
  const lacking = missingKeys(lang, strings).map((key) => (key in reference ? key : key.replace(/\.[^.]*$/, '')));
  return { done: all - new Set(lacking).size, all };
}

/** Keys of `strings` that the program does not use: mostly misspelt ones. */
export function unknownKeys(strings: PartialStrings): string[] {
  return Object.keys(strings).filter((key) => !(key in reference));
}

/** Keys of `strings` whose placeholders differ from the reference's. Only `{count}` may be left out, of a plural form. */
export function wrongPlaceholders(strings: PartialStrings): string[] {
  return Object.entries(strings).flatMap(([key, value]) => {
    const expected = reference[key];
    if (expected === undefined) return [];
    const wanted = new Set(formsOf(expected).flatMap(placeholdersOf));
    const plural = typeof expected !== 'string';
    const right = formsOf(value).every((form) => {
      const found = placeholdersOf(form);
      const lacking = [...wanted].filter((name) => !found.includes(name));
      return found.every((name) => wanted.has(name)) && lacking.every((name) => plural && name === 'count');
    });
    return right ? [] : [key];
  });
}

/** The names between braces, in order: `{count}` gives `count`. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}

/** The plural categories that whole numbers need in a language, as `Intl.PluralRules` chooses them. */
export function pluralCategories(lang: string): Intl.LDMLPluralRule[] {
  return new Intl.PluralRules(intlLocale(lang)).resolvedOptions().pluralCategories;
}

const formsOf = (value: StringValue): string[] => (typeof value === 'string' ? [value] : Object.values(value));
