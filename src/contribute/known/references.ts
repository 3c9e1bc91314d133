import { canonicalRepository } from '../../schema/canonical-repository.ts';
import type { Kind } from '../../schema/kinds.ts';
import { foldSpelling, foldWord, WORDS } from '../../search/fold.ts';
import type { Known, KnownRecord } from './known.ts';
import { canonicalPage } from './same-thing.ts';

export interface Reference {
  readonly record: KnownRecord;
  /** The name by which it was found, where it is not one that the record is shown with: an acronym, a name in another language. */
  readonly matched: string;
}

/** How many are offered. */
const MOST = 8;

/**
 * Finds the records that a typed text may mean: by the words of their names and other names in every language, by id, and by the address of
 * their repository, their website or another page about them. Every word of the text begins a word of the name, or stands in it where none begins so. Case, accents and
 * letters without decomposition count as little as in the search. The best first; none for an empty text.
 */
export function referenceFinder(known: Known): (query: string, kind: Kind) => Reference[] {
  const entries = entriesByKind(known);
  return (query, kind) => {
    const list = entries(kind);
    const addresses = isAddress(query) ? addressesOf(query) : [];
    const byAddress = list.filter(({ record: { repositories = [], website = '', sameAs = [] } }) =>
      addresses.some((address) => [...repositories, website, ...sameAs].includes(address)),
    );
    if (byAddress.length > 0) return byAddress.slice(0, MOST).map(({ record, names }) => found(record, names[0]));
    const words = wordsOf(query);
    if (words.length === 0) return [];
    const ranked = list.flatMap(({ record, names }) => {
      const [best] = names
        .map((name) => ({ name, rank: rankOf(name, words) }))
        .filter(({ rank }) => rank > 0)
        .toSorted((a, b) => b.rank - a.rank);
      return best === undefined ? [] : [{ record, ...best }];
    });
    return ranked
      .toSorted(
        (a, b) =>
          b.rank - a.rank ||
          a.name.folded.length - b.name.folded.length ||
          (a.name.folded < b.name.folded ? -1 : a.name.folded > b.name.folded ? 1 : a.record.id < b.record.id ? -1 : 1),
      )
      .slice(0, MOST)
      .map(({ record, name }) => found(record, name));
  };
}

/**
 * The id of the one record that a text names for certain: its id, one of its names whatever their case, accents and signs are, or its address,
 * whatever its scheme and ending are. Nothing where two are named so: nobody should be named in place of another.
 */
export function recordFinder({ records }: Known): (kind: Kind, nameOrUrl: string) => string | undefined {
  let ids: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return (kind, nameOrUrl) => {
    ids ??= idsByKey(records);
    const keys = isAddress(nameOrUrl) ? addressesOf(nameOrUrl) : [nameOrUrl, nameKey(nameOrUrl)];
    const meant = new Set(keys.flatMap((key) => [...(ids?.get(`${kind} ${key}`) ?? [])]));
    return meant.size === 1 ? [...meant][0] : undefined;
  };
}

function idsByKey(records: readonly KnownRecord[]): ReadonlyMap<string, ReadonlySet<string>> {
  const ids = new Map<string, Set<string>>();
  for (const record of records) {
    const { kind, id, repositories = [], website, sameAs = [] } = record;
    const names = namesOf(record).map(nameKey);
    for (const key of [id, ...names, ...repositories, ...sameAs, website]) {
      if (key === undefined || key === '') continue;
      const held = ids.get(`${kind} ${key}`);
      if (held === undefined) ids.set(`${kind} ${key}`, new Set([id]));
      else held.add(id);
    }
  }
  return ids;
}

/** Accents are left out; the signs that make another word in other scripts, as vowels of Devanagari, are not. */
function nameKey(name: string): string {
  const bare = foldSpelling(name).toLowerCase().normalize('NFKD');
  return bare.replace(/[\u0300-\u036f]|[^\p{L}\p{M}\p{N}]/gu, '');
}

function namesOf({ name, also = [] }: KnownRecord): string[] {
  return [...(typeof name === 'string' ? [name] : Object.values(name)), ...also];
}

interface FoldedName {
  readonly text: string;
  readonly folded: string;
}

interface Entry {
  readonly record: KnownRecord;
  /** Names, other names, and the id as words. */
  readonly names: readonly FoldedName[];
}

/** What is compared, worked out once a kind and when it is first asked for. */
function entriesByKind(known: Known): (kind: Kind) => readonly Entry[] {
  const entries = new Map<Kind, readonly Entry[]>();
  return (kind) => {
    const list =
      entries.get(kind) ?? known.records.filter((record) => record.kind === kind).map((record) => entryOf(record));
    entries.set(kind, list);
    return list;
  };
}

function entryOf(record: KnownRecord): Entry {
  const texts = [...new Set([...namesOf(record), record.id])];
  return { record, names: texts.map((text) => ({ text, folded: wordsOf(text).join(' ') })) };
}

function wordsOf(text: string): string[] {
  return foldWord(text).match(WORDS) ?? [];
}

/** 4: the whole name. 3: its beginning. 2: every word begins one of its words. 1: every word stands in it somewhere. 0: not found. */
function rankOf({ folded }: FoldedName, words: readonly string[]): number {
  const query = words.join(' ');
  if (folded === query) return 4;
  if (folded.startsWith(query)) return 3;
  const spaced = ` ${folded}`;
  if (words.every((word) => spaced.includes(` ${word}`))) return 2;
  return words.every((word) => folded.includes(word)) ? 1 : 0;
}

function isAddress(text: string): boolean {
  return /^[a-z+]+:\/\/|^[^@\s]+@[^:\s]+:/i.test(text.trim());
}

/** An address as the list has it: as one of a repository, and as one of a page. */
function addressesOf(text: string): string[] {
  return [canonicalRepository(text.trim()), canonicalPage(text.trim())];
}

function found(record: KnownRecord, name: FoldedName | undefined): Reference {
  return { record, matched: name?.text ?? record.id };
}
