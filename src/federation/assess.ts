import { contentHash, contentOf, fileHash } from '../registry/content-hash.ts';
import { isSharedKind, type SharedKind, sharedFile, sharedIdentity } from '../registry/shared-kinds.ts';
import { takesZone } from '../rules/taken-zones.ts';
import { recordKey, splitId } from '../schema/registry.ts';
import type { Descriptor, IndexRow, TombstoneRow } from './protocol.ts';
import { rowCountries } from './row-countries.ts';
import { rowStatus } from './row-status.ts';
import { keysOf } from './sync-checks.ts';
import type { Snapshot, SyncContext } from './sync-context.ts';

/**
 * What is to be done about a record that the source shows, or that was taken from it. `same`: it stands here as the source says it. `add`,
 * `change`: its file is asked for. `bury`: its tombstone takes the place of the record, or of nothing. `edited`: somebody edited it here, and
 * it stays. `filtered`: the settings let it in no more. `absent`: the source shows it no more, without a tombstone.
 */
export type Step = 'same' | 'add' | 'change' | 'bury' | 'edited' | 'filtered' | 'absent' | 'quarantined' | 'refused';

/** Where a record stands. */
export interface Place {
  readonly key: string;
  readonly kind: SharedKind;
  readonly id: string;
  readonly file: string;
}

export type Assessed =
  | (Place & { readonly step: 'add' | 'change'; readonly row: IndexRow; readonly here?: string | undefined })
  | (Place & { readonly step: 'bury'; readonly row: TombstoneRow; readonly here?: string | undefined })
  | (Place & { readonly step: 'same' | 'edited'; readonly row: IndexRow | TombstoneRow })
  | (Place & { readonly step: 'filtered' | 'absent' })
  /** Its kind may be unknown, and its file none that can be. */
  | {
      readonly step: 'quarantined' | 'refused';
      readonly key: string;
      readonly row: IndexRow | TombstoneRow;
      readonly reason: string;
    };

