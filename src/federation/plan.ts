import { CURRENT_VERSION } from '../registry/migrations/index.ts';
import { MAX_LOCK_BYTES } from '../schema/lock.ts';
import { type Assessed, assess } from './assess.ts';
import { foreignFindings } from './foreign-rules.ts';
import { formatLock, type Lock, lockFile, settingsHash } from './lock.ts';
import { type Drafts, nextState } from './next-state.ts';
import { BOUNDS, type IndexRow, PROTOCOL } from './protocol.ts';
import { type ForeignRecord, type NotTaken, type ReadContext, readForeign, readTombstone } from './read-foreign.ts';
import type { SyncReport } from './report.ts';
import type { Snapshot, SyncContext, SyncFault } from './sync-context.ts';

const utf8 = new TextEncoder();

/** What a source’s records come to here. Nothing is written: the files and the lock are written together, or neither. */
export interface SyncPlan {
  /** `unchanged`: nothing is to be written. `needs-person`: so much changes or goes that a person must look at it first. */
  readonly outcome: 'unchanged' | 'apply' | 'needs-person';
  /** The files that differ, the lock among them, in order. */
  readonly drafts: Drafts;
  readonly lock: Lock;
  readonly report: SyncReport;
}

/** The records whose files a plan needs, in order: those that are new or have changed, and no other. */
export function neededRecords(context: SyncContext, snapshot: Snapshot): IndexRow[] {
  return neededOf(assess(context, snapshot));
}

function neededOf(assessed: readonly Assessed[]): IndexRow[] {
  return assessed.flatMap((each) => (each.step === 'add' || each.step === 'change' ? [each.row] : []));
}

/** HTTP’s tag under which a source need only say that it is as it was; `undefined` where it must be read again all the same. */
export function conditionalTag(context: SyncContext): string | undefined {
  const { lock } = context;
  if (lock === undefined || lock.settings !== settingsOf(context)) return undefined;
  return Object.keys(lock.quarantined).length === 0 ? lock.etag : undefined;
}

/**
 * Records that a source has not shown for so long that a person should ask. Days go by where nothing is taken, too: so the lock of a source that
 * says that it is as it was is asked all the same.
 */
export function orphansOf({ lock, day, checks }: Pick<SyncContext, 'lock' | 'day' | 'checks'>): string[] {
  return Object.entries(lock?.absent ?? {}).flatMap(([key, absent]) => (checks.isOrphan(absent, day) ? [key] : []));
}

/**
 * What a snapshot of one source comes to, given the files of `neededRecords` by their hash. All or nothing: where one of them is missing or
 * is not what the index says, nothing is taken. Pure; other sources play no part.
 */
