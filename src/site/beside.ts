import { type ClusterRecord, clustersOf, shownBeside } from '../federation/clusters.ts';
import { kindOfFolder } from '../schema/kinds.ts';
import { type AnyRecord, type Registry, recordKey } from '../schema/registry.ts';

/**
 * Finds the records about the same thing as another: of other zones, or twice in one. They are shown beside each other, and nothing is merged.
 * @param url the address of this site, base path included
 */
export function besideOf(registry: Registry, url: string): Beside {
  let beside: Beside | undefined;
  return (record) => {
    // Not every site is asked: what only counts records need not wait for it.
    beside ??= findBeside(registry, url);
    return beside(record);
  };
}

type Beside = (record: AnyRecord) => readonly AnyRecord[];

function findBeside(registry: Registry, url: string): Beside {
  const pages = pagesNamed(registry, url);
  const records = new Map(
    registry.records.map((record) => {
      const key = recordKey(record.kind, record.id);
      return [key, { record, cluster: clusterRecord(record, pages.get(key)) }] as const;
    }),
  );
  const clusterOf = new Map<string, readonly string[]>();
  for (const cluster of clustersOf([...records.values()].map(({ cluster: each }) => each)))
    for (const key of cluster) clusterOf.set(key, cluster);
  return ({ kind, id }) => {
    const key = recordKey(kind, id);
    const cluster = clusterOf.get(key);
    const self = records.get(key)?.cluster;
    if (cluster === undefined || self === undefined) return [];
    const members = cluster.flatMap((each) => records.get(each)?.cluster ?? []);
    return shownBeside(self, members).flatMap((other) => records.get(recordKey(other.kind, other.id))?.record ?? []);
  };
}

function clusterRecord({ kind, id, data }: AnyRecord, pages: readonly string[] = []): ClusterRecord {
  return { kind, id, data: data as ClusterRecord['data'], pages };
}

/** Pages of records, here and at the copies that write them, that some record names under `sameAs`; by `kind:id`. Others join nothing. */
function pagesNamed({ records, federation }: Registry, url: string): ReadonlyMap<string, readonly string[]> {
  const copies = [
    url,
    ...(federation.sources ?? []).map((source) => source.url),
    ...Object.values(federation.delegations ?? {}),
  ].map((each) => (each.endsWith('/') ? each : `${each}/`));
  const pages = new Map<string, string[]>();
  for (const address of records.flatMap(({ data }) => ('sameAs' in data ? (data.sameAs ?? []) : []))) {
    const copy = copies.find((each) => address.startsWith(each));
    const key = copy === undefined ? undefined : recordOfPage(address.slice(copy.length));
    if (key !== undefined) pages.set(key, [...(pages.get(key) ?? []), address]);
  }
  return pages;
}

/** `fr/projects/ca/gc-notify/` is the page of a record. */
function recordOfPage(path: string): string | undefined {
  const [, folder = '', id = ''] = /^[A-Za-z0-9-]+\/([a-z]+)\/([a-z0-9-]+\/[a-z0-9-]+)\/?$/.exec(path) ?? [];
  const kind = kindOfFolder(folder);
  return kind === undefined ? undefined : recordKey(kind, id);
}
