import { expect, type Page, test } from '@playwright/test';
import { focusFault, tabTo } from './support/keyboard.ts';
import { graph, mostFrequent, projects } from './support/registry.ts';
import { SearchPage } from './support/search-page.ts';

const country = mostFrequent(projects.map((project) => graph.countryOf(project)?.toLowerCase() ?? 'int'));
const license = mostFrequent(projects.flatMap(({ data }) => data.license ?? []));

const press =
  (page: Page, ...keys: string[]) =>
  async () => {
    for (const key of keys) await page.keyboard.press(key);
  };

test('the whole search by keyboard alone', async ({ page }) => {
  const search = await SearchPage.open(page);

  await test.step('skip link', async () => {
    await page.keyboard.press('Tab');
    expect(await focusFault(page)).toBe('');
    await expect(page.locator('.skip')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
  });
  await test.step('words', async () => {
    await tabTo(page, search.query);
    await search.after(() => page.keyboard.type('e', { delay: 20 }));
    await search.after(() => page.keyboard.press('Backspace'));
  });
  await test.step('two facets, one of them folded', async () => {
    await tabTo(page, search.option('country', country));
    await search.after(press(page, 'Space'));
    await expect(search.option('country', country)).toBeFocused();
    const fold = page.locator('details', { has: search.option('license', license) });
    await tabTo(page, fold.locator('summary'));
    await page.keyboard.press('Enter');
    await expect(fold).toHaveAttribute('open');
    const other = fold.locator('input[type=checkbox]:enabled:visible').first();
    await tabTo(page, other);
    await search.after(press(page, 'Space'));
    await expect(search.chips).toHaveCount(2);
    expect(await focusFault(page)).toBe('');
  });
  await test.step('a filter is removed at its chip', async () => {
    await tabTo(page, search.chips.first());
    await search.after(press(page, 'Enter'));
    await expect(search.chips).toHaveCount(1);
    // The one that took its place.
    await expect(search.chips).toBeFocused();
    await tabTo(page, page.locator('.chip-clear'));
    await search.after(press(page, 'Enter'));
    await expect(search.heading).toBeFocused();
  });
  await test.step('order', async () => {
    await tabTo(page, search.sort);
    await search.after(press(page, 'End'));
    await expect(search.sort).toHaveValue('name');
    await expect(search.sort).toBeFocused();
  });
  await test.step('another page', async () => {
    await tabTo(page, search.pages.locator('[rel=next]'));
    await search.after(press(page, 'Enter'));
    await expect(search.heading).toBeFocused();
    await expect(search.pages.locator('[aria-current=page]')).toHaveText('2');
  });
  await test.step('a result, and back', async () => {
    const shown = await search.shown();
    await tabTo(page, search.names.nth(1));
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/projects/${shown[1]}/$`));
    await page.goBack();
    await search.answered();
    expect(await search.shown()).toEqual(shown);
    await tabTo(page, search.query);
    await tabTo(page, page.locator('.masthead nav.main a').last(), 'Shift+Tab');
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 568 } });

  test('the filters open, keep what was chosen, and give the focus back', async ({ page }) => {
    const search = await SearchPage.open(page);
    const toggle = page.locator('[data-search-toggle]');
    const done = page.locator('[data-search-done]');
    await tabTo(page, toggle);
    await expect(search.option('country', country)).toBeHidden();
    await page.keyboard.press('Enter');
    await expect(toggle).toHaveAttribute('aria-expanded', 'true');
    await tabTo(page, search.option('country', country));
    await search.after(press(page, 'Space'));
    await page.keyboard.press('Escape');
    await expect(toggle).toBeFocused();
    await expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await expect(toggle).toContainText('1');
    await expect(search.option('country', country)).toBeHidden();

    await page.keyboard.press('Enter');
    await expect(search.option('country', country)).toBeChecked();
    await tabTo(page, done);
    expect(await done.textContent()).toContain(String(await search.total()));
    await page.keyboard.press('Enter');
    await expect(toggle).toBeFocused();
    await tabTo(page, search.names.first());
  });
});
