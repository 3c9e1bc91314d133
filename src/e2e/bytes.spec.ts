import { expect, test } from '@playwright/test';
import { projectsBySize } from './support/project-sizes.ts';
import { SearchPage } from './support/search-page.ts';
import { address, measured } from './support/sites.ts';
import { kilobytes, Scripts, Transfer } from './support/transfer.ts';

/** The limits of design/performance.md, in bytes over the wire, with an empty cache. What a whole journey through the form loads is measured in contribute.spec.ts. */
const MOST = { project: 60_000, search: 150_000, firstQuery: 200_000, form: 85_000, wizard: 116_000 };

test('a project page is small and runs no script', async ({ browser, request }) => {
  const ids = await projectsBySize(request);
  const shown = { 'median project page': ids[Math.floor(ids.length / 2)], 'largest project page': ids.at(-1) };
  for (const [name, id] of Object.entries(shown)) {
    for (const lang of ['en', 'fr']) {
      // Another context has an empty cache.
      const context = await browser.newContext();
      const page = await context.newPage();
      const transfer = new Transfer(page);
      await page.goto(address('main', `${lang}/projects/${id}/`), { waitUntil: 'networkidle' });
      const { bytes, scripts, files } = await transfer.take();
      measured(`${name}, ${lang} (${id}): ${kilobytes(bytes)} in ${files.length} requests, ${scripts} scripts`);
      expect(bytes, files.join('\n')).toBeLessThanOrEqual(MOST.project);
      expect(bytes, 'the page itself is counted').toBeGreaterThan(5_000);
      expect(scripts).toBe(0);
      await context.close();
    }
  }
});

for (const lang of ['en', 'fr']) {
  test(`the search is small before typing, and so is the first answer: ${lang}`, async ({ page }) => {
    const transfer = new Transfer(page);
    const search = await SearchPage.open(page, '', lang);
    await page.waitForLoadState('networkidle');
    const before = await transfer.take();
    measured(`search page before typing, ${lang}: ${kilobytes(before.bytes)} in ${before.files.length} requests`);
    expect(before.bytes, before.files.join('\n')).toBeLessThanOrEqual(MOST.search);
    await search.query.focus();
    await search.ask('identity');
    await page.waitForLoadState('networkidle');
    const query = await transfer.take();
    measured(`first query adds, ${lang}: ${kilobytes(query.bytes)} in ${query.files.length} requests`);
    expect(query.bytes, query.files.join('\n')).toBeLessThanOrEqual(MOST.firstQuery);
    // The program of the text index alone: a sign that what the worker asks for is counted.
    expect(query.files.join('\n')).toMatch(/\/pagefind\/.*wasm/);
  });
}

for (const [name, path] of [
  ['form', 'fr/contribute/'],
  ['wizard', 'fr/fork/wizard/'],
] as const)
  test(`the script of the ${name} is small`, async ({ page }) => {
    const scripts = new Scripts(page);
    await page.goto(address('main', path), { waitUntil: 'networkidle' });
    const { sent, told } = await scripts.sum();
    measured(`script of the ${name}: ${told}`);
    expect(sent).toBeLessThanOrEqual(MOST[name]);
    expect(sent, 'the script is counted').toBeGreaterThan(20_000);
  });
