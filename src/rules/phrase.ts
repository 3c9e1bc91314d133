import { EXPECTED } from '../schema/expected.ts';
import type { ValuePath } from '../schema/field-meta.ts';
import type { Kind } from '../schema/kinds.ts';
import type { PHRASES, PhraseKey } from './phrases.ts';

/** A text that every language can say: data as it stands, or words from a table, a list, the name of a field. Plain data. */
export type Words = string | Phrase | WordList | FieldName | LanguageName;
/** What fills the placeholders of a text. Numbers are written as the language writes them. */
export type Values = Readonly<Record<string, Words | number>>;

export interface Phrase {
  /** Key of the string: `phrase.didYouMean`, `rule.identity.mend`. */
  readonly key: string;
  readonly values?: Values;
}

export interface WordList {
  readonly list: readonly Words[];
  readonly type: 'conjunction' | 'disjunction';
}

export interface FieldName {
  /** Where the field stands, for whoever calls it by its title. */
  readonly field: ValuePath;
  /** Its name in the file. */
  readonly name: Words;
}

/** A language by its tag; each language has its own name for it. */
export interface LanguageName {
  readonly language: string;
}

/** The placeholders of a text. Braces around more than a word are part of the text. */
type NamesIn<T> = T extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string} ${string}` ? never : Name) | NamesIn<Rest>
  : never;
type FormsOf<T> = T extends string ? T : T[keyof T];
type ValuesOf<K extends PhraseKey> = {
  readonly [Name in NamesIn<FormsOf<(typeof PHRASES)[K]>>]: Name extends 'count' ? number : Words | number;
};

/** A phrase of the table; the values are those that its placeholders ask for. */
export function phrase<K extends PhraseKey>(
  key: K,
  ...[values]: keyof ValuesOf<K> extends never ? [] : [ValuesOf<K>]
): Phrase {
  return { key: `phrase.${key}`, ...(values === undefined ? {} : { values: values as Values }) };
}

/** One of several: “a, b or c”; each only once, and one alone as itself. */
export function anyOf(words: readonly Words[]): Words {
  return listed(words, 'disjunction');
}

/** All of several: “a, b and c”. */
export function allOf(words: readonly Words[]): Words {
  return listed(words, 'conjunction');
}

function listed(words: readonly Words[], type: WordList['type']): Words {
  const distinct = [...new Map(words.map((each) => [JSON.stringify(each), each])).values()];
  const [only, ...others] = distinct;
  return only !== undefined && others.length === 0 ? only : { list: distinct, type };
}

/** A field as people call it: by its name, an item of a list by the list and its place, from 1. `name`: another name in the file. */
export function fieldName(path: ValuePath, name?: Words): FieldName {
  return { field: path, name: name ?? ownName(path) };
}

function ownName(path: ValuePath): Words {
  const last = path.at(-1);
  if (last === undefined) return phrase('record');
  return typeof last === 'number' ? phrase('item', { list: ownName(path.slice(0, -1)), number: last + 1 }) : last;
}

/** A kind of record, as a phrase that each language says in its words. */
export function kindName(kind: Kind): Phrase {
  return phrase(`kind.${kind}`);
}

/** The same words with other data: with marks, say, that tell what is not ours. */
export function mapData(words: Words, change: (data: string) => string): Words {
  if (typeof words === 'string') return change(words);
  if ('language' in words) return words;
  if ('field' in words) return { ...words, name: mapData(words.name, change) };
  if ('list' in words) return { ...words, list: words.list.map((each) => mapData(each, change)) };
  return words.values === undefined ? words : { ...words, values: mapValues(words.values, change) };
}

/** The values of a message with what came from a file changed: numbers and phrases are the program’s own. */
export function mapValues(values: Values, change: (data: string) => string): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? value : mapData(value, change)]),
  );
}

const EXPECTED_BY_TEXT = new Map(Object.entries(EXPECTED).map(([key, text]) => [text as string, key]));

/** What a schema says that it expects, as words of every language; a text that is not in the table stays as it is. */
export function expectedWords(text: string): Words {
  const key = EXPECTED_BY_TEXT.get(text);
  return key === undefined ? text : { key: `phrase.${key}` };
}
