import { SYNC_CHECKS } from '../federation/sync-checks.ts';
import { zoneProblem } from '../rules/zone-authority.ts';
import type { Lock } from '../schema/lock.ts';
import { type AnyRecord, recordKey } from '../schema/registry.ts';
import type { Site } from './make-site.ts';
import { copyAt, type Origin, originOf, sourceOf } from './origin.ts';

/** A copy that records are taken from, and how they stand. Keys are `kind:id`. */
export interface CopyFacts extends Origin {
  readonly source: NonNullable<Origin['source']>;
  readonly snapshot?: Lock['snapshot'];
  /** Records of its zones that stand here. */
  readonly records: number;
  /** What it shows and is not taken, by the reason. */
  readonly leftOut: readonly { readonly reason: string; readonly keys: readonly string[] }[];
  /** What it shows no more, without a word of its end; `isLong`: for so long that somebody should ask. */
  readonly absent: readonly { readonly key: string; readonly since: string; readonly isLong: boolean }[];
  /** Its records that were changed or added here: they are not taken any more. */
  readonly edited: readonly string[];
  /** Records that this copy says otherwise. */
  readonly overlays: readonly AnyRecord[];
}

/** A zone that another copy writes. */
export interface DelegationFacts {
  readonly zone: string;
  readonly writer: Origin;
  readonly records: number;
}

/** Every source, in the order of `federation.yaml`. */
export function copiesOf(lang: string, site: Site): CopyFacts[] {
  const { registry } = site;
  const byZone = Map.groupBy(registry.records, ({ zone }) => zone);
  return (registry.federation.sources ?? []).map((source): CopyFacts => {
    const copy = copyAt(source.url, source, lang, site);
    const zones = [...byZone.keys()].filter((zone) => isTakenFrom(source.id, zone, site));
    const records = zones.flatMap((zone) => byZone.get(zone) ?? []);
    const overlaid = new Set(registry.overlays.map(({ kind, id }) => recordKey(kind, id)));
    return {
      ...copy,
      source,
      snapshot: copy.lock?.snapshot,
      records: records.length,
      leftOut: leftOut(copy.lock),
      absent: absent(copy.lock, site.today),
      edited: registry.edited.flatMap((each) => (each.source.id === source.id ? [recordKey(each.kind, each.id)] : [])),
      overlays: records.filter(({ kind, id }) => overlaid.has(recordKey(kind, id))),
    };
  });
}

/** Every zone that this copy has given away, in order. */
export function delegationsOf(lang: string, site: Site): DelegationFacts[] {
  return Object.keys(site.registry.federation.delegations ?? {})
    .toSorted()
    .flatMap((zone) => {
      const writer = originOf(zone, lang, site);
      const records = site.registry.records.filter((record) => record.zone === zone).length;
      return writer === undefined ? [] : [{ zone, writer, records }];
    });
}

function isTakenFrom(source: string, zone: string, { registry }: Site): boolean {
  return zoneProblem(registry, zone) !== undefined && sourceOf(zone, registry.federation)?.id === source;
}

function leftOut(lock: Lock | undefined): CopyFacts['leftOut'] {
  const byReason = Map.groupBy(Object.entries(lock?.quarantined ?? {}), ([, { reason }]) => reason);
  return [...byReason]
    .map(([reason, entries]) => ({ reason, keys: entries.map(([key]) => key).toSorted() }))
    .toSorted((a, b) => (a.reason < b.reason ? -1 : 1));
}

function absent(lock: Lock | undefined, today: string): CopyFacts['absent'] {
  return Object.entries(lock?.absent ?? {})
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => ({ key, since: entry.since, isLong: SYNC_CHECKS.isOrphan(entry, today) }));
}

/** `kind:id` as people write it: `ca/gc-notify`. */
export function idOfKey(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}
