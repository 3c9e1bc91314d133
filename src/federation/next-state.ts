import { contentOf, fileHash } from '../registry/content-hash.ts';
import { staleFields } from '../registry/overlay/overlay.ts';
import { splitId } from '../schema/registry.ts';
import { isSafeHttpsUrl } from '../schema/safe-url.ts';
import { type Assessed, isLeft, isSettled, type Place, parts, placeOf, takenZones, zoneOfKey } from './assess.ts';
import { emptyLock, type Lock } from './lock.ts';
import type { Descriptor } from './protocol.ts';
import type { ForeignRecord, NotTaken } from './read-foreign.ts';
import type { Excepted, SyncReport } from './report.ts';
import { ORPHAN } from './sync-checks.ts';
import type { Snapshot, SyncContext } from './sync-context.ts';

/** Texts of files by their path inside the registry folder; `undefined`: no file. */
export type Drafts = ReadonlyMap<string, string | undefined>;

type Read = ReadonlyMap<string, ForeignRecord | NotTaken>;

/** What changes while one record after the other is settled. */
interface Building {
  readonly context: SyncContext;
  readonly snapshot: Snapshot;
  readonly read: Read;
  /** `kind:id` of ids that records say they had before. */
  readonly former: ReadonlySet<string>;
  readonly drafts: Map<string, string | undefined>;
  readonly lock: Lock;
  readonly report: { [K in ListName]: SyncReport[K][number][] };
}

type ListName = Exclude<keyof SyncReport, 'source' | 'sequence' | 'asOf' | 'unchanged' | 'ignored'>;

/** The files and the lock as they will be, and what changes on the way. */
export function nextState(context: SyncContext, snapshot: Snapshot, assessed: readonly Assessed[], read: Read) {
  const { descriptor, index } = snapshot;
  const isTaken = takenZones(context, descriptor);
  const rows = [...index.rows, ...index.tombstones];
  const building: Building = {
    context,
    snapshot,
    read,
    former: formerKeys(context, assessed, read),
    drafts: new Map(),
    lock: lockToBegin(context, snapshot),
    report: emptyLists(),
  };
  // Those that the settings do not let in, too: they would be let in alive.
  for (const row of index.tombstones)
    if (isTaken(splitId(row.id).zone) && !context.checks.isAlive(row))
      building.lock.tombstones[`${row.kind}:${row.id}`] = row.hash;
  for (const each of assessed) settle(building, each);
  const report: SyncReport = {
    source: context.source.id,
    sequence: descriptor.sequence,
    asOf: descriptor.asOf,
    ...building.report,
    unchanged: assessed.filter(({ step }) => step === 'same').length,
    ignored: rows.filter(({ id }) => !isTaken(splitId(id).zone)).length,
  };
  return { drafts: building.drafts, lock: building.lock, report };
}

/** The lock as it was, for the zones that are still taken from this source; what is shown now is put in record by record. */
function lockToBegin(context: SyncContext, { descriptor }: Snapshot): Lock {
  const { lock = emptyLock(context.source.id) } = context;
  const settled = (hashes: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(hashes).filter(([key]) => isSettled(context, zoneOfKey(key))));
  const { sequence, asOf, metadataLicense, index } = descriptor;
  return {
    ...emptyLock(context.source.id),
    snapshot: { sequence, index: index.sha256, asOf, license: metadataLicense, ...newsOf(context, descriptor) },
    records: settled(lock.records),
    tombstones: settled(lock.tombstones),
    copy: copyOf(descriptor),
  };
}

/** What a person should know who takes records from the copy: it has ended, another one writes a zone now, or it never wrote one. */
function newsOf(context: SyncContext, descriptor: Descriptor): Partial<NonNullable<Lock['snapshot']>> {
  const { ended, delegations = {} } = descriptor;
  const unclaimed = unclaimedZones(context, descriptor);
  const given = Object.entries(delegations).filter(([zone]) => isSettled(context, zone));
  return {
    ...(ended === undefined ? {} : { ended }),
    ...(given.length === 0 ? {} : { given: Object.fromEntries(given.toSorted(([a], [b]) => (a < b ? -1 : 1))) }),
    ...(unclaimed.length === 0 ? {} : { unclaimed }),
  };
}

/** Zones that the settings name and the copy does not, as where a name is misspelt: nothing is ever taken of them. */
function unclaimedZones(context: SyncContext, descriptor: Descriptor): string[] {
  const { source, checks } = context;
  const named = source.zones === '*' ? [] : source.zones;
  const isUnclaimed = (zone: string) =>
    isSettled(context, zone) &&
    !checks.isWrittenBy(zone, descriptor) &&
    !Object.hasOwn(descriptor.delegations ?? {}, zone);
  return [...new Set(named)].filter(isUnclaimed).sort();
}

/** What pages say of who writes the records. */
function copyOf({ name, contribute }: Snapshot['descriptor']): NonNullable<Lock['copy']> {
  const page = isSafeHttpsUrl(contribute.page) ? { contribute: contribute.page } : {};
  return { ...(name === undefined ? {} : { name }), ...page };
}

