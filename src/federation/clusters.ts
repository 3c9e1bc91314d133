import { canonicalRepository, repositoryOnForge } from '../schema/canonical-repository.ts';
import type { Kind } from '../schema/kinds.ts';
import { recordKey } from '../schema/registry.ts';

/** Of a record, what tells whether another is about the same thing. */
export interface ClusterRecord {
  readonly kind: Kind;
  readonly id: string;
  readonly data: {
    readonly repository?: string | undefined;
    /** The repository holds other projects, too: it tells nothing of which this is. */
    readonly sharedRepository?: boolean | undefined;
    readonly sameAs?: readonly string[] | undefined;
    readonly identifiers?: { readonly wikidata?: string | undefined } | undefined;
    readonly distinctFrom?: readonly string[] | undefined;
  };
  /** Addresses of the record's own pages, here and at the copy that writes it: what others may name under `sameAs`. */
  readonly pages?: readonly string[];
}

const WIKIDATA = /^https:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/(Q[1-9]\d{0,11})\/?$/i;

/** What a record shares with every other one about the same thing; sorted, without repeats. */
export function clusterKeys({ data, pages = [] }: Pick<ClusterRecord, 'data' | 'pages'>): string[] {
  const addresses = [
    ...(data.repository === undefined || data.sharedRepository === true ? [] : [data.repository]),
    ...(data.sameAs ?? []),
    ...pages,
  ];
  const wikidata = data.identifiers?.wikidata;
  const keys = [...addresses.map(addressKey), ...(wikidata === undefined ? [] : [`wikidata:${wikidata}`])];
  return [...new Set(keys)].sort();
}

function addressKey(address: string): string {
  const item = WIKIDATA.exec(address)?.[1];
  if (item !== undefined) return `wikidata:${item.toUpperCase()}`;
  // Of a page that is no repository, the query may be all that tells it from the next.
  const isPage = address.includes('?') && repositoryOnForge(address) === undefined;
  return isPage ? address : canonicalRepository(address);
}

/**
 * Records about one thing, to be shown together and never merged: of one kind, joined by what they share. `distinctFrom` cuts the edge
 * between two, from either side. Groups of two or more, each sorted, as keys `kind:id`; the same whatever the order of the records.
 */
export function clustersOf(records: readonly ClusterRecord[]): string[][] {
  const distinct = distinctPairs(records);
  const joined = new UnionFind();
  for (const sharers of byClusterKey(records).values())
    for (const group of groupsWithout(sharers, distinct)) for (const key of group) joined.join(group[0] ?? key, key);
  return joined
    .groups()
    .map((group) => group.sort())
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}

/** The records that are shown beside one: its cluster, without those that are said to be something else. */
export function shownBeside(record: ClusterRecord, cluster: readonly ClusterRecord[]): ClusterRecord[] {
  const isDistinct = (a: ClusterRecord, b: ClusterRecord) => a.data.distinctFrom?.includes(b.id) === true;
  return cluster.filter((other) => other.id !== record.id && !isDistinct(record, other) && !isDistinct(other, record));
}

function byClusterKey(records: readonly ClusterRecord[]): Map<string, string[]> {
  const sharers = new Map<string, string[]>();
  for (const record of records) {
    for (const shared of clusterKeys(record)) {
      const key = `${record.kind} ${shared}`;
      const known = sharers.get(key);
      if (known === undefined) sharers.set(key, [recordKey(record.kind, record.id)]);
      else known.push(recordKey(record.kind, record.id));
    }
  }
  return sharers;
}

function distinctPairs(records: readonly ClusterRecord[]): ReadonlyMap<string, ReadonlySet<string>> {
  const pairs = new Map<string, Set<string>>();
  const add = (a: string, b: string) => pairs.set(a, (pairs.get(a) ?? new Set()).add(b));
  for (const { kind, id, data } of records) {
    for (const other of data.distinctFrom ?? []) {
      add(recordKey(kind, id), recordKey(kind, other));
      add(recordKey(kind, other), recordKey(kind, id));
    }
  }
  return pairs;
}

/**
 * All that share one key are joined pair by pair, but for the distinct ones: the connected parts of what is left, found without looking at
 * each pair, for a key may be shared by thousands.
 */
function* groupsWithout(
  members: readonly string[],
  distinct: ReadonlyMap<string, ReadonlySet<string>>,
): Generator<string[]> {
  const left = new Set(members);
  for (const first of members) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const member of group) {
      const others = distinct.get(member);
      for (const next of left) {
        if (others?.has(next)) continue;
        left.delete(next);
        group.push(next);
      }
    }
    yield group;
  }
}

/** Disjoint sets of texts (Galler and Fischer 1964), with paths halved. */
class UnionFind {
  readonly #parents = new Map<string, string>();

  join(a: string, b: string): void {
    const [rootA, rootB] = [this.#root(a), this.#root(b)];
    if (rootA !== rootB) this.#parents.set(rootB, rootA);
  }

  /** The sets of more than one. */
  groups(): string[][] {
    const members = Map.groupBy(this.#parents.keys(), (each) => this.#root(each));
    return [...members.values()].filter(({ length }) => length > 1);
  }

  #root(of: string): string {
    if (!this.#parents.has(of)) this.#parents.set(of, of);
    let each = of;
    for (;;) {
      const parent = this.#parents.get(each) ?? each;
      if (parent === each) return each;
      const above = this.#parents.get(parent) ?? parent;
      this.#parents.set(each, above);
      each = above;
    }
  }
}
