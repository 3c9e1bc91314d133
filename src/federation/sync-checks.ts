import type { Fields } from '../registry/change/data.ts';
import { CURRENT_VERSION } from '../registry/migrations/index.ts';
import { isVocabularyKind, type SharedKind, sharedIdentity } from '../registry/shared-kinds.ts';
import type { Finding } from '../rules/rule.ts';
import { takesZone } from '../rules/taken-zones.ts';
import { splitId } from '../schema/registry.ts';
import { isTombstone } from '../schema/tombstone.ts';
import type { Step } from './assess.ts';
import { isAdmitted, isTold } from './filter.ts';
import type { Lock } from './lock.ts';
import { BOUNDS, type Descriptor, type Envelope, type Index, type IndexRow, type Sha256 } from './protocol.ts';
import type { OwnRegistry, Source } from './sync-context.ts';

type Snapshotted = NonNullable<Lock['snapshot']>;
/** A state that is known: the one taken before, or one that the settings name. */
type Known = Pick<Snapshotted, 'sequence' | 'index'>;

/** So many records may change or go without a person’s look, or a fifth of what was taken, whichever is more. */
const BRAKE = { records: 20, share: 0.2 };
/** When the absence of a record is worth a person’s look. */
export const ORPHAN = { snapshots: 3, days: 30 };
const MILLISECONDS_A_DAY = 86_400_000;

/** Whether a copy writes a zone: it says so, and has not given it to another. */
function writesZone(zone: string, { zones, delegations = {} }: Pick<Descriptor, 'zones' | 'delegations'>): boolean {
  return !Object.hasOwn(delegations, zone) && (zones === '*' || zones.includes(zone));
}

/**
 * Every decision on which the safety of synchronization rests, one small function each: nothing else in the planner trusts or refuses
 * anything. Tests put a broken one in the place of each, and must notice.
 */
