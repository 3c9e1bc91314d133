import { expect, type Page, test } from '@playwright/test';
import { projects } from './support/registry.ts';
import { address, measured } from './support/sites.ts';

const KB = 1000;
/** Of acceptance in the design: what a reader's connection carries. */
const MAX_PROJECT = 60 * KB;
const MAX_SEARCH = 150 * KB;
const MAX_FIRST_QUERY = 200 * KB;
const MAX_SHIFT = 0.02;

/** Bytes over the wire as Chromium counts them, headers and workers included, and the scripts that were asked for. */
function watchTransfer(page: Page): { bytes: () => Promise<number>; scripts: () => number } {
  const finished: Promise<number>[] = [];
  let scripts = 0;
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts += 1;
  });
  page.on('requestfinished', (request) => {
    finished.push(request.sizes().then((sizes) => sizes.responseBodySize + sizes.responseHeadersSize));
  });
  return {
    bytes: async () => (await Promise.all(finished)).reduce((sum, size) => sum + size, 0),
    scripts: () => scripts,
  };
}

/** How far the layout moved while it loaded: https://web.dev/articles/cls */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );
}

const size = ({ data }: (typeof projects)[number]) => JSON.stringify(data).length;
const largest = projects.toSorted((a, b) => size(b) - size(a))[0];
if (largest === undefined) throw new Error('The registry has no project to measure.');

for (const id of new Set(['ca/gc-notify', largest.id])) {
  for (const lang of ['en', 'fr']) {
    test(`the page of ${id} in ${lang} is light`, async ({ page }) => {
      const seen = watchTransfer(page);
      await page.goto(address('main', `${lang}/projects/${id}/`), { waitUntil: 'networkidle' });
      const shift = await layoutShift(page);
      const bytes = await seen.bytes();
      measured(
        `project page ${id} (${lang}): ${bytes} bytes, ${seen.scripts()} scripts, layout shift ${shift.toFixed(4)}`,
      );
      expect(seen.scripts()).toBe(0);
      expect(bytes).toBeGreaterThan(10 * KB);
      expect(bytes).toBeLessThanOrEqual(MAX_PROJECT);
      expect(shift).toBeLessThanOrEqual(MAX_SHIFT);
    });
  }
}

test('the search page is light before anybody types, and so is the first question', async ({ page }) => {
  const seen = watchTransfer(page);
  await page.goto(address('main', 'en/projects/'), { waitUntil: 'networkidle' });
  const before = await seen.bytes();
  const shift = await layoutShift(page);
  await page.locator('input[name=q]').fill('notifications');
  await expect(page.locator('[data-search-status]')).toHaveText(/\d/, { timeout: 30_000 });
  await page.waitForLoadState('networkidle');
  const query = (await seen.bytes()) - before;
  measured(
    `search page: ${before} bytes before typing, ${query} more for the first query, layout shift ${shift.toFixed(4)}`,
  );
  expect(before).toBeGreaterThan(10 * KB);
  expect(before).toBeLessThanOrEqual(MAX_SEARCH);
  expect(query).toBeGreaterThan(10 * KB);
  expect(query).toBeLessThanOrEqual(MAX_FIRST_QUERY);
  expect(shift).toBeLessThanOrEqual(MAX_SHIFT);
});
