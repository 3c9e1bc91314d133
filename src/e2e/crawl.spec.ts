import { expect, test } from '@playwright/test';
import { crawl } from './support/crawl.ts';
import { address, counted, type SiteName, watchPage } from './support/sites.ts';

/** Of the registry itself some pages of each kind; of the small copies, which hold what is odd, most or all. */
const SITES: readonly { readonly site: SiteName; readonly ofEachKind?: number }[] = [
  { site: 'main', ofEachKind: 8 },
  { site: 'arabic', ofEachKind: 16 },
  { site: 'empty' },
];

for (const { site, ofEachKind } of SITES) {
  test(`the root of the site "${site}" leads to its main language`, async ({ page }) => {
    const faults = watchPage(page);
    await page.goto(address(site));
    await page.waitForURL(new RegExp(`^${address(site)}[a-z]{2}/$`));
    await expect(page.locator('h1')).toBeVisible();
    expect(faults).toEqual([]);
  });

  test(`${ofEachKind === undefined ? 'every page' : `${ofEachKind} pages of each kind`} of the site "${site}" in the browser`, async ({
    context,
  }) => {
    test.setTimeout(10 * 60_000);
    const { pages, links, faults } = await crawl(context, site, ofEachKind);
    expect(faults).toEqual([]);
    expect(pages).toBeGreaterThan(20);
    counted(pages, 'pages opened without a console message, a policy violation, a foreign or failed request');
    counted(links, 'links on them, none dead within the site');
  });
}
