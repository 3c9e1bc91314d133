import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { measureBuild } from './bench/measure-build.ts';
import { measureCheck } from './bench/measure-check.ts';
import { measureSync } from './bench/measure-sync.ts';
import { measureValidation } from './bench/measure-validation.ts';
import { type BenchOptions, benchOptions } from './bench/options.ts';
import { type BenchResult, benchResult } from './bench/report.ts';
import { benchTable } from './bench/table.ts';
import { writeRegistry } from './bench/write-registry.ts';
import { EXIT, UsageError } from './lib/exit-code.ts';
import { PROJECT } from './lib/registry-folder.ts';

/**
 * Makes a seeded registry and measures on it: `npm run bench -- --records N [--json] [--seed S] [--no-build] [--keep DIR]`. The result goes
 * to standard output, progress to standard error. A missed target is told and is no failure: times depend on the machine.
 */
async function main(): Promise<number> {
  const options = benchOptions(process.argv.slice(2));
  const folder = workFolder(options);
  try {
    const result = await measure(options, folder);
    console.log(options.json ? JSON.stringify(result, null, 2) : benchTable(result));
  } finally {
    if (options.keep === undefined) rmSync(folder, { recursive: true });
  }
  return EXIT.fine;
}

async function measure({ records, seed, build }: BenchOptions, folder: string): Promise<BenchResult> {
  const root = join(folder, 'registry');
  progress(`writing ${records} records to ${root}`);
  const registry = writeRegistry(root, join(PROJECT, 'registry'), records, seed);
  const steps = await measureValidation(root, progress);
  const check = await measureCheck(root, progress);
  const sync = await measureSync(root, folder, progress);
  if (build) progress('building the site with its search index');
  const built = build ? await measureBuild(root, join(folder, 'dist')) : undefined;
  return benchResult({ seed, node: process.versions.node, registry, steps, check, sync, build: built });
}

/** An empty folder, absolute. */
function workFolder({ keep }: BenchOptions): string {
  if (keep === undefined) return mkdtempSync(join(tmpdir(), 'bench-'));
  const folder = resolve(keep);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new UsageError(`--keep ${keep}: expected a folder that is empty or does not exist yet.`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

function progress(text: string): void {
  console.error(`bench: ${text}`);
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof UsageError) console.error(`bench: ${error.message}`);
  else console.error(error);
  process.exitCode = EXIT.wrongUse;
}
