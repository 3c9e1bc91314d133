import { KIND_NAMES, type Kind } from '../../schema/kinds.ts';
import type { AnyRecord, Registry } from '../../schema/registry.ts';
import type { GoneRecord, KnownRecord, PublishedKnown } from './known.ts';
import { othersOf, repositoriesOf, sameAsOf, websiteOf } from './same-thing.ts';

/** The list of known records of a registry, as small as it can be: what is empty is left out. */
export function knownRecords(registry: Registry): PublishedKnown {
  const countries = new Map(
    registry.records.flatMap((record) => (record.kind === 'organization' ? [[record.id, record.data.country]] : [])),
  );
  return {
    version: 1,
    records: byKind(registry.records, (record) => knownRecord(record, countries)),
    gone: byKind(
      registry.tombstones,
      ({ id, data }): Omit<GoneRecord, 'kind'> => ({
        id,
        ...present({ successor: data.successor }),
      }),
    ),
  };
}

function byKind<T extends { kind: Kind }, U>(all: readonly T[], of: (item: T) => U): Partial<Record<Kind, U[]>> {
  const entries = KIND_NAMES.map((kind) => [kind, all.filter((item) => item.kind === kind).map(of)] as const);
  return Object.fromEntries(entries.filter(([, list]) => list.length > 0));
}

function knownRecord(record: AnyRecord, countries: ReadonlyMap<string, string | undefined>): Omit<KnownRecord, 'kind'> {
  const { id, data } = record;
  const owner = 'owner' in data ? data.owner : undefined;
  return {
    id,
    name: 'title' in data ? data.title : data.name,
    ...present({
      also: alsoOf(data),
      repositories: repositoriesOf(data),
      website: websiteOf(data),
      owner,
      country: 'country' in data ? data.country : countries.get(owner ?? ''),
      formerIds: data.formerIds,
      sameAs: sameAsOf(data),
      others: othersOf(record.kind, data),
    }),
  };
}

function alsoOf(data: AnyRecord['data']): string[] {
  const acronym = 'acronym' in data && data.acronym !== undefined ? [data.acronym] : [];
  return [...acronym, ...('aliases' in data ? (data.aliases ?? []) : [])];
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function present<T extends Record<string, unknown>>(fields: T): Present<T> {
  const kept = Object.entries(fields).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as Present<T>;
}
