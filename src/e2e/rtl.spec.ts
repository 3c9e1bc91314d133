import { expect, type Page, test } from '@playwright/test';
import { address } from './support/sites.ts';
import { TEMPLATES } from './support/templates.ts';

const PATHS = TEMPLATES.filter(({ alone, leaves, path }) => !alone && !leaves && !path.includes('?')).map(
  ({ path }) => path,
);
const PROJECT = 'projects/jo/unified-login/';

test('pages in Arabic run from right to left, those in other languages do not', async ({ page }) => {
  for (const path of PATHS) {
    await page.goto(address('arabic', `ar/${path}`));
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
    expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl');
  }
  await page.goto(address('arabic', 'fr/'));
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
});

test('names from records are isolated, so that they do not turn the text around them', async ({ page }) => {
  for (const path of PATHS) {
    await page.goto(address('arabic', `ar/${path}`));
    expect(await looseNames(page), path).toEqual([]);
  }
});

test('a date is read from its year, also among Arabic words', async ({ page }) => {
  let dates = 0;
  for (const path of ['projects/', 'retired/', PROJECT]) {
    await page.goto(address('arabic', `ar/${path}`));
    const places = await page.evaluate(placesOfDates);
    for (const { text, year, month } of places) expect(year, `${path}: ${text}`).toBeLessThan(month);
    dates += places.length;
  }
  expect(dates).toBeGreaterThan(5);
});

test('the margin stands at the right, beside the text and not over it', async ({ page }) => {
  for (const path of PATHS) {
    await page.goto(address('arabic', `ar/${path}`));
    for (const section of await page.locator('.ledger:has(.ledger-rail)').all()) {
      const rail = await section.locator('.ledger-rail').boundingBox();
      const text = await section.locator('.ledger-body, .ledger-heading').first().boundingBox();
      if (rail === null || text === null) continue;
      expect(rail.x, path).toBeGreaterThanOrEqual(text.x + text.width);
    }
    expect(await page.evaluate(overflowOfRails), path).toEqual([]);
  }
});

test('language links lead to the same page', async ({ page }) => {
  await page.goto(address('arabic', `ar/${PROJECT}`));
  for (const lang of ['en', 'fr', 'ar']) {
    await page.locator(`[data-language-link][hreflang=${lang}]`).click();
    await expect(page).toHaveURL(address('arabic', `${lang}/${PROJECT}`));
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.locator('[data-language-link][aria-current]')).toHaveAttribute('hreflang', lang);
  }
});

test('language links keep the place in the page', async ({ page }) => {
  await page.goto(address('arabic', `ar/${PROJECT}`));
  for (const link of await page.locator('[data-language-link]').all()) {
    const href = (await link.getAttribute('href')) ?? '';
    expect(new URL(href, page.url()).pathname.endsWith(`/${PROJECT}`)).toBe(true);
  }
});

/**
 * Links to records that stand in a line with other text and hold Latin letters, without anything between that isolates
 * them: <bdi>, or an element with its own direction.
 */
function looseNames(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const arabic = /\p{Script=Arabic}/u;
    const links = document.querySelectorAll(
      'main a:is([href*="/projects/"], [href*="/organizations/"], [href*="/standards/"], [href*="/funding/"])',
    );
    return [...links].flatMap((link) => {
      const name = link.textContent.trim();
      let block = link.parentElement;
      while (block !== null && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
      const around = (block?.textContent ?? '').replace(name, '');
      if (!/\p{Script=Latin}/u.test(name) || !arabic.test(around)) return [];
      const isolates = (element: Element): boolean => /isolate|plaintext/.test(getComputedStyle(element).unicodeBidi);
      const inside = [...link.children].some((child) => child.textContent.trim() === name && isolates(child));
      const isolated =
        inside ||
        isolates(link) ||
        (link.parentElement !== null && link.parentElement !== block && isolates(link.parentElement));
      return isolated || getComputedStyle(link).display !== 'inline' ? [] : [name];
    });
  });
}

/** Runs in the page: what stands in a rail and sticks out of it. */
function overflowOfRails(): string[] {
  return [...document.querySelectorAll('.ledger-rail')].flatMap((rail) => {
    const { left, right } = rail.getBoundingClientRect();
    return [...rail.querySelectorAll('*')].flatMap((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.left < left - 1 || box.right > right + 1) ? [element.textContent.slice(0, 40)] : [];
    });
  });
}

/** Runs in the page: where the year and the month of each date like 2026-10 stand, from the left. */
function placesOfDates(): { text: string; year: number; month: number }[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const places = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    const at = text.search(/\b\d{4}-\d\d\b/);
    if (at < 0 || !node.parentElement?.checkVisibility() || node.parentElement.closest('code, script')) continue;
    const leftOf = (from: number, to: number): number => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      return range.getBoundingClientRect().left;
    };
    places.push({ text, year: leftOf(at, at + 4), month: leftOf(at + 5, at + 7) });
  }
  return places;
}
