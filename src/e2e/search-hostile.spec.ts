import { expect, test } from '@playwright/test';
import { SearchPage } from './support/search-page.ts';
import { watchPage } from './support/sites.ts';

const MARKUP = '"><script>window.hostile=1</script><img src=x onerror="window.hostile=1">';

/** Addresses that somebody could be sent. */
const ADDRESSES: readonly (readonly [string, string])[] = [
  ['markup in the words', `?${new URLSearchParams({ q: MARKUP })}`],
  ['markup in a filter', `?${new URLSearchParams({ country: MARKUP, status: MARKUP, sort: MARKUP, page: MARKUP })}`],
  ['an unknown value', '?country=zz&status=stable'],
  ['an unknown facet and a prototype', '?__proto__=x&constructor=y&hasOwnProperty=z&function=__proto__'],
  ['very long words', `?q=${'open%20'.repeat(3000)}`],
  ['very many values', `?${Array.from({ length: 900 }, (_, index) => `country=x${index}`).join('&')}`],
  ['broken escapes', '?q=%E0%A4%A&country=%FF%FE'],
  ['NUL, half a pair, direction marks, joined marks', `?q=%00%ED%A0%80%E2%80%AE%E2%81%A6e${'%CC%81'.repeat(500)}`],
  ['words for another machine', `?${new URLSearchParams({ q: "' OR 1=1 -- ${7*7} {{7*7}} ../../etc/passwd" })}`],
  ['a page beyond all', '?page=999999999999'],
  ['a page that is none', '?page=-1e9&sort=best&sort=name'],
  ['only signs', '?q=%3F%21%20%22%22%20%2A'],
];

for (const [name, query] of ADDRESSES) {
  test(`a hostile address does no harm: ${name}`, async ({ page }) => {
    const faults = watchPage(page);
    const search = await SearchPage.open(page, query.includes('page=-1e9') ? '' : query).catch(async (error: unknown) => {
      // What means nothing is the untouched page, and then nothing is said.
      if ((await page.locator('[data-search-status]').textContent()) === '') return new SearchPage(page);
      throw error;
    });
    expect(await page.evaluate(() => Reflect.get(window, 'hostile'))).toBeUndefined();
    await expect(page.locator('main script:not([type]), main img')).toHaveCount(0);
    await expect(search.failure).toBeHidden();
    expect(faults).toEqual([]);
    // The page still works.
    await search.ask('identity');
    expect(await search.shown()).not.toEqual([]);
  });
}

test('names and words with markup stay text', async ({ page }) => {
  const faults = watchPage(page);
  const search = await SearchPage.open(page, '?q=alert', 'en', 'arabic');
  await expect(search.names.filter({ hasText: '<script>' })).not.toHaveCount(0);
  await expect(page.locator('main img')).toHaveCount(0);
  expect(faults).toEqual([]);
});
