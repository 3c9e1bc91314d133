import type { Lock } from '../../../src/federation/lock.ts';
import type { SyncReport } from '../../../src/federation/report.ts';
import { sha256 } from '../../../src/federation/sha256-node.ts';
import { SYNC_CHECKS } from '../../../src/federation/sync-checks.ts';
import type { OwnRegistry, Source } from '../../../src/federation/sync-context.ts';
import { type Drafts, dayOfClock } from '../../../src/registry/load-fs.ts';
import type { Issue } from '../../../src/rules/rule.ts';
import type { RegistryFolder } from '../registry-folder.ts';
import { atOnce } from './at-once.ts';
import { mergeSources } from './merge-sources.ts';
import { lockOf, ownRegistry, SETTINGS } from './own-registry.ts';
import { assertAsSeen, type SeenFiles, seeFiles } from './seen-files.ts';
import { type Refusal, type SourceResult, type SyncSourceOptions, syncSource } from './sync-source.ts';
import { writeAtOnce } from './write-at-once.ts';

const SOURCES_AT_ONCE = 4;

export interface SyncOptions extends SyncSourceOptions {
  /** Only the source with this id. */
  readonly only?: string | undefined;
  readonly dryRun?: boolean | undefined;
  /** Somebody has looked at what the brake holds back. */
  readonly accept?: boolean | undefined;
  /** `2026-11-23`. */
  readonly day?: string;
}

/**
 * What became of a source. `taken`: written, or in a dry run what would be. `observed`: its records are only looked at (`trust: observe`).
 * `needs-person`: so much would change or go that somebody must look first; nothing of it is written. `refused`: nothing is taken, and what
 * was taken before stays.
 */
export interface SourceOutcome {
  readonly source: string;
  readonly status: 'unchanged' | 'taken' | 'observed' | 'needs-person' | 'refused';
  /** The state that stands here, or would. */
  readonly sequence?: number;
  readonly asOf?: string;
  /** The copy says that it has ended. */
  readonly ended?: Snapshotted['ended'];
  /** Zones taken from it that it says another copy writes now, with the address. */
  readonly given?: Snapshotted['given'];
  /** Zones that `federation.yaml` takes from it, and that it does not say it writes: nothing comes of them. */
  readonly unclaimed?: Snapshotted['unclaimed'];
  readonly report?: SyncReport;
  /** So much would change or go that it is held back, unless it is accepted. */
  readonly braked?: true;
  /** Where nothing has changed: records that it has not shown for so long that a person should ask. */
  readonly orphaned?: readonly string[];
  readonly reason?: Refusal;
  readonly message?: string;
  /** What it would bring into the registry. */
  readonly issues?: readonly Issue[];
}

type Snapshotted = NonNullable<Lock['snapshot']>;

export interface SyncOutcome {
  /** In the order of `federation.yaml`. */
  readonly sources: readonly SourceOutcome[];
  /** What was written, or would be. */
  readonly drafts: Drafts;
}

/**
 * Takes from each source what has changed there. A source that fails keeps what was taken before, and the others go on; the registry that
 * comes of it is checked as a whole, and then written all at once or not at all.
 * @throws {UsageError} where somebody else has meanwhile changed the settings, or a file that is to be written: nothing is
 */
export async function syncRegistry(folder: RegistryFolder, options: SyncOptions = {}): Promise<SyncOutcome> {
  const { only, dryRun = false, day = dayOfClock(), tell, ...fetching } = options;
  const seen = seeFiles(folder.root);
  const own = ownRegistry(folder, seen);
  const sources = own.sources.filter(({ id }) => only === undefined || id === only);
  const waiting = tellOldest(tell);
  const results = await atOnce(sources, SOURCES_AT_ONCE, async (source) => {
    const told = { ...fetching, tell: (text: string) => waiting.tell(source.id, text) };
    const result = await resultOf(seen, own, source, day, told);
    waiting.done(source.id);
    return result;
  });
  const planned = results.flatMap((result) =>
    result.status === 'planned' && statusOf(result, options) === 'taken'
      ? [{ id: result.source.id, plan: result.plan }]
      : [],
  );
  const { drafts, refused } = mergeSources(folder, planned, day);
  if (!dryRun && drafts.size > 0) {
    for (const file of SETTINGS) assertAsSeen(folder.root, file, seen.seen(file));
    writeAtOnce(folder.root, drafts, seen);
  }
  return { sources: results.map((result) => outcomeOf(result, options, refused.get(result.source.id))), drafts };
}

/** Of the sources that are asked at once, what is told of the one that is waited for longest. */
function tellOldest(tell: (text: string) => void = () => undefined) {
  const told = new Map<string, string>();
  const say = () => {
    const [oldest] = told.values();
    if (oldest !== undefined) tell(told.size === 1 ? oldest : `${oldest}, and ${told.size - 1} more`);
  };
  return {
    tell: (source: string, text: string) => {
      told.set(source, text);
      say();
    },
    done: (source: string) => {
      told.delete(source);
      say();
    },
  };
}

async function resultOf(
  seen: SeenFiles,
  own: OwnRegistry,
  source: Source,
  day: string,
  fetching: SyncSourceOptions,
): Promise<SourceResult> {
  const lock = lockOf(seen, source.id);
  if (lock === 'unsound') {
    const message = `federation.lock/${source.id}.json cannot be read: take it from an earlier commit.`;
    return { source, status: 'refused', reason: 'lock', message };
  }
  return await syncSource({ source, own, lock, day, sha256, checks: SYNC_CHECKS }, fetching);
}

function statusOf(result: Extract<SourceResult, { status: 'planned' }>, { accept = false }: SyncOptions) {
  if (result.source.trust === 'observe') return 'observed';
  return result.plan.outcome === 'needs-person' && !accept ? 'needs-person' : 'taken';
}

function outcomeOf(result: SourceResult, options: SyncOptions, issues: readonly Issue[] | undefined): SourceOutcome {
  const source = result.source.id;
  if (result.status === 'refused') return { source, status: 'refused', reason: result.reason, message: result.message };
  if (result.status === 'unchanged') {
    const { sequence, asOf } = result.lock?.snapshot ?? {};
    const orphaned = result.orphaned.length > 0 && { orphaned: result.orphaned };
    const state = { ...(sequence === undefined ? {} : { sequence }), ...(asOf && { asOf }) };
    return { source, status: 'unchanged', ...state, ...newsOf(result.lock), ...orphaned };
  }
  const { report, outcome, lock } = result.plan;
  const { sequence, asOf } = report;
  const braked = outcome === 'needs-person' ? { braked: true as const } : {};
  if (issues === undefined)
    return { source, status: statusOf(result, options), sequence, asOf, ...newsOf(lock), report, ...braked };
  const message = 'The registry would have errors that it has not now.';
  return { source, status: 'refused', reason: 'validation', message, issues, report };
}

/** What a person should do something about, as long as it is so. */
function newsOf(lock: Lock | undefined): Pick<SourceOutcome, 'ended' | 'given' | 'unclaimed'> {
  const { ended, given, unclaimed } = lock?.snapshot ?? {};
  return { ...(ended && { ended }), ...(given && { given }), ...(unclaimed && { unclaimed }) };
}
