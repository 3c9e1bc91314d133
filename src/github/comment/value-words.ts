import { countryName, languageName } from '../../i18n/format.ts';
import { type LanguageMap, pickText } from '../../i18n/localized.ts';
import { type FieldMeta, metaOf, schemasAt, type ValuePath } from '../../schema/field-meta.ts';
import { KINDS, type Kind } from '../../schema/kinds.ts';
import type { CommentContext } from './context.ts';

/** What a field is called in the language of the comment, in English where nobody has translated it. */
export function fieldTitle(kind: Kind, field: string, { strings }: CommentContext): string {
  const own = strings[`schema.${kind}.${field}.title`];
  return typeof own === 'string' ? own : (metaAt(kind, [field]).title ?? field);
}

/** One value in words: terms by their labels, records by their names, codes by what they stand for; all else as it is. */
export function valueWords(kind: Kind, path: ValuePath, value: unknown, context: CommentContext): string {
  if (typeof value !== 'string') return JSON.stringify(value) ?? '';
  const { strings, t, lookup } = context;
  const { enumeration, vocabulary, references, notation } = metaAt(kind, path);
  if (enumeration !== undefined) {
    const label = strings[`${enumeration}.${value}`];
    return typeof label === 'string' ? label : value;
  }
  if (vocabulary !== undefined) return inLanguage(lookup.term(vocabulary, value), t.lang) ?? value;
  if (references !== undefined) {
    const name = inLanguage(lookup.name(references as Kind, value), t.lang);
    return name === undefined ? value : `${name} (${value})`;
  }
  if (notation === 'country' && /^[A-Z]{2}$/.test(value)) return countryName(value, t.lang);
  if (notation === 'language') return languageShown(value, t.lang);
  return value;
}

/** The name of a language; the tag itself where it is none that Intl takes. */
export function languageShown(tag: string, lang: string): string {
  return /^[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Z]{2}|\d{3}))?$/.test(tag) ? languageName(tag, lang) : tag;
}

function inLanguage(name: string | LanguageMap | undefined, lang: string): string | undefined {
  return name === undefined || typeof name === 'string' ? name : pickText(name, lang)?.text;
}

function metaAt(kind: Kind, path: ValuePath): FieldMeta {
  return Object.assign({}, ...schemasAt(KINDS[kind].schema, path).map(metaOf)) as FieldMeta;
}
