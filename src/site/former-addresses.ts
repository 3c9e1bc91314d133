import { formerIdsCount } from '../rules/former-ids.ts';
import { standsNow } from '../rules/tombstone.ts';
import { KINDS } from '../schema/kinds.ts';
import { type Registry, recordKey, splitId } from '../schema/registry.ts';
import type { Tombstone } from '../schema/tombstone.ts';
import { isPagedKind, type PagedKind } from './record-links.ts';

interface Former {
  readonly kind: PagedKind;
  readonly id: string;
  /** Path of the page without base and language: `projects/ca/gc-notify/`. */
  readonly path: string;
}

export interface MovedAddress extends Former {
  /** The id under which the record stands now. */
  readonly to: string;
}

export interface GoneAddress extends Former {
  readonly tombstone: Tombstone;
  /** The id of the record that stands for it now. */
  readonly successor: string | undefined;
}

/** Where a record stood before, or one that is gone: pages that lead on, and are in no list. */
export type FormerAddress = MovedAddress | GoneAddress;

/** Every former address of a registry, each once; where something stands today, that counts. */
export function formerAddresses(registry: Registry): FormerAddress[] {
  const found = new Map<string, FormerAddress>();
  const stones = new Map(registry.tombstones.map((stone) => [recordKey(stone.kind, stone.id), stone]));
  for (const stone of registry.tombstones) {
    const { kind, id, data: tombstone } = stone;
    if (isPagedKind(kind))
      found.set(recordKey(kind, id), {
        ...placeOf(kind, id),
        tombstone,
        successor: standsNow(stone, stones, registry),
      });
  }
  const counts = formerIdsCount(registry);
  for (const { kind, id: to, zone, data } of registry.records)
    for (const id of data.formerIds ?? []) {
      const key = recordKey(kind, id);
      if (isPagedKind(kind) && !found.has(key) && !registry.known.has(key) && counts(zone, splitId(id).zone))
        found.set(key, { ...placeOf(kind, id), to });
    }
  return [...found.values()];
}

function placeOf(kind: PagedKind, id: string): Former {
  return { kind, id, path: `${KINDS[kind].folder}/${id}/` };
}
