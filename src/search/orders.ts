import { ByteWriter, type Decoded, decodeFile, UnreadableFile } from './bytes.ts';
import type { SearchEntry } from './entry.ts';

/** The orders that the build prepares. `best` is the text index's own, or {@link BROWSING_ORDER}. */
export const ORDERS = ['checked', 'users', 'added', 'name'] as const;
export type OrderName = (typeof ORDERS)[number];

/** The best order while nothing was typed: what most bodies use, and of that the recently checked. */
export const BROWSING_ORDER: OrderName = 'users';

/** All record numbers, first to last. */
export type Order = Uint32Array;

const KIND = 2;
const MOST_RECORDS = 1 << 24;

/**
 * An order as a file. It holds each record's rank and not the order itself: records that tie share a rank (and then
 * follow each other by number), which takes a fraction of the bytes.
 * @param lang language whose names and alphabet `name` goes by
 */
export function encodeOrder(name: OrderName, entries: readonly SearchEntry[], lang: string): Uint8Array<ArrayBuffer> {
  const ranks = ranksOf(name, entries, lang);
  const writer = new ByteWriter();
  writer.byte(KIND);
  writer.number(ranks.length);
  // Low bytes and high bytes apart: each plane compresses better alone.
  for (let plane = 0; plane < 3; plane += 1) writer.raw(ranks.map((rank) => (rank >>> (plane * 8)) & 0xff));
  return writer.finish();
}

/** The order out of its file. Never throws on bytes. */
export function decodeOrder(bytes: Uint8Array): Decoded<Order> {
  return decodeFile(bytes, KIND, (reader) => {
    const size = reader.number();
    if (size > MOST_RECORDS) throw new UnreadableFile('the order claims too many records');
    const ranks = new Uint32Array(size);
    for (let plane = 0; plane < 3; plane += 1) {
      reader.raw(size).forEach((byte, number) => {
        ranks[number] = (ranks[number] ?? 0) | (byte << (plane * 8));
      });
    }
    if (ranks.some((rank) => rank >= size)) throw new UnreadableFile('the order has a rank beyond its end');
    return sortByRank(ranks);
  });
}

/** Counting sort: stable, so that ties stay in the order of their numbers. */
function sortByRank(ranks: Uint32Array): Order {
  const starts = new Uint32Array(ranks.length + 1);
  for (const rank of ranks) starts[rank + 1] = (starts[rank + 1] ?? 0) + 1;
  for (let rank = 1; rank < starts.length; rank += 1) starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0);
  const order = new Uint32Array(ranks.length);
  ranks.forEach((rank, number) => {
    const place = starts[rank] ?? 0;
    order[place] = number;
    starts[rank] = place + 1;
  });
  return order;
}

/** The entries in an order, as the browser will show them: ties by number. */
export function sortEntries(name: OrderName, entries: readonly SearchEntry[], lang: string): SearchEntry[] {
  const compare = comparison(name, lang);
  return [...entries].sort((one, other) => compare(one, other) || one.number - other.number);
}

/** Dense ranks from 0: equal keys, equal rank. */
function ranksOf(name: OrderName, entries: readonly SearchEntry[], lang: string): number[] {
  const compare = comparison(name, lang);
  const byKey = sortEntries(name, entries, lang);
  const ranks = new Array<number>(entries.length).fill(0);
  let rank = 0;
  byKey.forEach((entry, index) => {
    const before = byKey[index - 1];
    if (before && compare(before, entry) !== 0) rank += 1;
    ranks[entry.number] = rank;
  });
  return ranks;
}

type Comparison = (one: SearchEntry, other: SearchEntry) => number;

function comparison(name: OrderName, lang: string): Comparison {
  switch (name) {
    case 'users':
      return (one, other) => other.sortKeys.users - one.sortKeys.users || latest('checked')(one, other);
    case 'checked':
      return latest('checked');
    case 'added':
      return latest('added');
    case 'name': {
      const collator = new Intl.Collator(lang, { numeric: true });
      const nameOf = (entry: SearchEntry): string => entry.sortKeys.names[lang] ?? entry.id;
      return (one, other) => collator.compare(nameOf(one), nameOf(other));
    }
  }
}

/** The latest date first; a record without one comes last. */
function latest(key: 'checked' | 'added'): Comparison {
  return (one, other) => {
    const left = one.sortKeys[key] ?? '';
    const right = other.sortKeys[key] ?? '';
    return left === right ? 0 : left > right ? -1 : 1;
  };
}
