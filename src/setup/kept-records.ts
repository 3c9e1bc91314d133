import { mdxReferences } from '../registry/change/mdx-references.ts';
import { markedValues, type Wanted } from '../rules/marked-values.ts';
import type { Kind } from '../schema/kinds.ts';
import { type AnyRecord, type Registry, recordKey, splitId, type TombstoneRecord } from '../schema/registry.ts';
import type { Include } from './answers.ts';
import { type KeptKeys, wantedZones } from './kept-keys.ts';

export interface KeptRecords extends KeptKeys {
  /** Records of other zones that stay. */
  readonly foreign: readonly AnyRecord[];
  /** Those of them that stay only because a record that stays refers to them. */
  readonly referred: readonly AnyRecord[];
  /** Records and tombstones of other zones that go. */
  readonly removed: readonly (AnyRecord | TombstoneRecord)[];
}

const mayRefer: Wanted = ({ references, mayReference }) => references !== undefined || mayReference !== undefined;

/**
 * Which records of other zones stay in a new copy: those that are wanted, and whatever a record that stays refers to, so that no reference
 * leads nowhere. A tombstone stays with its zone.
 */
export function keptRecords(registry: Registry, zones: readonly string[], include: Include): KeptRecords {
  const isWanted = wantedZones(zones, include);
  const wanted = new Set(registry.records.filter(({ zone }) => isWanted(zone)));
  const kept = withReferred(wanted, recordsByKey(registry));
  const stones = registry.tombstones.filter(({ id }) => !isWanted(splitId(id).zone));
  return {
    foreign: [...kept].filter(({ zone }) => !zones.includes(zone)),
    referred: [...kept].filter((record) => !wanted.has(record)),
    removed: [...registry.records.filter((record) => !kept.has(record)), ...stones],
  };
}

/** Records by `kind:id`. */
export function recordsByKey({ records }: Pick<Registry, 'records'>): ReadonlyMap<string, AnyRecord> {
  return new Map(records.map((record) => [recordKey(record.kind, record.id), record]));
}

/** Records, and all that they and those refer to. */
export function withReferred(
  records: Iterable<AnyRecord>,
  byKey: ReadonlyMap<string, AnyRecord>,
): ReadonlySet<AnyRecord> {
  const kept = new Set(records);
  // A set is walked to its end, what is added on the way included.
  for (const record of kept) {
    for (const key of referencesOf(record)) {
      const named = byKey.get(key);
      if (named !== undefined) kept.add(named);
    }
  }
  return kept;
}

function referencesOf(record: AnyRecord): string[] {
  const inFields = markedValues(record, mayRefer).map(({ value, meta }) =>
    recordKey((meta.references ?? meta.mayReference) as Kind, String(value)),
  );
  const inText = mdxReferences(record.body ?? '') ?? [];
  return [...inFields, ...inText.map(({ kind, id }) => recordKey(kind, id))];
}
