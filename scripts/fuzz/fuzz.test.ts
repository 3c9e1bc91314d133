import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { FUZZ_ENTRIES } from './entries.ts';
import type { FuzzEntry } from './entry.ts';
import { makeInput } from './make-input.ts';
import { fuzzOptions } from './options.ts';
import { fuzz } from './pool.ts';
import { findingText, resultTable } from './report.ts';
import { MAX_MS, runRange } from './run-range.ts';
import { shrink } from './shrink.ts';

/** Inputs an entry, as many as the minutes of a test run allow; a million by `npm run fuzz`. */
const RUNS = 10_000;
/** What judges, mends and renders what was read: slower, and no parser alone. */
const AFTER_READING = ['rules', 'fix', 'edit', 'import', 'issue', 'theme', 'own-page'];
const RUNS_AFTER_READING = 2_500;

const isAfterReading = ({ name }: FuzzEntry) => AFTER_READING.includes(name);
const SEED = 1;

test(`${FUZZ_ENTRIES.length} entries hold what they promise, every parser for ${RUNS} inputs`, {
  timeout: 1_800_000,
}, async () => {
  const start = performance.now();
  const options = { seed: SEED, from: 0, threads: Math.min(2, availableParallelism()) };
  const parsers = FUZZ_ENTRIES.filter((entry) => !isAfterReading(entry));
  const others = FUZZ_ENTRIES.filter(isAfterReading);
  const results = [
    ...(await fuzz(parsers, { ...options, runs: RUNS })),
    ...(await fuzz(others, { ...options, runs: RUNS_AFTER_READING })),
  ];
  const faults = results.flatMap(({ name, finding }) => (finding ? [findingText(name, SEED, finding)] : []));
  expect(faults.join('\n\n')).toBe('');
  const total = results.reduce((sum, { runs }) => sum + runs, 0);
  expect(others).toHaveLength(AFTER_READING.length);
  expect(total).toBe(RUNS * parsers.length + RUNS_AFTER_READING * others.length);
  const seconds = Math.round((performance.now() - start) / 1000);
  console.info(
    `fuzzing: ${total} of ${total} inputs as specified in ${seconds} s, none above ${MAX_MS} ms\n${resultTable(results)}`,
  );
});

const careless: FuzzEntry = {
  name: 'careless',
  about: 'throws where a text has an a, later a b',
  starts: ['xxxx'],
  pieces: ['a', 'b', 'x'],
  longest: 80,
  check(text) {
    if (/a.*b/s.test(text)) throw new Error('a before b');
  },
};

test('a finding is found, made small, and the same again from its number', () => {
  const outcome = runRange(careless, { seed: 7, from: 0, end: 1000 }, () => {});
  const { finding } = outcome;
  expect(finding).toMatchObject({ shrunk: 'ab', message: expect.stringContaining('a before b') });
  expect(makeInput(careless, 7, finding?.index ?? 0)).toBe(finding?.input);
  expect(outcome.runs).toBe((finding?.index ?? 0) + 1);
});

test('an input that takes long is a finding', () => {
  const burning: FuzzEntry = {
    ...careless,
    check() {
      const start = process.threadCpuUsage();
      while (process.threadCpuUsage(start).user / 1000 <= 20);
    },
  };
  const { finding } = runRange({ ...burning, starts: ['x'], longest: 1 }, { seed: 1, from: 0, end: 1 }, () => {}, 20);
  expect(finding?.message).toMatch(/^took \d+ ms of processor time/);
});

test('inputs differ, and each seed has its own', () => {
  const inputs = (seed: number) => Array.from({ length: 500 }, (_, index) => makeInput(careless, seed, index));
  expect(new Set(inputs(1)).size).toBeGreaterThan(300);
  expect(inputs(1)).toEqual(inputs(1));
  expect(inputs(1)).not.toEqual(inputs(2));
});

test('what is left after shrinking fails, and nothing of it can go', () => {
  const fails = (text: string) => text.includes('<') && text.includes('>');
  expect(shrink(`${'x'.repeat(1000)}<${'y'.repeat(500)}>z`, fails)).toBe('<>');
});

test('names of entries are unique, and wrong use is told', () => {
  expect(new Set(FUZZ_ENTRIES.map(({ name }) => name)).size).toBe(FUZZ_ENTRIES.length);
  expect(fuzzOptions(['--entry', 'url', '--runs', '5'], 2)).toMatchObject({
    runs: 5,
    seed: 1,
    from: 0,
    threads: 2,
    entries: [{ name: 'url' }],
  });
  expect(() => fuzzOptions(['--entry', 'nothing'], 2)).toThrow('There are:\n  path: roleOf');
  expect(() => fuzzOptions(['--runs', '1e6'], 2)).toThrow('--runs is “1e6”');
  expect(() => fuzzOptions(['--nothing'], 2)).toThrow('Use: fuzz');
});
