import { parts, placeOf } from '../../../src/federation/assess.ts';
import type { Lock } from '../../../src/federation/lock.ts';
import { conditionalTag, neededRecords, orphansOf, planSync, type SyncPlan } from '../../../src/federation/plan.ts';
import type { Source, SyncContext, SyncFault } from '../../../src/federation/sync-context.ts';
import { FetchError, type FetchRefusal } from '../fetch-error.ts';
import { fetchRecords, fetchSnapshot } from './fetch-snapshot.ts';
import { openMirrored } from './mirrored-host.ts';
import type { SourceHost, SourceOptions } from './source-host.ts';

/** Why nothing is taken from a source: what it says, how it was fetched, its lock here, what it would do to the registry, or a fault of ours. */
export type Refusal = SyncFault['fault'] | FetchRefusal | 'lock' | 'validation' | 'program';

export type SourceResult =
  /** Nothing is to be written; `orphaned`: what it has not shown for so long that a person should ask. */
  | {
      readonly source: Source;
      readonly status: 'unchanged';
      readonly lock: Lock | undefined;
      readonly orphaned: readonly string[];
    }
  | { readonly source: Source; readonly status: 'planned'; readonly plan: SyncPlan }
  | { readonly source: Source; readonly status: 'refused'; readonly reason: Refusal; readonly message: string };

export interface SyncSourceOptions extends Omit<SourceOptions, 'loopbackForTests'> {
  /** For tests: servers of this machine that stand in for sources, `127.0.0.1:<port>` by id, `<id> mirror`. There is no setting for it. */
  readonly loopbackForTests?: ReadonlyMap<string, string>;
  /**
   * Reads the index also where the source says that it is as it was: a lock that somebody has written, with the right tag, would else hold up
   * records that were never published until the source changes.
   */
  readonly afresh?: boolean;
  /** Told what is waited for, and of each record that has arrived. */
  readonly tell?: (text: string) => void;
}

/** Asks a source what it has, and plans what comes of it here. Writes nothing. Whatever happens ends with this source. */
export async function syncSource(context: SyncContext, options: SyncSourceOptions = {}): Promise<SourceResult> {
  const { source } = context;
  let host: SourceHost | undefined;
  try {
    const { loopbackForTests, tell, afresh = false, ...bounds } = options;
    host = await openMirrored(source, bounds, loopbackForTests);
    return await planFrom(context, host, afresh, tell);
  } catch (error) {
    if (error instanceof FetchError) return { source, status: 'refused', reason: error.reason, message: error.message };
    // What a stranger sent must not end the others' turn, whatever it hit here.
    const message = `A fault of this program. Please report it: ${error instanceof Error ? error.stack : String(error)}`;
    return { source, status: 'refused', reason: 'program', message };
  } finally {
    host?.close();
  }
}

async function planFrom(
  context: SyncContext,
  host: SourceHost,
  afresh: boolean,
  tell: (text: string) => void = () => undefined,
): Promise<SourceResult> {
  const { source, lock } = context;
  tell(`${source.id}: asking what it has`);
  const tag = !afresh && isWhole(context) ? conditionalTag(context) : undefined;
  const snapshot = await fetchSnapshot(context, host, tag);
  const unchanged: SourceResult = { source, status: 'unchanged', lock, orphaned: orphansOf(context) };
  if ('unchanged' in snapshot) return unchanged;
  if ('fault' in snapshot) return refused(source, snapshot);
  const rows = neededRecords(context, snapshot);
  const onRecord = (done: number) => tell(`${source.id}: fetched ${done} of ${rows.length} records`);
  if (rows.length > 0) tell(`${source.id}: fetching ${rows.length} records`);
  const records = await fetchRecords(host, snapshot, rows, onRecord, source.limits?.totalBytes);
  const plan = planSync(context, snapshot, records);
  if ('fault' in plan) return refused(source, plan);
  return plan.outcome === 'unchanged' ? unchanged : { source, status: 'planned', plan };
}

/** Every record that was taken still has its file: else even what has not changed there is to be fetched again. */
function isWhole({ lock, own }: SyncContext): boolean {
  return Object.keys(lock?.records ?? {}).every((key) => {
    const place = placeOf(parts(key));
    return place !== undefined && own.files.has(place.file);
  });
}

/** Why nothing is taken, for people. */
export const FAULTS: Readonly<Record<SyncFault['fault'], string>> = {
  descriptor: 'What stands at its address describes no copy of the registry.',
  protocol: 'It speaks another protocol.',
  id: 'It is another copy than federation.yaml names.',
  license: 'Its data licence is not one that is accepted.',
  rollback: 'It shows an older state than the one taken before.',
  equivocation: 'It shows two contents of the same state.',
  mirror: 'It does not name the mirror that federation.yaml names.',
  limits: 'It has more than federation.yaml allows.',
  'fast-forward': 'Its state is implausibly far ahead of the one taken before.',
  index: 'Its index is not the one that it announces, or none.',
  resurrection: 'A record that was gone is back, or its tombstone is taken away.',
  incomplete: 'It does not have a record that it announces.',
  record: 'A record is not the one that it announces.',
};

function refused(source: Source, { fault, found, expected }: SyncFault): SourceResult {
  const words = [FAULTS[fault], found && `Found: ${found}.`, expected && `Expected: ${expected}.`];
  return { source, status: 'refused', reason: fault, message: words.filter(Boolean).join(' ') };
}
