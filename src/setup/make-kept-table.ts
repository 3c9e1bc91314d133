import { type Registry, recordKey, splitId } from '../schema/registry.ts';
import { recordsByKey, withReferred } from './kept-records.ts';
import type { KeptTable } from './kept-table.ts';

/** The table of a registry: what each zone refers to is followed once, here. */
export function makeKeptTable(registry: Pick<Registry, 'records' | 'tombstones'>): KeptTable {
  const byKey = recordsByKey(registry);
  const places = new Map<string, number>();
  const placeOf = (key: string) => {
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return place;
  };
  const records = Map.groupBy(registry.records, ({ zone }) => zone);
  const gone = Map.groupBy(registry.tombstones, ({ id }) => splitId(id).zone);
  const zones = [...new Set([...records.keys(), ...gone.keys()])].toSorted().map((zone) => {
    const own = records.get(zone) ?? [];
    const others = [...withReferred(own, byKey)].filter((record) => record.zone !== zone);
    const refers = others.map(({ kind, id }) => placeOf(recordKey(kind, id)));
    return [zone, [own.length, gone.get(zone)?.length ?? 0, ...refers]] as const;
  });
  return { keys: [...places.keys()], zones: Object.fromEntries(zones) };
}
