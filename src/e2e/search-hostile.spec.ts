import { expect, test } from '@playwright/test';
import { projects } from './support/registry.ts';
import { SearchPage } from './support/search-page.ts';
import { watchPage } from './support/sites.ts';

const MARKUP = '"><script>window.hostile=1</script><img src=x onerror="window.hostile=1">';

/** Addresses that somebody could be sent, and whether anything in them can be answered. */
const ADDRESSES: readonly (readonly [name: string, query: string, asks: boolean])[] = [
  ['markup in the words', `?${new URLSearchParams({ q: MARKUP })}`, true],
  ['markup in filters', `?${new URLSearchParams({ country: MARKUP, status: MARKUP, sort: MARKUP })}`, false],
  ['an unknown value', '?country=zz&status=stable', true],
  ['names of a prototype', '?__proto__=x&constructor=y&hasOwnProperty=z&function=__proto__', false],
  ['a value named as a property', '?function=constructor&status=toString', true],
  ['very long words', `?q=${'open%20'.repeat(1500)}`, true],
  ['very many values', `?${Array.from({ length: 900 }, (_, index) => `country=x${index}`).join('&')}`, true],
  ['broken escapes', '?q=%E0%A4%A&country=%FF%FE', true],
  ['NUL, half a pair, direction marks, piled marks', `?q=%00%ED%A0%80%E2%80%AE%E2%81%A6e${'%CC%81'.repeat(500)}`, true],
  ['words for another machine', `?${new URLSearchParams({ q: `' OR 1=1 -- $\{7*7} {{7*7}} ../../etc/passwd` })}`, true],
  ['a page beyond all', '?page=999999999999', false],
  ['the last page and more', '?page=9999999', true],
  ['a page that is none', '?page=-1e9', false],
  ['only signs', '?q=%3F%21%20%22%22%20%2A', true],
];

for (const [name, query, asks] of ADDRESSES) {
  test(`a hostile address does no harm: ${name}`, async ({ page }) => {
    const faults = watchPage(page);
    const search = await SearchPage.open(page, asks ? query : '');
    if (!asks) await page.goto(page.url() + query);
    expect(await page.evaluate(() => Reflect.get(window, 'hostile'))).toBeUndefined();
    await expect(page.locator('main script:not([type]), main img')).toHaveCount(0);
    await expect(search.failure).toBeHidden();
    if (!asks) expect(await search.total()).toBe(projects.length);
    // The page still works.
    const clear = page.locator('.chip-clear');
    if (await clear.isVisible()) await search.after(() => clear.click());
    await search.ask('identity');
    expect(await search.shown()).not.toEqual([]);
    expect(faults).toEqual([]);
  });
}

test('names and words with markup stay text', async ({ page }) => {
  const faults = watchPage(page);
  const search = await SearchPage.open(page, '?q=alert', 'en', 'arabic');
  await expect(search.names.filter({ hasText: '<script>' })).not.toHaveCount(0);
  await expect(page.locator('main img')).toHaveCount(0);
  expect(faults).toEqual([]);
});
