import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './registry-folder.ts';
import { runCommand } from './run-command.ts';
import { type Counts, countOf, NONE, playwrightCounts, vitestCounts, withExit } from './test-counts.ts';
import { buildTestSites } from './test-sites.ts';

export interface TestStep {
  readonly id: string;
  readonly title: string;
  /** The step whose success this one needs. */
  readonly needs?: string;
  readonly run: () => Counts;
}

/** Everything that is tested, in order. */
export const TEST_STEPS: readonly TestStep[] = [
  {
    id: 'types',
    title: 'Types',
    // It syncs first, and reads every file that tsconfig.json includes, not the .astro files alone.
    run: () => all(['astro', 'check', '--minimumSeverity', 'warning']),
  },
  {
    id: 'lint',
    title: 'Lint and format',
    run: () => all(['biome', 'ci', '.'], ['prettier', '--check', '**/*.{astro,mdx,md}'], ['knip']),
  },
  {
    id: 'registry',
    title: 'The registry',
    run: () => all(['node', 'scripts/registry.ts', 'validate'], ['node', 'scripts/registry.ts', 'format', '--check']),
  },
  { id: 'unit', title: 'Unit tests', run: () => vitest('unit') },
  { id: 'sites', title: 'Build the test sites', run: () => countOf(buildTestSites(console.log).length === 0) },
  { id: 'built', title: 'Tests of the built sites', needs: 'sites', run: () => vitest('built') },
  // After those that build: Astro has one cache for all.
  { id: 'network', title: 'Copies that take from each other', run: () => vitest('network') },
  { id: 'browser', title: 'Browser tests', needs: 'sites', run: playwright },
];

/** Runs every command, also after one that failed; together they count as one. */
function all(...commands: readonly (readonly [string, ...string[]])[]): Counts {
  const failed = commands.filter(([command, ...args]) => {
    console.log(`$ ${[command, ...args].join(' ')}`);
    return !runCommand(command, ...args);
  });
  for (const command of failed) console.error(`Failed: ${command.join(' ')}`);
  return countOf(failed.length === 0);
}

const REPORTS = join(PROJECT, 'node_modules/.cache/public-square');

function vitest(project: string): Counts {
  const file = join(REPORTS, `vitest-${project}.json`);
  return reported(file, vitestCounts, () =>
    runCommand(
      'vitest',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ),
  );
}

/** playwright.config.ts names the same file. */
function playwright(): Counts {
  return reported(join(REPORTS, 'playwright.json'), playwrightCounts, () => runCommand('playwright', 'test'));
}

/** Runs a test runner and reads the counts from the file that it writes; none of an earlier run may stand in for it. */
function reported(file: string, countsOf: (report: unknown) => Counts, run: () => boolean): Counts {
  rmSync(file, { force: true });
  const fine = run();
  try {
    return withExit(countsOf(JSON.parse(readFileSync(file, 'utf8'))), fine);
  } catch (error) {
    console.error(`The runner left no counts in ${file}:`, error);
    return withExit(NONE, false);
  }
}
