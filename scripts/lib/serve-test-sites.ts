import { existsSync } from 'node:fs';
import { TEST_SITES } from '../../src/e2e/support/test-sites.ts';
import { serveSite } from './serve.ts';

/**
 * Playwright's global setup: serves the built test sites on free loopback ports and tells the tests where, by the
 * environment variable TEST_SITES (name -> address, as JSON). Returns what stops the servers.
 */
// biome-ignore lint/style/noDefaultExport: Playwright takes the default export.
export default async function serveTestSites(): Promise<() => Promise<void>> {
  const built = TEST_SITES.filter(({ folder }) => existsSync(folder));
  const served = await Promise.all(
    built.map(async ({ name, folder, base }) => ({ name, site: await serveSite(folder, base, 0) })),
  );
  process.env['TEST_SITES'] = JSON.stringify(Object.fromEntries(served.map(({ name, site }) => [name, site.url])));
  return async () => {
    await Promise.all(served.map(({ site }) => site.close()));
  };
}