export function planSync(
  context: SyncContext,
  snapshot: Snapshot,
  records: ReadonlyMap<string, Uint8Array>,
): SyncPlan | SyncFault {
  const { checks, sha256, lock, own } = context;
  const assessed = assess(context, snapshot);
  const needed = neededOf(assessed);
  const intact = new Map<string, Uint8Array>();
  for (const row of needed) {
    const bytes = records.get(row.hash);
    if (bytes !== undefined && checks.isRecordIntact(bytes, row, sha256)) intact.set(row.hash, bytes);
  }
  const missing = needed.filter(({ hash }) => !intact.has(hash));
  if (!checks.isWhole(missing)) {
    const [{ kind, id, hash } = { kind: '', id: '', hash: '' }] = missing;
    return { fault: records.has(hash) ? 'record' : 'incomplete', found: `${kind}:${id}` };
  }
  const next = nextState(
    context,
    snapshot,
    assessed,
    readAll({ ...context, descriptor: snapshot.descriptor }, assessed, intact),
  );
  const settled: Lock = { ...next.lock, settings: settingsOf(context) };
  // Where an edit keeps a record back, the source is read again, unchanged or not: the edit may be taken back.
  const etag = next.report.edited.length > 0 ? undefined : snapshot.etag;
  const newLock = lock === undefined || isNews(settled, lock) ? withTag(settled, lock, etag) : lock;
  const text = formatLock(newLock);
  const tooMuch = overgrown(context, newLock, text);
  if (tooMuch !== undefined) return tooMuch;
  const isSame = lock !== undefined && text === formatLock(lock);
  const drafts = new Map([...next.drafts, ...(isSame ? [] : [[lockFile(context.source.id), text] as const])]);
  const inOrder = new Map([...drafts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  // What is new takes nothing away.
  const touched = [...next.drafts.keys()].filter((file) => own.files.has(file)).length;
  const isBraked = checks.isBraked(touched, Object.keys(lock?.records ?? {}).length);
  const outcome = isBraked ? 'needs-person' : inOrder.size === 0 ? 'unchanged' : 'apply';
  return { outcome, drafts: inOrder, lock: newLock, report: next.report };
}

/**
 * What is absent stays, so a source that shows other records each time would grow here without end: at most as many may be absent as it may show,
 * and its lock must be one that can be read again.
 */
function overgrown({ source, checks }: SyncContext, lock: Lock, text: string): SyncFault | undefined {
  const kept = Object.keys(lock.records).length + Object.keys(lock.tombstones).length;
  const most = 2 * (source.limits?.records ?? BOUNDS.records);
  const isReadable = utf8.encode(text).length <= MAX_LOCK_BYTES;
  if (isReadable && checks.isWithin(kept, most)) return undefined;
  return { fault: 'limits', found: `${kept}`, expected: `at most ${most} that stand here` };
}

/** So many days may what is noted of an unchanged source be behind it. */
const QUIET_DAYS = 7;
const MILLISECONDS_A_DAY = 86_400_000;

/**
 * Whether a lock says more than the one before. A later state with the same records is no news for some days: two copies that take from each
 * other would else each note the other's note, for ever. Who shows an older state of the same records meanwhile changes nothing.
 */
function isNews(lock: Lock, before: Lock): boolean {
  if (before.snapshot === undefined || lock.snapshot === undefined) return true;
  const { sequence, asOf } = before.snapshot;
  const days = (Date.parse(lock.snapshot.asOf) - Date.parse(asOf)) / MILLISECONDS_A_DAY;
  const { etag: _, ...untagged } = before;
  const atOnce = { ...lock, snapshot: { ...lock.snapshot, sequence, asOf } };
  return days >= QUIET_DAYS || formatLock(untagged as Lock) !== formatLock(atOnce);
}

/** Another tag for the same state is no news: nothing would be written but the tag. */
function withTag(lock: Lock, before: Lock | undefined, etag: string | undefined): Lock {
  const { etag: tagBefore, ...untagged } = before ?? { etag: undefined };
  const isSame = before !== undefined && formatLock(untagged as Lock) === formatLock(lock);
  const tag = isSame ? tagBefore : etag;
  return tag === undefined ? lock : { ...lock, etag: tag };
}

function settingsOf({ source, own, sha256 }: SyncContext): string {
  const { zones, delegations, sources } = own;
  return settingsHash({ source, zones, delegations, sources, version: CURRENT_VERSION, protocol: PROTOCOL }, sha256);
}

/** Every record and tombstone that takes a place, or why it does not, by key. */
function readAll(
  context: ReadContext,
  assessed: readonly Assessed[],
  intact: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, ForeignRecord | NotTaken> {
  const read = new Map<string, ForeignRecord | NotTaken>();
  for (const each of assessed) {
    if (each.step === 'bury') read.set(each.key, readTombstone(context, each.row));
    if (each.step !== 'add' && each.step !== 'change') continue;
    const bytes = intact.get(each.row.hash);
    if (bytes !== undefined) read.set(each.key, readForeign(context, each.row, bytes));
  }
  const sound = [...read.values()].flatMap((each) => ('reason' in each ? [] : [each]));
  const findings = foreignFindings(sound);
  for (const [key, each] of read) {
    const unsafe = 'file' in each ? findings.get(each.file)?.find(context.checks.isUnsafe) : undefined;
    if (unsafe !== undefined) read.set(key, { step: 'refused', reason: `rule:${unsafe.rule}` });
  }
  return read;
}

/** The files of several plans, which are each other’s never: the order of the sources changes nothing. */
export function mergeDrafts(plans: readonly Pick<SyncPlan, 'drafts'>[]): Drafts {
  const merged = new Map<string, string | undefined>();
  for (const { drafts } of plans) {
    for (const [file, text] of drafts) {
      if (merged.has(file)) throw new Error(`Two sources would write ${file}.`);
      merged.set(file, text);
    }
  }
  return new Map([...merged].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
