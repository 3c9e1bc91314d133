import type { Place } from '../federation/assess.ts';
import { lockFile } from '../federation/lock.ts';
import type { Sha256 } from '../federation/protocol.ts';
import { SYNC_CHECKS } from '../federation/sync-checks.ts';
import type { OwnRegistry, Source } from '../federation/sync-context.ts';
import { contentHash, contentOf } from '../registry/content-hash.ts';
import { roleOf } from '../registry/files.ts';
import type { Finding } from '../rules/rule.ts';
import { splitId } from '../schema/registry.ts';
import { isTombstone } from '../schema/tombstone.ts';
import { handedOver, isHandedOver } from './handed-over.ts';
import { type Settings, settingsInHead, settingsOf, touchedByFile } from './pull-request-settings.ts';
import {
  claimed,
  faultOf,
  forgotten,
  lockIn,
  lockOf,
  placeIn,
  refused,
  stateFaults,
  type TakenFiles,
  type TakenInput,
  type TakenLock,
  type Touched,
} from './taken-lock.ts';

const NONE: TakenFiles = { files: new Set(), findings: [] };
const utf8 = new TextDecoder();

/**
 * The files of a pull request that came by synchronization: the lock of a source that `federation.yaml` names in the target’s branch, and with
 * it the records of that source’s zones, each of which has the hash that the lock says. What a lock claims and the files do not bear out makes
 * the whole of that source somebody’s edit. Whether the source has said so is not to be seen here, and is said, too.
 */
export function takenFiles(input: TakenInput): TakenFiles {
  const touched = touchedByFile(input);
  const locks = [...touched.keys()].flatMap((file) => {
    const role = roleOf(file);
    return role.type === 'lock' ? [role.source] : [];
  });
  if (locks.length === 0) return NONE;
  const own = settingsOf(input.sources);
  const next = settingsOf(settingsInHead(touched, input.sources));
  const all = locks.map((source) =>
    isHandedOver(source, own, next)
      ? handedOver(source, { own, next }, touched, input)
      : takenFrom(source, own, touched, input),
  );
  return { files: new Set(all.flatMap(({ files }) => [...files])), findings: all.flatMap(({ findings }) => findings) };
}

function takenFrom(id: string, own: Settings, touched: Touched, input: TakenInput): TakenFiles {
  const file = lockFile(id);
  const source = own.sources.find((each) => each.id === id);
  const lock = lockIn(touched.get(file)?.after, id);
  if (lock === undefined) return refused(faultOf({ id, file }, 'lock'));
  // A lock that only begins names what stands here, and may come with the settings that need it.
  if (source === undefined && lock.snapshot !== undefined) return refused(faultOf({ id, file }, 'source'));
  const isTaken = (zone: string) =>
    source !== undefined &&
    !SYNC_CHECKS.isOwnZone(zone, own) &&
    SYNC_CHECKS.isTakenFrom(zone, source as Source, own as OwnRegistry);
  const taken: TakenLock = { id, file, lock, before: lockOf(input.textOf(file), id), isTaken, touched };
  const places = placesOf(taken);
  const records = [...touched.keys()].filter((path) => places.has(path) || isForeignRecord(path, isTaken));
  const faults = faultsOf(taken, places, records, input);
  if (faults.length > 0) return refused(...faults);
  const byHand: Finding = {
    ...faultOf(taken, 'unseen'),
    rule: 'pr-taken-by-hand',
    values: { source: id, count: records.length },
  };
  return { files: new Set([file, ...records]), findings: input.isOurs ? [] : [byHand] };
}

/** What the lock claims and the files do not bear out. */
function faultsOf(
  taken: TakenLock,
  places: ReadonlyMap<string, Place>,
  records: readonly string[],
  input: TakenInput,
): Finding[] {
  const said = new Set(records.flatMap((path) => places.get(path)?.key ?? []));
  return [
    ...stateFaults(taken).map((code) => faultOf(taken, code)),
    ...forgotten(taken).map((key) => faultOf(taken, 'forgotten', key)),
    ...records.flatMap((path) => {
      const place = places.get(path);
      if (place !== undefined && isAsLocked(place, taken, input.sha256)) return [];
      return [{ ...faultOf(taken, 'differs', place?.key ?? path), file: path }];
    }),
    ...claimed(taken, input).flatMap((key) => (said.has(key) ? [] : [faultOf(taken, 'absent', key)])),
  ];
}

/** Where everything of the source’s zones stands that a lock speaks of, by file. */
function placesOf({ lock, before, isTaken }: TakenLock): ReadonlyMap<string, Place> {
  const keys = [lock, before].flatMap((each) => [
    ...Object.keys(each?.records ?? {}),
    ...Object.keys(each?.tombstones ?? {}),
  ]);
  const places = keys.flatMap((key) => placeIn(key) ?? []);
  return new Map(places.flatMap((place) => (isTaken(splitId(place.id).zone) ? [[place.file, place] as const] : [])));
}

/** A record of the source’s zones, of which its lock knows nothing. */
function isForeignRecord(path: string, isTaken: (zone: string) => boolean): boolean {
  const role = roleOf(path);
  return role.type === 'record' && isTaken(role.zone);
}

/** A record as the lock has its hash, its tombstone likewise; or no file where the lock had one and has none any more. */
function isAsLocked({ key, kind, id, file }: Place, { lock, before, touched }: TakenLock, sha256: Sha256): boolean {
  const after = touched.get(file)?.after;
  if (after === undefined) return before?.records[key] !== undefined && lock.records[key] === undefined;
  if (after.bytes === undefined) return false;
  const content = contentOf(kind, utf8.decode(after.bytes));
  const hash = content === undefined ? undefined : contentHash(kind, id, content, sha256);
  if (content === undefined || hash === undefined) return false;
  return isTombstone(content.data)
    ? lock.tombstones[key] === hash && lock.records[key] === undefined
    : lock.records[key] === hash;
}
