import type { z } from 'zod';
import { type FieldMeta, metaOf, schemasAt, type ValuePath } from '../schema/field-meta.ts';
import { countryName, formatDate, formatNumber, languageName } from './format.ts';
import type { PartialStrings } from './strings.ts';
import type { Translator } from './t.ts';

/** The label of a vocabulary's term. */
export type LabelOf = (vocabulary: string, term: string) => string | undefined;
export type ValueWords = (
  schema: z.ZodObject,
  path: ValuePath,
  value: unknown,
  titleOf: (path: ValuePath) => string,
) => string;

/** Tells values of records in plain words of a language: labels of closed lists, dates, countries; ids and texts as they are. */
export function createValueWords(
  t: Translator,
  strings: PartialStrings,
  labelOf: LabelOf = () => undefined,
): ValueWords {
  const words: ValueWords = (schema, path, value, titleOf) => {
    if (Array.isArray(value)) {
      const items = value.map((item, index) => words(schema, [...path, index], item, titleOf));
      return items.join(t(value.some(isMap) ? 'changed.separator' : 'punctuation.listSeparator'));
    }
    if (!isMap(value)) return leafWords(value, metaAt(schema, path));
    const isLanguages = metaAt(schema, path).languageMap === true;
    const fields = Object.entries(value).map(([key, inner]) => {
      const at = [...path, key];
      const field = isLanguages ? nameOfLanguage(key, t.lang) : titleOf(at);
      return { field, part: words(schema, at, inner, titleOf) };
    });
    // What the item is called stands before it already.
    const told = fields.length > 1 ? fields.filter(({ part }) => part !== path.at(-1)) : fields;
    return told.map((each) => t('changed.part', each)).join(t('changed.separator'));
  };

  const leafWords = (value: unknown, meta: FieldMeta): string => {
    if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
    if (meta.notation === 'date') return safely(String(value), () => formatDate(String(value), t.lang));
    if (typeof value === 'number') return formatNumber(value, t.lang);
    if (typeof value !== 'string') return JSON.stringify(value) ?? '';
    if (meta.notation === 'country') return safely(value, () => countryName(value, t.lang));
    if (meta.notation === 'language') return nameOfLanguage(value, t.lang);
    if (meta.enumeration !== undefined) return labelIn(strings, `${meta.enumeration}.${value}`) ?? value;
    return (meta.vocabulary === undefined ? undefined : labelOf(meta.vocabulary, value)) ?? value;
  };

  return words;
}

function labelIn(strings: PartialStrings, key: string): string | undefined {
  const label = Object.hasOwn(strings, key) ? strings[key] : undefined;
  return typeof label === 'string' ? label : undefined;
}

function metaAt(schema: z.ZodObject, path: ValuePath): FieldMeta {
  return Object.assign({}, ...schemasAt(schema, path).map(metaOf)) as FieldMeta;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The name of a language; what is no language tag, as it is. */
export function nameOfLanguage(tag: string, lang: string): string {
  return safely(tag, () => languageName(tag, lang));
}

/** Intl throws on what is no date, no country and no language. */
function safely(value: string, words: () => string): string {
  try {
    return words();
  } catch {
    return value;
  }
}
