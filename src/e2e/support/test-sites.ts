import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program's own folder. */
export const PROJECT = resolve(fileURLToPath(import.meta.url), '../../../..');

export interface TestSite {
  readonly name: string;
  /** The registry folder it is built from; none for a folder with nothing at all in it. */
  readonly registry?: string;
  /** Address with base path, as the build is told: no server needs to stand there. */
  readonly url: string;
  /** The path part of `url`. */
  readonly base: string;
  /** Where the built files are. */
  readonly folder: string;
  /** True for a build under another clock, time zone, locale and order of files. */
  readonly elsewhere: boolean;
}

/** Beside the installed packages: git ignores it, and `npm ci` clears it. */
const SITES = join(PROJECT, 'node_modules/.cache/public-square/sites');

/**
 * The sites that the tests look at: this registry under a base path, and the same once more as another machine would build it; a copy whose
 * main language is Arabic; a copy with nothing but its `registry.yaml`; a copy without even that.
 */
export const TEST_SITES: readonly TestSite[] = [
  site('main', 'http://localhost:4399/square/', 'registry'),
  site('main-elsewhere', 'http://localhost:4399/square/', 'registry', true),
  site('arabic', 'http://localhost:4398/copies/arabic/', 'src/e2e/fixtures/arabic-copy'),
  site('empty', 'http://localhost:4397/', 'src/e2e/fixtures/empty-copy'),
  site('bare', 'http://localhost:4396/bare/'),
];

function site(name: string, url: string, registry?: string, elsewhere = false): TestSite {
  const place = { name, url, base: new URL(url).pathname, folder: join(SITES, name), elsewhere };
  return registry === undefined ? place : { ...place, registry: join(PROJECT, registry) };
}