function settle(building: Building, each: Assessed): void {
  const { lock, report } = building;
  switch (each.step) {
    case 'same':
      if (!('data' in each.row)) lock.records[each.key] = each.row.hash;
      else delete lock.records[each.key];
      return;
    case 'add':
    case 'change':
    case 'bury':
      settleRead(building, each);
      return;
    case 'edited':
      report.edited.push(each.key);
      return;
    case 'filtered':
    case 'absent':
      settleUnlisted(building, each);
      return;
    default:
      except(building, each.key, each.row.hash, each);
  }
}

function settleRead(building: Building, each: Extract<Assessed, { step: 'add' | 'change' | 'bury' }>): void {
  const { read, lock, drafts, report } = building;
  const { key, file, here, row } = each;
  const record = read.get(key);
  if (record === undefined) return;
  if ('reason' in record) {
    if (each.step === 'bury' && record.step === 'refused') forgetTombstone(building, key);
    except(building, key, row.hash, record);
    return;
  }
  drafts.set(file, record.text);
  if (each.step === 'bury') {
    report[lock.records[key] === undefined ? 'buried' : 'removed'].push(key);
    delete lock.records[key];
    return;
  }
  lock.records[key] = row.hash;
  report[each.step === 'add' ? 'added' : 'changed'].push(key);
  if (here !== undefined) noteStale(building, record, here);
}

/** What is no tombstone buries nobody: else the record, published again, would seem to be back from the dead. */
function forgetTombstone({ context, lock }: Building, key: string): void {
  const before = context.lock?.tombstones[key];
  if (before === undefined) delete lock.tombstones[key];
  else lock.tombstones[key] = before;
}

/** A record that the source does not show, or that the settings do not let in: where it goes, its file goes. */
function settleUnlisted(building: Building, { step, key, ...place }: Place & { step: 'filtered' | 'absent' }): void {
  const { context, former, lock, drafts, report } = building;
  const { own, checks } = context;
  const isMoved = step === 'absent' && former.has(key);
  if (isMoved && !isUntouched(context, { key, ...place })) {
    report.edited.push(key);
    return;
  }
  if (isMoved || checks.isRemoval(step)) {
    if (own.files.has(place.file)) drafts.set(place.file, undefined);
    delete lock.records[key];
    report[isMoved ? 'moved' : 'filtered'].push(key);
    return;
  }
  report.absent.push(key);
  const absent = countAbsence(building, key);
  lock.absent[key] = absent;
  if (checks.isOrphan(absent, context.day)) report.orphaned.push(key);
}

function countAbsence({ context, snapshot }: Building, key: string): Lock['absent'][string] {
  const { lock, checks, day } = context;
  const before = lock?.absent[key];
  if (before === undefined) return { snapshots: 1, since: day };
  // More than is asked for would be counted for ever, and written each time.
  const isLater = before.snapshots < ORPHAN.snapshots && checks.isLater(snapshot.descriptor, lock?.snapshot);
  return isLater ? { ...before, snapshots: before.snapshots + 1 } : before;
}

function isUntouched({ own, lock, checks, sha256 }: SyncContext, { key, kind, id, file }: Place): boolean {
  const here = own.files.get(file);
  return here === undefined || checks.isUntouched(fileHash(kind, id, here, sha256), lock?.records[key]);
}

/** A record that is not taken. What was taken of it before stays, if the settings still let that in. */
function except(building: Building, key: string, hash: string, { step, reason }: NotTaken): void {
  const { context, lock, drafts, report } = building;
  lock.quarantined[key] = { hash, reason };
  const excepted: Excepted = { key, reason };
  report[step].push(excepted);
  const place = placeOf(parts(key));
  if (place === undefined || lock.records[key] === undefined || !isLeft(context, place)) return;
  drafts.set(place.file, undefined);
  delete lock.records[key];
  report.filtered.push(key);
}

function noteStale({ context, report }: Building, { kind, content, id }: ForeignRecord, here: string): void {
  const key = `${kind}:${id}`;
  const overlay = context.own.overlays.get(key);
  if (overlay === undefined) return;
  const fields = staleFields(overlay, content.data, context.sha256, contentOf(kind, here)?.data);
  if (fields.length > 0) report.stale.push({ key, fields });
}

/** Of the records that are read now; and where something is absent, of those that stand here already: an edit may have kept it until now. */
function formerKeys({ own }: SyncContext, assessed: readonly Assessed[], read: Read): ReadonlySet<string> {
  const readNow = [...read.values()].flatMap((each) =>
    'reason' in each ? [] : [{ kind: each.kind, data: each.known }],
  );
  const isAsked = assessed.some(({ step }) => step === 'absent');
  const standing = (isAsked ? assessed : []).flatMap((each) => {
    if (each.step !== 'same') return [];
    const text = own.files.get(each.file) ?? '';
    const content = text.includes('formerIds') ? contentOf(each.kind, text) : undefined;
    return content === undefined ? [] : [{ kind: each.kind, data: content.data }];
  });
  return new Set(
    [...readNow, ...standing].flatMap(({ kind, data }) => {
      const ids: unknown = data['formerIds'];
      return Array.isArray(ids) ? ids.map((id) => `${kind}:${id}`) : [];
    }),
  );
}

/** The lists of a report, before anything is in them. */
export function emptyLists(): Building['report'] {
  return {
    added: [],
    changed: [],
    removed: [],
    moved: [],
    filtered: [],
    buried: [],
    quarantined: [],
    refused: [],
    edited: [],
    absent: [],
    orphaned: [],
    stale: [],
  };
}
