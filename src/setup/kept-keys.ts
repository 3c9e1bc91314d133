import type { AnyRecord } from '../schema/registry.ts';
import type { Include } from './answers.ts';

/** What of a record tells which it is. */
export type RecordKey = Pick<AnyRecord, 'kind' | 'zone' | 'id'>;

/** Which records of other zones stay in a new copy, as far as its settings say it: of `foreign`, at least one of each zone. */
export interface KeptKeys {
  readonly foreign: readonly Pick<RecordKey, 'zone'>[];
  readonly referred: readonly RecordKey[];
}

/** Whether all records of a zone stay. */
export function wantedZones(zones: readonly string[], include: Include): (zone: string) => boolean {
  const others = typeof include === 'string' ? [] : include;
  return (zone) => include === 'all' || zones.includes(zone) || others.includes(zone);
}
