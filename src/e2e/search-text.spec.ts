import { expect, type Page, test } from '@playwright/test';
import { loadRegistry } from '../registry/load-fs.ts';
import { recordsOf } from '../schema/registry.ts';
import { foldWord, WORDS } from '../search/fold.ts';
import { projects, registry } from './support/registry.ts';
import { SearchPage } from './support/search-page.ts';
import { TEST_SITES } from './support/test-sites.ts';

const without = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
const functions = registry.vocabularies['functions']?.terms ?? {};

/** The copy of the fixtures: there, some projects are described in one language only. */
const copy = loadRegistry(TEST_SITES.find(({ name }) => name === 'arabic')?.registry ?? '').registry;

/** A project without a word of French, and French words of its function that stand nowhere in its own record. */
function foundByFrench(): { id: string; words: string } {
  const { terms: functions = {} } = copy.vocabularies['functions'] ?? {};
  for (const { id, data } of recordsOf(copy, 'project')) {
    if ('fr' in data.summary || (data.description !== undefined && 'fr' in data.description)) continue;
    const own = new Set((JSON.stringify(data).match(WORDS) ?? []).map(foldWord));
    for (const term of data.functions) {
      const { label = {}, synonyms = {} } = functions[term] ?? {};
      const english = [label['en'] ?? '', ...(synonyms['en'] ?? [])].join(' ').match(WORDS) ?? [];
      for (const word of english) own.add(foldWord(word));
      const french = [label['fr'] ?? '', ...(synonyms['fr'] ?? [])].find((words) => {
        const asked = words.match(WORDS) ?? [];
        return asked.length > 0 && asked.every((word) => word.length > 4 && !own.has(foldWord(word)));
      });
      if (french !== undefined) return { id, words: french };
    }
  }
  throw new Error('The registry has no project that only its function makes known in French.');
}

test('French words find a project that has no French text', async ({ page }) => {
  const { id, words } = foundByFrench();
  const search = await SearchPage.open(page, `?${new URLSearchParams({ q: words })}`, 'fr', 'arabic');
  expect(await search.walk(), `for “${words}”`).toContain(id);
  // In English the same words find it too: the index has the names of functions in every language.
  const english = await SearchPage.open(page, `?${new URLSearchParams({ q: words })}`, 'en', 'arabic');
  expect(await english.walk(), `for “${words}”`).toContain(id);
});

test('diacritics do not matter, neither in the question nor in the record', async ({ page }) => {
  const terms = projects.flatMap(({ data }) => data.functions).map((term) => functions[term]?.label['fr'] ?? '');
  const marked = terms.flatMap((label) => label.match(WORDS) ?? []).find((word) => word !== without(word));
  if (marked === undefined) throw new Error('No function of the registry has a mark in its French name.');
  const search = await SearchPage.open(page, '', 'fr');
  await search.ask(marked);
  const found = await search.walk();
  expect(found.length).toBeGreaterThan(0);
  await search.ask(without(marked));
  expect(await search.walk()).toEqual(found);
  await search.ask(without(marked).toUpperCase());
  expect(await search.walk()).toEqual(found);
});

test('marks that nobody wrote into the record do not matter either', async ({ page }) => {
  const search = await SearchPage.open(page);
  await search.ask('notification');
  const found = await search.walk();
  expect(found.length).toBeGreaterThan(0);
  await search.ask('nötificatíon');
  expect(await search.walk()).toEqual(found);
});

test('the found words are marked, and what a card does not show is told', async ({ page }) => {
  const search = await SearchPage.open(page, '?q=notification');
  const cards = page.locator('.records > li');
  for (const card of await cards.all()) {
    const told = card.locator('mark, [data-part=matched]');
    expect(await told.count(), (await card.textContent()) ?? '').toBeGreaterThan(0);
  }
  await expect(search.names).toHaveCount(await cards.count());
});

test('what is typed replaces the address; the count is said once it has settled', async ({ page }) => {
  const search = await SearchPage.open(page);
  const steps = await page.evaluate(() => history.length);
  await search.after(() => search.query.pressSequentially('identity', { delay: 30 }));
  await expect(page).toHaveURL(/\?q=identity$/);
  expect(await page.evaluate(() => history.length)).toBe(steps);
  expect(await search.status.textContent()).toBe(await search.heading.textContent());
  await expect(search.status).toHaveRole('status');
});

test('an answer that was overtaken is not shown', async ({ page }) => {
  const slow = /order-name/;
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(slow, async (route) => {
    await held;
    await route.continue();
  });
  const search = await SearchPage.open(page, '?sort=checked');
  const checked = await search.shown();
  await search.sort.selectOption('name');
  await search.after(() => search.sort.selectOption('checked'));
  const late = page.waitForResponse(slow);
  release();
  await late;
  await settle(page);
  expect(await search.shown()).toEqual(checked);
  await search.after(() => search.sort.selectOption('name'));
  expect(await search.shown()).not.toEqual(checked);
});

test('nothing of the search is loaded before somebody means to search', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const ofSearch = () => asked.filter((path) => /\/(?:pagefind|search)\//.test(path));
  const search = await SearchPage.open(page);
  await page.mouse.wheel(0, 2000);
  await page.mouse.move(900, 400);
  await settle(page);
  expect(ofSearch()).toEqual([]);
  await search.query.focus();
  await expect.poll(ofSearch).toContainEqual(expect.stringContaining('/pagefind/'));
});

/** Long enough for what is under way to show. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
}
