import { expect, test } from '@playwright/test';
import { crawl } from './support/crawl.ts';
import { counted, type SiteName } from './support/sites.ts';

const SITES: readonly SiteName[] = ['main', 'arabic', 'empty'];

for (const site of SITES) {
  test(`every page of the site "${site}" in the browser`, async ({ context }) => {
    test.setTimeout(10 * 60_000);
    const { pages, links, faults } = await crawl(context, site);
    expect(faults).toEqual([]);
    expect(pages).toBeGreaterThan(20);
    counted(pages, 'pages opened without a console message, a policy violation, a foreign or failed request');
    counted(links, 'links on them, none dead within the site');
  });
}