/** Everything that a source shows of the zones taken from it, and everything taken before, with what is to be done; in order of key. */
export function assess(context: SyncContext, { descriptor, index }: Snapshot): Assessed[] {
  const { lock } = context;
  const isTaken = takenZones(context, descriptor);
  const { live, gone } = keysOf(index);
  const alike = lookAlikes([...index.rows, ...index.tombstones]);
  const found = [
    ...index.rows
      .filter(({ id }) => isTaken(splitId(id).zone))
      .flatMap((row) => assessRow(context, row, alike.has(spelling(row))) ?? []),
    ...index.tombstones
      .filter(({ id }) => isTaken(splitId(id).zone))
      .flatMap((row) => assessTombstone(context, row) ?? []),
    ...Object.keys(lock?.records ?? {}).flatMap((key): Assessed[] => {
      const place = placeOf(parts(key));
      const zone = zoneOfKey(key);
      // What the source says of a zone that it does not claim it does not say; nor need it show what it has given away.
      if (place === undefined || !isSettled(context, zone) || (isTaken(zone) && (live.has(key) || gone.has(key))))
        return [];
      if (Object.hasOwn(descriptor.delegations ?? {}, zone)) return [];
      return [{ ...place, step: isLeft(context, place) ? 'filtered' : 'absent' }];
    }),
  ];
  return found.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Whether records of a zone are taken from the source: nobody but the one that writes it says what is in it. */
export function takenZones({ source, own, checks }: SyncContext, descriptor: Descriptor): (zone: string) => boolean {
  const known = new Map<string, boolean>();
  return (zone) => {
    const isTaken =
      known.get(zone) ??
      (!checks.isOwnZone(zone, own) && checks.isTakenFrom(zone, source, own) && checks.isWrittenBy(zone, descriptor));
    known.set(zone, isTaken);
    return isTaken;
  };
}

/** The settings here say that the zone comes from this source, whatever the source says. */
export function isSettled({ checks, own, source }: SyncContext, zone: string): boolean {
  return !checks.isOwnZone(zone, own) && takesZone(own, source, zone);
}

/** `kind:id` in its two parts. */
export function parts(key: string): { kind: string; id: string } {
  const colon = key.indexOf(':');
  return { kind: key.slice(0, colon), id: key.slice(colon + 1) };
}

/** The zone of a `kind:id`. */
export function zoneOfKey(key: string): string {
  return splitId(parts(key).id).zone;
}

function assessRow(context: SyncContext, row: IndexRow, isAlike: boolean): Assessed | undefined {
  const { source, lock, checks } = context;
  const key = recordKey(row.kind, row.id);
  const place = placeOf(row);
  if (!checks.isTold(row, source)) return { step: 'refused', key, row, reason: 'status-untold' };
  if (!checks.isAdmitted(row, source))
    return place === undefined || lock?.records[key] === undefined ? undefined : leave(context, place, row);
  if (place === undefined) {
    const reason = isSharedKind(row.kind) ? 'file-name' : 'unknown-kind';
    return { step: 'quarantined', key, row, reason };
  }
  if (!checks.isPlaceOf(row, place.file)) return { step: 'refused', key, row, reason: 'shared-file' };
  if (!checks.isSmall(row, source)) return { step: 'refused', key, row, reason: 'too-large' };
  if (isAlike) return { step: 'refused', key, row, reason: 'look-alike' };
  const { step, here } = standing(context, place, row.hash);
  return step === 'same' || step === 'edited' ? { ...place, step, row } : { ...place, step, row, here };
}

function assessTombstone(context: SyncContext, row: TombstoneRow): Assessed | undefined {
  const { own, lock, source, checks } = context;
  const place = placeOf(row);
  if (place === undefined) return undefined;
  const { key, file } = place;
  const wasTaken = lock?.records[key] !== undefined;
  if (wasTaken && isLeft(context, place)) return { ...place, step: 'filtered' };
  if (!wasTaken && !checks.isAdmitted({ ...row, countries: rowCountries(row.id, row.data) }, source)) return undefined;
  const isSettledHere = lock?.tombstones[key] === row.hash && !wasTaken && lock.quarantined[key] === undefined;
  if (isSettledHere && own.files.has(file)) return { ...place, step: 'same', row };
  const { step, here } = standing(context, place, row.hash);
  return step === 'same' || step === 'edited' ? { ...place, step, row } : { ...place, step: 'bury', row, here };
}

/** What stands at the place of a record, against what the source says now and what was taken from it. */
function standing(
  { own, lock, checks, sha256 }: SyncContext,
  { key, kind, id, file }: Place,
  hash: string,
): { readonly step: 'same' | 'add' | 'change' | 'edited'; readonly here?: string } {
  if (!own.files.has(file)) return { step: 'add' };
  if (lock?.records[key] === hash) return { step: 'same' };
  const here = own.files.get(file) ?? '';
  const hashHere = fileHash(kind, id, here, sha256);
  if (hashHere === hash) return { step: 'same' };
  const taken = lock?.records[key] ?? lock?.tombstones[key];
  return { step: checks.isUntouched(hashHere, taken) ? 'change' : 'edited', here };
}

/** A record that the settings let in no more. */
function leave({ own, lock, checks, sha256 }: SyncContext, place: Place, row: IndexRow): Assessed {
  const here = own.files.get(place.file);
  const hashHere = here === undefined ? undefined : fileHash(place.kind, place.id, here, sha256);
  const isKept = here !== undefined && !checks.isUntouched(hashHere, lock?.records[place.key]);
  return isKept ? { ...place, step: 'edited', row } : { ...place, step: 'filtered' };
}

/** True where the settings let in no more what stands here, of a record whose row does not say it. */
export function isLeft({ own, lock, checks, source, sha256 }: SyncContext, { key, kind, id, file }: Place): boolean {
  const content = contentOf(kind, own.files.get(file) ?? '');
  if (content === undefined || !checks.isUntouched(contentHash(kind, id, content, sha256), lock?.records[key]))
    return false;
  const { data } = content;
  return !checks.isAdmitted({ kind, id, countries: rowCountries(id, data), status: rowStatus(kind, data) }, source);
}

/** Where a record has its place here; `undefined` where its kind is unknown or its name cannot be a file’s. */
export function placeOf({ kind, id }: { readonly kind: string; readonly id: string }): Place | undefined {
  if (!isSharedKind(kind)) return undefined;
  const file = sharedFile(kind, id);
  return sharedIdentity(file) === undefined ? undefined : { key: recordKey(kind, id), kind, id, file };
}

/** Spellings that two ids of an index share: they would differ in hyphens alone, and none of them is taken. */
function lookAlikes(rows: readonly (IndexRow | TombstoneRow)[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const alike = new Set<string>();
  for (const row of rows) {
    const spelled = spelling(row);
    if (seen.has(spelled)) alike.add(spelled);
    seen.add(spelled);
  }
  return alike;
}

function spelling({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return recordKey(kind, id.replaceAll('-', ''));
}
