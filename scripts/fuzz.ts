import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fuzzOptions } from './fuzz/options.ts';
import { type FuzzResult, fuzz } from './fuzz/pool.ts';
import { findingText, resultTable } from './fuzz/report.ts';
import { EXIT, UsageError } from './lib/exit-code.ts';
import { PROJECT } from './lib/registry-folder.ts';

/** Where findings are written: beside the installed packages, which git ignores. */
const FOLDER = join(PROJECT, 'node_modules/.cache/public-square/fuzz');
const TELL_EVERY = 100_000;

/**
 * Gives what others may write to everything that reads it: `npm run fuzz -- [--runs N] [--entry NAME] [--seed S] [--from N] [--threads N]`.
 * Progress goes to standard error, with the number to go on from; the shortest input of a finding to a file. Ctrl+C tells what was done.
 */
async function main(): Promise<number> {
  const { entries, ...options } = fuzzOptions(process.argv.slice(2), availableParallelism());
  const { seed, from, runs } = options;
  console.error(`fuzz: ${entries.length} entries, ${runs} inputs each from ${from} on, seed ${seed}`);
  const latest = new Map<string, FuzzResult>();
  process.once('SIGINT', () => {
    if (latest.size > 0) console.log(resultTable([...latest.values()]));
    process.exit(EXIT.wrongUse);
  });
  const results = await fuzz(entries, options, (result) => {
    const { name, runs: done, finding } = result;
    if (finding !== undefined && latest.get(name)?.finding === undefined) console.error(`fuzz: ${name}: a finding`);
    latest.set(name, result);
    if (done % TELL_EVERY === 0)
      console.error(
        `fuzz: ${name}: ${done} of ${runs} (to go on: --entry ${name} --seed ${seed} --from ${from + done})`,
      );
  });
  console.log(resultTable(results));
  const findings = results.filter(({ finding }) => finding !== undefined);
  for (const result of findings) writeFinding(result, seed);
  console.log(`${results.reduce((sum, { runs }) => sum + runs, 0)} inputs, ${findings.length} findings.`);
  return findings.length === 0 ? EXIT.fine : EXIT.findings;
}

function writeFinding({ name, finding }: FuzzResult, seed: number): void {
  if (finding === undefined) return;
  const file = join(FOLDER, `${name}-${seed}-${finding.index}.txt`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, finding.shrunk);
  console.log(`\n${findingText(name, seed, finding)}\nWritten to ${file}`);
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof UsageError) console.error(`fuzz: ${error.message}`);
  else console.error(error);
  process.exitCode = EXIT.wrongUse;
}
