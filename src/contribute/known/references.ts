import { canonicalRepository } from '../../schema/canonical-repository.ts';
import type { Kind } from '../../schema/kinds.ts';
import { foldWord, WORDS } from '../../search/fold.ts';
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
 * their repository or website. Every word of the text begins a word of the name, or stands in it where none begins so. Case, accents and
 * letters without decomposition count as little as in the search. The best first; none for an empty text.
 */
export function referenceFinder(known: Known): (query: string, kind: Kind) => Reference[] {
  const entries = entriesByKind(known);
  return (query, kind) => {
    const list = entries(kind);
    const byAddress = list.filter(({ record }) => hasAddress(record, query));
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
 * The id of the one record that a text names for certain: its id, one of its names as it is spelt there but for case and accents, or its
 * address. Nothing where two are named so.
 */
export function recordFinder(known: Known): (kind: Kind, nameOrUrl: string) => string | undefined {
  const entries = entriesByKind(known);
  return (kind, nameOrUrl) => {
    const wanted = wordsOf(nameOrUrl).join(' ');
    const meant = entries(kind).filter(
      ({ record, names }) =>
        record.id === nameOrUrl ||
        hasAddress(record, nameOrUrl) ||
        (wanted !== '' && names.some(({ folded }) => folded === wanted)),
    );
    return meant.length === 1 ? meant[0]?.record.id : undefined;
  };
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
  const { id, name, also = [] } = record;
  const names = typeof name === 'string' ? [name] : Object.values(name);
  const texts = [...new Set([...names, ...also, id])];
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

function hasAddress({ repositories, website }: KnownRecord, text: string): boolean {
  const address = text.trim();
  if (!/^[a-z+]+:\/\/|^[^@\s]+@[^:\s]+:/i.test(address)) return false;
  return repositories?.includes(canonicalRepository(address)) === true || website === canonicalPage(address);
}

function found(record: KnownRecord, name: FoldedName | undefined): Reference {
  return { record, matched: name?.text ?? record.id };
}
