import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EXIT } from './lib/exit-code.ts';
import { PROJECT } from './lib/registry-folder.ts';
import { addCounts, countOf, countsLine } from './lib/test-counts.ts';
import { type StepResult, TEST_STEPS, type TestStep } from './lib/test-steps.ts';

/**
 * All tests: `npm test`. Every step runs, also after one that failed; only what needs a built site is left out where none could be built.
 * `npm test -- --only unit,lint` picks steps. The end names what failed, and its last line
 * holds the counts.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, outcomes: { type: 'string' } } });
  const wanted = values.only?.split(',') ?? TEST_STEPS.map(({ id }) => id);
  const unknown = wanted.filter((name) => !TEST_STEPS.some(({ id }) => id === name));
  if (unknown.length > 0) {
    console.error(`test: no step ${unknown.join(', ')}. There are ${TEST_STEPS.map(({ id }) => id).join(', ')}.`);
    return EXIT.wrongUse;
  }
  const beside = wanted.includes('unit') ? BESIDE_UNIT.filter((id) => wanted.includes(id)) : [];
  const outcomes = new Map<string, Outcome>();
  const lane = beside.length === 0 ? undefined : startLane(beside);
  if (lane !== undefined) {
    givingWay(() =>
      runSteps(
        TEST_STEPS.filter(({ id }) => id === 'unit'),
        outcomes,
      ),
    );
    for (const [id, outcome] of await lane) outcomes.set(id, outcome);
  }
  runSteps(
    TEST_STEPS.filter(({ id }) => wanted.includes(id) && !outcomes.has(id)),
    outcomes,
  );
  if (values.outcomes !== undefined) writeFileSync(values.outcomes, JSON.stringify([...outcomes]));
  console.log(heading('Outcome'));
  for (const { line } of outcomes.values()) console.log(line);
  const failures = [...outcomes.values()].flatMap((outcome) => outcome.failures);
  if (failures.length > 0) console.log(['\nFailed:', ...failures.map((failure) => `  ${failure}`)].join('\n'));
  const counts = addCounts([...outcomes.values()].map((outcome) => outcome.counts));
  console.log(`\n${countsLine(counts)}`);
  return counts.failed === 0 ? EXIT.fine : EXIT.findings;
}

interface Outcome extends StepResult {
  /** For people: `Unit tests: 40 passed, 0 failed (12.0 s)`. */
  readonly line: string;
}

/** Steps that keep one processor busy: they run in a process of their own while the unit tests run. */
const BESIDE_UNIT = ['types', 'lint', 'registry', 'sites', 'built', 'network'];

const LANE = join(PROJECT, 'node_modules/.cache/public-square/lane');

/** Starts steps in a process of their own; what they say is printed once they have ended, so that two outputs do not mix. */
function startLane(ids: readonly string[]): Promise<Map<string, Outcome>> {
  mkdirSync(LANE, { recursive: true });
  const [log, file] = [join(LANE, 'output.log'), join(LANE, 'outcomes.json')];
  writeFileSync(file, '[]');
  const output = openSync(log, 'w');
  const args = [join(PROJECT, 'scripts/test.ts'), '--only', ids.join(','), '--outcomes', file];
  const ended = once(spawn(process.execPath, args, { stdio: ['ignore', output, output] }), 'exit');
  return ended.then(() => {
    closeSync(output);
    console.log(readFileSync(log, 'utf8').replace(/\n== Outcome [\s\S]*$/, ''));
    const outcomes = new Map(JSON.parse(readFileSync(file, 'utf8')) as [string, Outcome][]);
    // A process that died tells of nothing: what it should have done has failed.
    for (const id of ids)
      if (!outcomes.has(id)) outcomes.set(id, { counts: countOf(false), failures: [], line: `${id}: did not end` });
    return outcomes;
  });
}

/** Work that takes what the lane leaves: that is one processor's work, and would end last, alone, where the two workers of the unit tests had the same share. */
function givingWay(work: () => void): void {
  const before = getPriority();
  setPriority(Math.max(before, constants.priority.PRIORITY_BELOW_NORMAL));
  work();
  try {
    setPriority(before);
  } catch {
    // Not everybody may take it back, and nothing runs beside what follows.
  }
}

const NOT_RUN: StepResult = { counts: { passed: 0, failed: 0, skipped: 1 }, failures: [] };

/** Runs steps one after the other, and adds what came of each. */
function runSteps(steps: readonly TestStep[], outcomes: Map<string, Outcome>): void {
  for (const { id, title, needs, run } of steps) {
    console.log(heading(title));
    const lacking = needs !== undefined && (outcomes.get(needs)?.counts.failed ?? 0) > 0;
    const started = performance.now();
    const { counts, failures } = lacking ? NOT_RUN : run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const line = `${title}: ${lacking ? 'not run, as the sites could not be built' : `${countsLine(counts)} (${seconds} s)`}`;
    console.log(line);
    outcomes.set(id, { counts, failures, line });
  }
}

function heading(title: string): string {
  return `\n== ${title} ${'='.repeat(Math.max(0, 76 - title.length))}`;
}

process.exitCode = await main();
