import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './registry-folder.ts';
import { runCommand } from './run-command.ts';
import { type Counts, countOf, NONE, playwrightCounts, vitestCounts, withExit } from './test-counts.ts';
import { playwrightFailures, vitestFailures } from './test-failures.ts';
import { buildTestSites } from './test-sites.ts';

export interface TestStep {
  readonly id: string;
  readonly title: string;
  /** The step whose success this one needs. */
  readonly needs?: string;
  readonly run: () => StepResult;
}

export interface StepResult {
  readonly counts: Counts;
  /** What failed, a line each. */
  readonly failures: readonly string[];
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
  {
    id: 'sites',
    title: 'Build the test sites',
    run: () => counted(buildTestSites(console.log).map((name) => `the site “${name}”`)),
  },
  { id: 'built', title: 'Tests of the built sites', needs: 'sites', run: () => vitest('built') },
  // After those that build: Astro has one cache for all.
  { id: 'network', title: 'Copies that take from each other', run: () => vitest('network') },
  { id: 'browser', title: 'Browser tests', needs: 'sites', run: playwright },
];

/** Runs every command, also after one that failed; together they count as one. */
function all(...commands: readonly (readonly [string, ...string[]])[]): StepResult {
  const failed = commands.filter(([command, ...args]) => {
    console.log(`$ ${[command, ...args].join(' ')}`);
    return !runCommand(command, ...args);
  });
  return counted(failed.map((command) => command.join(' ')));
}

function counted(failures: readonly string[]): StepResult {
  return { counts: countOf(failures.length === 0), failures };
}

const REPORTS = join(PROJECT, 'node_modules/.cache/public-square');

function vitest(project: string): StepResult {
  const file = join(REPORTS, `vitest-${project}.json`);
  return reported(file, { countsOf: vitestCounts, failuresOf: vitestFailures }, () =>
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
function playwright(): StepResult {
  const read = { countsOf: playwrightCounts, failuresOf: playwrightFailures };
  return reported(join(REPORTS, 'playwright.json'), read, () => runCommand('playwright', 'test'));
}

/** How a runner's report is read. */
interface ReportReader {
  readonly countsOf: (report: unknown) => Counts;
  readonly failuresOf: (report: unknown) => string[];
}

/** Runs a test runner and reads what came of it from the file that it writes; none of an earlier run may stand in for it. */
function reported(file: string, { countsOf, failuresOf }: ReportReader, run: () => boolean): StepResult {
  rmSync(file, { force: true });
  const fine = run();
  try {
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return { counts: withExit(countsOf(report), fine), failures: failuresOf(report) };
  } catch (error) {
    console.error(`The runner left no counts in ${file}:`, error);
    return { counts: withExit(NONE, false), failures: [`no report in ${file}`] };
  }
}
