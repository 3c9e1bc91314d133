import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegistry } from '../../src/registry/load-fs.ts';
import type { AnyRecord, Registry } from '../../src/schema/registry.ts';
import { median } from './median.ts';
import { runNode } from './run-process.ts';
import { COPY_URL, type ServedCopy, serveCopy } from './serve-copy.ts';
import { SYNC_PROGRAM, type SyncPhase } from './sync-phases.ts';

/** Synchronization with one copy that has all the records; seconds and bytes are medians of the rounds. */
export interface SyncRun {
  readonly copy: SyncStep;
  readonly first: SyncStep;
  readonly unchanged: SyncStep;
  readonly changed: SyncStep;
  /** Records that were changed in between. */
  readonly changes: number;
}

export interface SyncStep {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  /** Files written, and requests made: the most of any round. */
  readonly written: number;
  readonly requests: number;
  readonly runs: readonly number[];
}

const ROUNDS = 3;
const CHANGED_SHARE = 0.01;

type Round = Record<keyof Omit<SyncRun, 'changes'>, SyncPhase & { readonly requests: number }>;

/**
 * Copying and validating the records, the first synchronization of them, one where nothing has changed and one where a hundredth has: in turn,
 * each in a process of its own, over HTTP on this machine.
 * @param root the registry folder, absolute
 * @param work a folder for what is made
 */
export async function measureSync(root: string, work: string, progress: (text: string) => void): Promise<SyncRun> {
  const { registry } = loadRegistry(root);
  const changed = withChanges(registry);
  const served = await serveCopy();
  const rounds: Round[] = [];
  try {
    for (let round = 1; round <= ROUNDS; round++) {
      progress(`synchronization, round ${round} of ${ROUNDS}`);
      rounds.push(await oneRound(root, join(work, `sync-${round}`), served, [registry, changed.registry]));
    }
  } finally {
    served.close();
  }
  const step = (name: keyof Round) => stepOf(rounds.map((round) => round[name]));
  return {
    copy: step('copy'),
    first: step('first'),
    unchanged: step('unchanged'),
    changed: step('changed'),
    changes: changed.count,
  };
}

async function oneRound(
  root: string,
  work: string,
  served: ServedCopy,
  [before, after]: readonly [Registry, Registry],
): Promise<Round> {
  const taker = join(work, 'registry');
  writeTaker(taker, before.config.id);
  const run = async (...args: string[]) => {
    served.asked();
    const phase = JSON.parse((await runNode([SYNC_PROGRAM, ...args])).output) as SyncPhase;
    if (/refused|person/.test(phase.status)) throw new Error(`synchronization ended as ${phase.status}`);
    return { ...phase, requests: served.asked() };
  };
  const copy = await run('copy', root, join(work, 'copied'));
  served.publish(before, 1);
  const first = await run('sync', taker, served.host);
  const unchanged = await run('sync', taker, served.host);
  served.publish(after, 2);
  const changed = await run('sync', taker, served.host);
  rmSync(work, { recursive: true });
  return { copy, first, unchanged, changed };
}

/** A copy that writes one zone and takes all others. */
function writeTaker(folder: string, source: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'registry.yaml'),
    'schemaVersion: 1\nid: taker\nname:\n  en: Taker\nzones: [eu]\nlanguages: [en]\ndataLicense: CC0-1.0\n',
  );
  writeFileSync(
    join(folder, 'federation.yaml'),
    `schemaVersion: 1\nsources:\n  - id: ${source}\n    url: ${COPY_URL}\n    zones: "*"\n    trust: review\n`,
  );
}

function withChanges(registry: Registry): { registry: Registry; count: number } {
  const every = 1 / CHANGED_SHARE;
  const isChanged = ({ kind }: AnyRecord, at: number) => kind === 'project' && at % every === 0;
  const records = registry.records.map((record, at) =>
    isChanged(record, at) ? ({ ...record, data: { ...record.data, tags: ['edited'] } } as AnyRecord) : record,
  );
  return { registry: { ...registry, records }, count: registry.records.filter(isChanged).length };
}

function stepOf(runs: readonly (SyncPhase & { readonly requests: number })[]): SyncStep {
  return {
    seconds: median(runs.map(({ seconds }) => seconds)),
    cpuSeconds: median(runs.map(({ cpuSeconds }) => cpuSeconds)),
    peakBytes: Math.max(...runs.map(({ peakBytes }) => peakBytes)),
    written: Math.max(...runs.map(({ written }) => written)),
    requests: Math.max(...runs.map(({ requests }) => requests)),
    runs: runs.map(({ seconds }) => seconds),
  };
}
