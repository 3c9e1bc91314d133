import { parseArgs } from 'node:util';
import { EXIT } from './lib/exit-code.ts';
import { addCounts, type Counts, countsLine } from './lib/test-counts.ts';
import { TEST_STEPS, type TestStep } from './lib/test-steps.ts';

/**
 * All tests: `npm test`. Every step runs, also after one that failed; only what needs a built site is left out where none could be built.
 * `npm test -- --only unit,lint` picks steps. The last line holds the counts.
 */
function main(): number {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const wanted = values.only?.split(',') ?? TEST_STEPS.map(({ id }) => id);
  const unknown = wanted.filter((name) => !TEST_STEPS.some(({ id }) => id === name));
  if (unknown.length > 0) {
    console.error(`test: no step ${unknown.join(', ')}. There are ${TEST_STEPS.map(({ id }) => id).join(', ')}.`);
    return EXIT.wrongUse;
  }
  const outcomes = runSteps(TEST_STEPS.filter(({ id }) => wanted.includes(id)));
  console.log(heading('Outcome'));
  for (const { line } of outcomes) console.log(line);
  const counts = addCounts(outcomes.map((outcome) => outcome.counts));
  console.log(`\n${countsLine(counts)}`);
  return counts.failed === 0 ? EXIT.fine : EXIT.findings;
}

interface Outcome {
  readonly counts: Counts;
  /** For people: `Unit tests: 40 passed, 0 failed (12.0 s)`. */
  readonly line: string;
}

function runSteps(steps: readonly TestStep[]): Outcome[] {
  const outcomes = new Map<string, Outcome>();
  for (const { id, title, needs, run } of steps) {
    console.log(heading(title));
    const lacking = needs !== undefined && (outcomes.get(needs)?.counts.failed ?? 0) > 0;
    const started = performance.now();
    const counts = lacking ? { passed: 0, failed: 0, skipped: 1 } : run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const line = `${title}: ${lacking ? 'not run, as the sites could not be built' : `${countsLine(counts)} (${seconds} s)`}`;
    console.log(line);
    outcomes.set(id, { counts, line });
  }
  return [...outcomes.values()];
}

function heading(title: string): string {
  return `\n== ${title} ${'='.repeat(Math.max(0, 76 - title.length))}`;
}

process.exitCode = main();
