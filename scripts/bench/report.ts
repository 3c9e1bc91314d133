import type { BuildRun } from './measure-build.ts';
import type { CheckRun } from './measure-check.ts';
import type { SyncRun } from './measure-sync.ts';
import type { Step } from './measure-validation.ts';
import { median } from './median.ts';
import type { Written } from './write-registry.ts';

/** Everything that one run measured, as `--json` prints it. */
export interface BenchResult {
  readonly seed: number;
  readonly node: string;
  readonly registry: Written;
  readonly steps: readonly StepResult[];
  readonly check: CheckRun;
  readonly sync: SyncRun;
  readonly build: BuildRun | undefined;
  readonly targets: readonly Target[];
}

export interface StepResult {
  readonly name: string;
  /** Median of the runs. */
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The most of any run. */
  readonly peakBytes: number;
  readonly findings: number;
  /** The wall seconds of every run, in order. */
  readonly runs: readonly number[];
}

export interface Target {
  readonly name: string;
  readonly value: number;
  readonly most: number;
  readonly met: boolean;
  readonly unit: 'times' | 'bytes' | 'seconds' | 'count';
}

/** The most that load + validate may take, as a multiple of bare parsing of the same files in the same run. */
const MOST_COLD = 1.5;
const MOST_CACHED = 0.3;
const MOST_FIRST_LOAD = 150_000;
/** The most that the check of a pull request of one file may take, in seconds: with so many records at most, or more. */
const MOST_CHECK = { records: 1000, seconds: 2, beyond: 5 };

/** The most that a first synchronization may take, as a multiple of copying and validating the same records in the same run. */
const MOST_FIRST_SYNC = 3;
/** Besides the records that have changed: descriptor and index. */
const SYNC_REQUESTS = 2;

/** Puts the measurements together. `steps` are bare parsing, validation without cache, validation with it. */
export function benchResult(
  measured: Pick<BenchResult, 'seed' | 'node' | 'registry' | 'check' | 'sync' | 'build'> & { steps: readonly Step[] },
): BenchResult {
  const steps = measured.steps.map(stepResult);
  const [parse, cold, cached] = steps;
  const targets: Target[] = [];
  if (parse !== undefined && cold !== undefined && cached !== undefined) {
    targets.push(target('load + validate, no cache / bare parse', cold.seconds / parse.seconds, MOST_COLD, 'times'));
    targets.push(target('load + validate, cached / bare parse', cached.seconds / parse.seconds, MOST_CACHED, 'times'));
  }
  const mostCheck = measured.registry.records <= MOST_CHECK.records ? MOST_CHECK.seconds : MOST_CHECK.beyond;
  targets.push(target('check of a pull request', measured.check.seconds, mostCheck, 'seconds'));
  targets.push(...syncTargets(measured.sync));
  if (measured.build !== undefined)
    targets.push(target('search page before typing', measured.build.search.firstLoad, MOST_FIRST_LOAD, 'bytes'));
  return { ...measured, steps, targets };
}

function syncTargets({ copy, first, unchanged, changed, changes }: SyncRun): Target[] {
  return [
    target('first synchronization / copy + validate', first.seconds / copy.seconds, MOST_FIRST_SYNC, 'times'),
    target('requests, nothing changed', unchanged.requests, 1, 'count'),
    target('files written, nothing changed', unchanged.written, 0, 'count'),
    target('requests, 1 % changed', changed.requests, changes + SYNC_REQUESTS, 'count'),
  ];
}

function stepResult({ name, runs }: Step): StepResult {
  return {
    name,
    seconds: median(runs.map(({ seconds }) => seconds)),
    cpuSeconds: median(runs.map(({ cpuSeconds }) => cpuSeconds)),
    peakBytes: Math.max(...runs.map(({ peakBytes }) => peakBytes)),
    findings: Math.max(...runs.map(({ findings }) => findings)),
    runs: runs.map(({ seconds }) => seconds),
  };
}

function target(name: string, value: number, most: number, unit: Target['unit']): Target {
  return { name, value, most, met: value <= most, unit };
}
