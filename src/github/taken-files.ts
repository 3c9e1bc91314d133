import { type Place, parts, placeOf } from '../federation/assess.ts';
import { type Lock, lockFile, parseLock } from '../federation/lock.ts';
import type { Sha256 } from '../federation/protocol.ts';
import { contentHash, contentOf } from '../federation/record-text.ts';
import { SYNC_CHECKS } from '../federation/sync-checks.ts';
import type { OwnRegistry, Source } from '../federation/sync-context.ts';
import type { SourceFile } from '../registry/assemble.ts';
import { type FileRole, roleOf } from '../registry/files.ts';
import type { Finding } from '../rules/rule.ts';
import type { Federation, RegistryConfig } from '../schema/config.ts';
import { splitId } from '../schema/registry.ts';
import { insidePath } from './area.ts';
import type { FileDifference, FileVersion, PullRequestInput } from './pull-request-input.ts';

/** What a synchronization has written, told by what is in the files: nothing that anybody says of a pull request counts. */
export interface TakenFiles {
  /** Paths inside the registry folder: locks, and records that are exactly what their lock says. */
  readonly files: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

type Input = Pick<PullRequestInput, 'differences' | 'folder' | 'sources' | 'textOf' | 'sha256' | 'isOurs'>;
type Touched = ReadonlyMap<string, FileDifference>;

/** So many records of one lock are named; more say nothing more. */
const MAX_NAMED = 20;
const NONE: TakenFiles = { files: new Set(), findings: [] };
const utf8 = new TextDecoder();

/**
 * The files of a pull request that came by synchronization: the lock of a source that `federation.yaml` names in the target’s branch, and with
 * it the records of that source’s zones, each of which has the hash that the lock says. What a lock claims and the files do not bear out makes
 * the whole of that source somebody’s edit. Whether the source has said so is not to be seen here, and is said, too.
 */
export function takenFiles(input: Input): TakenFiles {
  const touched: Touched = new Map(
    input.differences.flatMap((each) => {
      const file = insidePath(each.path, input.folder);
      return file === undefined ? [] : [[file, each] as const];
    }),
  );
  const locks = [...touched.keys()].flatMap((file) => {
    const role = roleOf(file);
    return role.type === 'lock' ? [role.source] : [];
  });
  if (locks.length === 0) return NONE;
  const own = settingsOf(input.sources);
  const all = locks.map((source) => takenFrom(source, own, touched, input));
  return { files: new Set(all.flatMap(({ files }) => [...files])), findings: all.flatMap(({ findings }) => findings) };
}

type Settings = Pick<OwnRegistry, 'zones' | 'delegations' | 'sources'>;

/** As they stand in the target’s branch: who may write what is not for a pull request to say. */
function settingsOf(sources: readonly SourceFile[]): Settings {
  const data = (type: FileRole['type']) => sources.find(({ role }) => role.type === type)?.parsed.data;
  const { zones = [] } = (data('config') ?? {}) as Partial<RegistryConfig>;
  const { delegations = {}, sources: from = [] } = (data('federation') ?? {}) as Partial<Federation>;
  return { zones, delegations, sources: from };
}

/** A lock of a pull request, beside the one that stands. */
interface TakenLock {
  readonly id: string;
  readonly file: string;
  readonly lock: Lock;
  readonly before: Lock | undefined;
  /** Whether the settings take a zone from its source. */
  readonly isTaken: (zone: string) => boolean;
  readonly touched: Touched;
}

function takenFrom(id: string, own: Settings, touched: Touched, input: Input): TakenFiles {
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

function refused(...findings: readonly Finding[]): TakenFiles {
  return { files: new Set(), findings: findings.slice(0, MAX_NAMED) };
}

function faultOf({ id, file }: Pick<TakenLock, 'id' | 'file'>, code: string, name?: string): Finding {
  const named = name === undefined ? { values: { source: id } } : { values: { source: id, id: name }, found: name };
  return { rule: 'pr-taken', code, file, offset: 0, ...named };
}

/** What the lock claims and the files do not bear out. */
function faultsOf(
  taken: TakenLock,
  places: ReadonlyMap<string, Place>,
  records: readonly string[],
  input: Input,
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

function lockIn(version: FileVersion | undefined, source: string): Lock | undefined {
  return version?.bytes === undefined || version.mode !== '100644'
    ? undefined
    : lockOf(utf8.decode(version.bytes), source);
}

function lockOf(text: string | undefined, source: string): Lock | undefined {
  const lock = text === undefined ? undefined : parseLock(text);
  return lock?.source === source ? lock : undefined;
}

/** A state older than the one that stands in the target’s branch, or out of reach of any later one. */
function stateFaults({ lock: { snapshot }, before }: TakenLock): string[] {
  const known = before?.snapshot;
  if (known === undefined) return [];
  const state = { sequence: snapshot?.sequence ?? -1 } as Parameters<typeof SYNC_CHECKS.isRollback>[0];
  if (SYNC_CHECKS.isRollback(state, known)) return ['rollback'];
  return SYNC_CHECKS.isFastForward(state, known) ? ['forward'] : [];
}

/** Tombstones that are known, and would be no more: what they stand for could live again. */
function forgotten({ lock, before, isTaken }: TakenLock): string[] {
  return Object.keys(before?.tombstones ?? {}).filter(
    (key) => !Object.hasOwn(lock.tombstones, key) && isTaken(splitId(parts(key).id).zone),
  );
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

/** The place that is this one’s and no other’s: else a lock of any zone could speak for a shared vocabulary. */
function placeIn(key: string): Place | undefined {
  const place = placeOf(parts(key));
  return place !== undefined && SYNC_CHECKS.isPlaceOf(place, place.file) ? place : undefined;
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
  const isStone = Object.hasOwn(content.data, 'state');
  return isStone ? lock.tombstones[key] === hash && lock.records[key] === undefined : lock.records[key] === hash;
}

/**
 * Records that the lock newly claims to have been taken, and which neither the pull request nor the target’s branch has so. What stands here
 * already may be claimed: so a lock begins, and gives nothing away that the settings do not.
 */
function claimed({ lock, before, touched }: TakenLock, { textOf, sha256 }: Input): string[] {
  return Object.entries(lock.records).flatMap(([key, hash]) => {
    if (before?.records[key] === hash) return [];
    const place = placeIn(key);
    if (place === undefined) return [key];
    const { kind, id, file } = place;
    const bytes = touched.get(file)?.after?.bytes;
    const proposed = bytes === undefined ? '' : utf8.decode(bytes);
    const content = contentOf(kind, touched.has(file) ? proposed : (textOf(file) ?? ''));
    return content !== undefined && contentHash(kind, id, content, sha256) === hash ? [] : [key];
  });
}
