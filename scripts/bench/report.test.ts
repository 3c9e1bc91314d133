import { describe, expect, test } from 'vitest';
import { UsageError } from '../lib/exit-code.ts';
import { median } from './median.ts';
import { benchOptions } from './options.ts';
import type { PhaseRun } from './phases.ts';
import { benchResult } from './report.ts';
import { benchTable } from './table.ts';

const run = (seconds: number): PhaseRun => ({ seconds, cpuSeconds: seconds, peakBytes: 1e6, files: 10, findings: 0 });
const syncStep = { seconds: 2, cpuSeconds: 2, peakBytes: 1e6, written: 0, requests: 1, runs: [2] };
const sync = {
  copy: syncStep,
  first: { ...syncStep, seconds: 5 },
  unchanged: syncStep,
  changed: { ...syncStep, requests: 4 },
  changes: 1,
};
const measured = (cold: number, cached: number) =>
  benchResult({
    seed: 1,
    node: '24.0.0',
    registry: { records: 10, files: 10, bytes: 22_000, lines: 490 },
    steps: [
      { name: 'parse', runs: [run(9), run(1), run(2)] },
      { name: 'cold', runs: [run(cold)] },
      { name: 'cached', runs: [run(cached)] },
    ],
    check: { seconds: 2.5, runs: [2.5] },
    sync,
    build: undefined,
  });

describe('the report', () => {
  test('compares medians, and says which target is met', () => {
    expect(measured(3, 0.7).targets.map(({ value, met }) => [value, met])).toEqual([
      [1.5, true],
      [0.35, false],
      [2.5, false],
      [2.5, true],
      [1, true],
      [0, true],
      [4, false],
    ]);
  });

  test('shows targets beside what was found', () => {
    const table = benchTable(measured(3.2, 0.4));
    expect(table).toMatch(/no cache \/ bare parse +1\.60 +1\.50 +not met/);
    expect(table).toMatch(/cached \/ bare parse +0\.20 +0\.30 +met/);
    expect(table).toContain('set for 10,000 records');
  });

  test('the median is the middle one', () => {
    expect(median([5, 1, 9])).toBe(5);
    expect(median([4, 2])).toBe(2);
  });
});

describe('the options', () => {
  test('are read', () => {
    expect(benchOptions(['--records', '50', '--json', '--no-build', '--seed', '9'])).toEqual({
      records: 50,
      seed: 9,
      json: true,
      build: false,
      keep: undefined,
    });
  });

  test.each([['--records', 'many'], ['--records', '-5'], ['--records', '9'], ['--seed', '1.5'], ['--speed'], ['more']])(
    'wrong use is told: %s %s',
    (...args) => {
      expect(() => benchOptions(args.filter((arg) => arg !== undefined))).toThrow(UsageError);
    },
  );
});