export const SYNC_CHECKS = {
  /** The copy at the address is the one that `federation.yaml` names. */
  isNamed: (descriptor: Descriptor, source: Source) => descriptor.id === source.id,
  /** Its data licence is one that is accepted; without a list, the one under which records were taken before. */
  isLicensed: ({ metadataLicense }: Descriptor, { licenses }: Source, known: Snapshotted | undefined) =>
    licenses === undefined
      ? known === undefined || known.license === metadataLicense
      : licenses.includes(metadataLicense),
  isRollback: ({ sequence }: Descriptor, known: Known) => sequence < known.sequence,
  isEquivocation: ({ sequence, index }: Descriptor, known: Known) =>
    sequence === known.sequence && index.sha256 !== known.index,
  isFastForward: ({ sequence }: Descriptor, known: Known) => sequence > known.sequence + BOUNDS.sequenceJump,
  /** An index has no more than the settings allow, rows or bytes. */
  isWithin: (found: number, most: number | undefined) => most === undefined || found <= most,
  /** Files may come from elsewhere only where the copy itself says so. */
  isMirrored: ({ mirrors = [] }: Pick<Descriptor, 'mirrors'>, { mirror }: Pick<Source, 'mirror'>) =>
    mirror === undefined || mirrors.includes(mirror),
  /** The index is the one that the descriptor names. */
  isIndexIntact: (bytes: Uint8Array, { index }: Descriptor, sha256: Sha256) =>
    bytes.length === index.bytes && sha256(bytes) === index.sha256,
  /** What was gone is back: it lives, or its tombstone was taken away. */
  isResurrected: (key: string, live: ReadonlySet<string>, gone: ReadonlySet<string>) => live.has(key) || !gone.has(key),

  /** This copy writes the zone itself. */
  isOwnZone: writesZone,
  /** The settings here take the zone from this source, and from no other; and it is not given to another address. */
  isTakenFrom: (zone: string, source: Source, { delegations, sources }: OwnRegistry) =>
    takesZone({ delegations, sources }, source, zone) &&
    (!Object.hasOwn(delegations, zone) || delegations[zone] === source.url) &&
    sources.every((other) => other.id === source.id || !takesZone({ delegations, sources }, other, zone)),
  /** The source says that it writes the zone itself. */
  isWrittenBy: writesZone,
  isAdmitted,
  isTold,
  /** The file is this one’s and no other’s: else whoever writes any zone could write a shared vocabulary. */
  isPlaceOf: ({ kind, id }: Pick<IndexRow, 'kind' | 'id'>, file: string) => {
    const identity = sharedIdentity(file);
    return identity?.kind === kind && identity.id === id;
  },
  isSmall: ({ bytes }: Pick<IndexRow, 'bytes'>, { limits }: Pick<Source, 'limits'>) =>
    bytes <= (limits?.recordBytes ?? BOUNDS.recordBytes),

  /** A record’s file is the one that the index names. */
  isRecordIntact: (bytes: Uint8Array, row: IndexRow, sha256: Sha256) =>
    bytes.length === row.bytes && sha256(bytes) === row.hash,
  /** All or nothing: of what was asked for, nothing is missing. */
  isWhole: (missing: readonly IndexRow[]) => missing.length === 0,
  isRecordOf: ({ kind, id }: Envelope, row: IndexRow) => kind === row.kind && id === row.id,
  /** A vocabulary is found by the name that it says itself, and by that of its file: the two agree. */
  isNamedAlike: (kind: SharedKind, id: string, { id: name }: Fields) =>
    !isVocabularyKind(kind) || name === splitId(id).slug,
  isNewer: ({ schemaVersion }: Pick<Envelope, 'schemaVersion'>) => schemaVersion > CURRENT_VERSION,
  /** A live record is no tombstone, and a tombstone no live record. */
  isAlive: ({ data }: Pick<Envelope, 'data'>) => !isTombstone(data),
  /** A fault of shape that a record of another copy may not have; fields that a newer copy added are kept. */
  isFaulty: ({ rule }: Finding) => rule !== 'unknown-field' && rule !== 'schema-version',
  /** A finding of one of the rules that hold for what others write. */
  isUnsafe: (_: Finding): boolean => true,
  /** The file, read again, says what the source said. */
  isFaithful: (written: string | undefined, { hash }: Pick<IndexRow, 'hash'>) => written === hash,
  /**
   * A former id of a record is of a zone that the source writes, or gave away: what it never had it has no say over. Where a third copy has the
   * zone now, it may stand, and counts for nothing (`rules/former-ids.ts`).
   */
  isOnceWritten: (zone: string, { zones, delegations = {} }: Pick<Descriptor, 'zones' | 'delegations'>) =>
    writesZone(zone, { zones, delegations }) || Object.hasOwn(delegations, zone),
  /** A former id that could lead an address of this copy’s own to another copy’s record, whether anything stands there or not. */
  isOwnAddress: writesZone,

  /** What stands here is what was taken: nobody edited it. */
  isUntouched: (here: string | undefined, taken: string | undefined) => here !== undefined && here === taken,
  /** What is to be done takes a record’s file away: only the settings here do, never that the source does not list it. */
  isRemoval: (step: Step): boolean => step === 'filtered',
  /** Absence is counted once for each state of the source. */
  isLater: ({ sequence }: Descriptor, known: Snapshotted | undefined) =>
    known === undefined || sequence > known.sequence,
  isOrphan: ({ snapshots, since }: Lock['absent'][string], day: string) =>
    snapshots >= ORPHAN.snapshots && Date.parse(day) - Date.parse(since) >= ORPHAN.days * MILLISECONDS_A_DAY,
  /** Too much changes or goes at once. */
  isBraked: (changed: number, taken: number) => changed > Math.max(BRAKE.records, taken * BRAKE.share),
} as const;

export type SyncChecks = typeof SYNC_CHECKS;

/** The keys of an index, live and gone. */
export function keysOf({ rows, tombstones }: Index) {
  const keys = (list: readonly { readonly kind: string; readonly id: string }[]) =>
    new Set(list.map(({ kind, id }) => `${kind}:${id}`));
  return { live: keys(rows), gone: keys(tombstones) };
}
