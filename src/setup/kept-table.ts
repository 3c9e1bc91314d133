import type { Kind } from '../schema/kinds.ts';
import { splitId } from '../schema/registry.ts';
import type { Include } from './answers.ts';
import { type KeptKeys, wantedZones } from './kept-keys.ts';

/** What of a registry's records tells which of them stay in a new copy: small enough for a page, which has no records. */
export interface KeptTable {
  /** Records that another zone refers to, as `project:fr/courrier`. */
  readonly keys: readonly string[];
  /** By zone, its number of records, of records that are gone, and the places in `keys` of what its records refer to, all the way. */
  readonly zones: Readonly<Record<string, readonly [records: number, gone: number, ...refers: number[]]>>;
}

export interface KeptInTable extends KeptKeys {
  /** Numbers of records: of the copy's zones, of others that stay, and of those that go. */
  readonly counts: { readonly own: number; readonly foreign: number; readonly removed: number };
}

/** As `keptRecords`, from a table. */
export function keptInTable(table: KeptTable, zones: readonly string[], include: Include): KeptInTable {
  const isWanted = wantedZones(zones, include);
  const all = Object.entries(table.zones);
  const wanted = all.filter(([zone]) => isWanted(zone));
  const named = new Set(wanted.flatMap(([, [, , ...refers]]) => refers));
  const referred = table.keys
    .filter((_, place) => named.has(place))
    .map(keyIn)
    .filter(({ zone }) => !isWanted(zone));
  const others = wanted.filter(([zone, [records]]) => !zones.includes(zone) && records > 0);
  const total = sum(all.map(([, [records, gone]]) => records + gone));
  const stays = sum(wanted.map(([, [records, gone]]) => records + gone)) + referred.length;
  return {
    foreign: [...others.map(([zone]) => ({ zone })), ...referred],
    referred,
    counts: {
      own: sum(wanted.filter(([zone]) => zones.includes(zone)).map(([, [records]]) => records)),
      foreign: sum(others.map(([, [records]]) => records)) + referred.length,
      removed: total - stays,
    },
  };
}

function keyIn(key: string): { kind: Kind; zone: string; id: string } {
  const at = key.indexOf(':');
  const id = key.slice(at + 1);
  return { kind: key.slice(0, at) as Kind, id, zone: splitId(id).zone };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
