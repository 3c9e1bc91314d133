import { type Place, parts, placeOf, zoneOfKey } from '../federation/assess.ts';
import { type Lock, parseLock } from '../federation/lock.ts';
import { SYNC_CHECKS } from '../federation/sync-checks.ts';
import { contentHash, contentOf } from '../registry/content-hash.ts';
import type { Finding } from '../rules/rule.ts';
import type { FileDifference, FileVersion, PullRequestInput } from './pull-request-input.ts';

/** What a synchronization has written, told by what is in the files: nothing that anybody says of a pull request counts. */
export interface TakenFiles {
  /** Paths inside the registry folder: locks, and records that are exactly what their lock says. */
  readonly files: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

export type TakenInput = Pick<PullRequestInput, 'differences' | 'folder' | 'sources' | 'textOf' | 'sha256' | 'isOurs'>;
export type Touched = ReadonlyMap<string, FileDifference>;

/** So many records of one lock are named; more say nothing more. */
const MAX_NAMED = 20;
const utf8 = new TextDecoder();

/** A lock of a pull request, beside the one that stands. */
export interface TakenLock {
  readonly id: string;
  readonly file: string;
  readonly lock: Lock;
  readonly before: Lock | undefined;
  /** Whether the settings take a zone from its source. */
  readonly isTaken: (zone: string) => boolean;
  readonly touched: Touched;
}

/** Nothing is accepted as taken, and this is why. */
export function refused(...findings: readonly Finding[]): TakenFiles {
  return { files: new Set(), findings: findings.slice(0, MAX_NAMED) };
}

/** A finding about the lock of a source, or about a record in it. */
export function faultOf({ id, file }: Pick<TakenLock, 'id' | 'file'>, code: string, name?: string): Finding {
  const named = name === undefined ? { values: { source: id } } : { values: { source: id, id: name }, found: name };
  return { rule: 'pr-taken', code, file, offset: 0, ...named };
}

/** The lock in a version of its file; `undefined` where it is no plain file, or not sound. */
export function lockIn(version: FileVersion | undefined, source: string): Lock | undefined {
  return version?.bytes === undefined || version.mode !== '100644'
    ? undefined
    : lockOf(utf8.decode(version.bytes), source);
}

/** The lock in a text; `undefined` where it is not sound, or of another source. */
export function lockOf(text: string | undefined, source: string): Lock | undefined {
  const lock = text === undefined ? undefined : parseLock(text);
  return lock?.source === source ? lock : undefined;
}

/** A state older than the one that stands in the target’s branch, or out of reach of any later one. */
export function stateFaults({ lock: { snapshot }, before }: TakenLock): string[] {
  const known = before?.snapshot;
  if (known === undefined) return [];
  const state = { sequence: snapshot?.sequence ?? -1 } as Parameters<typeof SYNC_CHECKS.isRollback>[0];
  if (SYNC_CHECKS.isRollback(state, known)) return ['rollback'];
  return SYNC_CHECKS.isFastForward(state, known) ? ['forward'] : [];
}

/** Tombstones that are known, and would be no more: what they stand for could live again. */
export function forgotten({ lock, before, isTaken }: TakenLock): string[] {
  return Object.keys(before?.tombstones ?? {}).filter(
    (key) => !Object.hasOwn(lock.tombstones, key) && isTaken(zoneOfKey(key)),
  );
}

/**
 * Records that the lock newly claims to have been taken, and which neither the pull request nor the target’s branch has so. What stands here
 * already may be claimed: so a lock begins, and gives nothing away that the settings do not.
 */
export function claimed({ lock, before, touched }: TakenLock, { textOf, sha256 }: TakenInput): string[] {
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

/** The place that is this one’s and no other’s: else a lock of any zone could speak for a shared vocabulary. */
export function placeIn(key: string): Place | undefined {
  const place = placeOf(parts(key));
  return place !== undefined && SYNC_CHECKS.isPlaceOf(place, place.file) ? place : undefined;
}
