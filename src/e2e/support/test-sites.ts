import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program's own folder. */
export const PROJECT = resolve(fileURLToPath(import.meta.url), '../../../..');

/** Beside the installed packages: git ignores it, and `npm ci` clears it. */
const SITES = join(PROJECT, 'node_modules/.cache/public-square/sites');

export interface TestSite {
  readonly name: string;
  /** The registry folder it is built from; none for a folder with nothing at all in it. */
  readonly registry?: string;
  /** Address with base path, as the build is told: no server needs to stand there. */
  readonly url: string;
  /** The path part of `url`. */
  readonly base: string;
  /** The repository as the build is told; without it the registry's own, if it names one. */
  readonly repository?: string;
  /** True for a build under another clock, time zone, locale and order of files. */
  readonly elsewhere?: boolean;
  /** Where the built files are. */
  readonly folder: string;
}

const MAIN = {
  registry: join(PROJECT, 'registry'),
  repository: 'https://github.com/example/public-square',
};

/**
 * The sites that the tests look at: this registry under a base path, and the same once more as another machine would build it; a copy whose
 * main language is Arabic; a copy with nothing but its `registry.yaml`; a copy without even that.
 */
export const TEST_SITES: readonly TestSite[] = [
  place('main', 'http://localhost:4399/square/', MAIN),
  place('main-elsewhere', 'http://localhost:4399/square/', { ...MAIN, elsewhere: true }),
  place('arabic', 'http://localhost:4398/copies/arabic/', { registry: fixture('arabic-copy') }),
  place('empty', 'http://localhost:4397/', { registry: fixture('empty-copy') }),
  place('bare', 'http://localhost:4396/bare/', {}),
];

/** The day that the test sites are built as of: what ages is judged against it. */
export const BUILD_DAY = '2026-11-23';

function place(name: string, url: string, more: Pick<TestSite, 'registry' | 'repository' | 'elsewhere'>): TestSite {
  return { name, url, base: new URL(url).pathname, folder: join(SITES, name), ...more };
}

function fixture(name: string): string {
  return join(PROJECT, 'src/e2e/fixtures', name);
}
