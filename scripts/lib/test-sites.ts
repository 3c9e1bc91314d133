import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUILD_DAY, PROJECT, TEST_SITES, type TestSite } from '../../src/e2e/support/test-sites.ts';

/** What tells a build where it stands: the test sites stand where their definition says, whatever machine builds them. */
const PLACES = /^(?:GITHUB_|REPOSITORY_|SITE_URL$|REGISTRY_ROOT$|SOURCE_)/;

const ANOTHER_MACHINE = {
  TZ: 'Pacific/Kiritimati',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  NODE_OPTIONS: `--import=${pathToFileURL(join(PROJECT, 'scripts/lib/another-machine.ts')).href}`,
};

/**
 * Builds the sites that the tests look at, one after the other, since Astro keeps one cache for all.
 * @param report gets what a build said, line by line, when it failed
 * @returns the names of the sites that could not be built
 */
export function buildTestSites(report: (text: string) => void, sites: readonly TestSite[] = TEST_SITES): string[] {
  return sites.filter((site) => !buildTestSite(site, report)).map(({ name }) => name);
}

function buildTestSite(site: TestSite, report: (text: string) => void): boolean {
  rmSync(site.folder, { recursive: true, force: true });
  mkdirSync(site.folder, { recursive: true });
  const nothing = site.registry === undefined ? mkdtempSync(join(tmpdir(), 'no-registry-')) : undefined;
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(PROJECT, 'scripts/build.ts'), '--out', site.folder],
    { cwd: PROJECT, encoding: 'utf8', env: environmentOf(site, site.registry ?? nothing ?? '') },
  );
  if (nothing !== undefined) rmSync(nothing, { recursive: true });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  report(`${site.name}: ${status === 0 ? `built in ${seconds} s` : `not built\n${stdout}${stderr}`}`);
  // What failed half-way must not be taken for a site.
  if (status !== 0) rmSync(site.folder, { recursive: true, force: true });
  return status === 0;
}

function environmentOf({ url, repository, elsewhere }: TestSite, registry: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !PLACES.test(name));
  return {
    ...Object.fromEntries(inherited),
    REGISTRY_ROOT: registry,
    SITE_URL: url,
    ...(repository === undefined ? {} : { REPOSITORY_URL: repository }),
    SOURCE_COMMIT: '0123456789abcdef0123456789abcdef01234567',
    SOURCE_DATE: BUILD_DAY,
    SOURCE_SEQUENCE: '1234',
    ...(elsewhere ? ANOTHER_MACHINE : {}),
  };
}
