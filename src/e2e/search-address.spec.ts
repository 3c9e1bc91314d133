import { expect, test } from '@playwright/test';
import { isConfirmed } from '../site/freshness.ts';
import { graph, mostFrequent, projects } from './support/registry.ts';
import { SearchPage } from './support/search-page.ts';
import { address, watchPage } from './support/sites.ts';

const status = mostFrequent(projects.map(({ data }) => data.status));
const STATE = `?q=open&status=${status}&sort=name`;

test('the address restores the whole state in another tab', async ({ page, context }) => {
  const search = await SearchPage.open(page);
  await search.ask('open');
  await search.choose('status', status);
  await search.after(() => search.sort.selectOption('name'));
  expect(new URL(page.url()).search).toBe(STATE);

  const tab = await context.newPage();
  await tab.goto(page.url());
  const other = new SearchPage(tab);
  await other.answered();
  await expect(other.query).toHaveValue('open');
  await expect(other.option('status', status)).toBeChecked();
  await expect(other.sort).toHaveValue('name');
  expect(await other.total()).toBe(await search.total());
  expect(await other.shown()).toEqual(await search.shown());
});

test('Back and Forward walk through the choices, and leave and re-enter the search', async ({ page }) => {
  const search = await SearchPage.open(page);
  const all = await search.total();
  await search.choose('status', status);
  const some = await search.total();
  const shown = await search.shown();
  await search.after(() => page.goBack());
  expect(await search.total()).toBe(all);
  await expect(search.option('status', status)).not.toBeChecked();
  await search.after(() => page.goForward());
  expect(await search.total()).toBe(some);

  await search.names.first().click();
  await expect(page.locator('h1')).toBeVisible();
  await page.goBack();
  await search.answered();
  expect(await search.total()).toBe(some);
  expect(await search.shown()).toEqual(shown);
});

test('a page of results is an address of its own', async ({ page }) => {
  const search = await SearchPage.open(page, '?page=2');
  await expect(search.pages.locator('[aria-current=page]')).toHaveText('2');
  const second = await search.shown();
  await search.after(() => search.pages.locator('[rel=prev]').click());
  expect(new URL(page.url()).search).toBe('');
  await expect(search.heading).toBeFocused();
  expect(await search.shown()).not.toEqual(second);
});

test('the orders are what they say, and lose nobody', async ({ page }) => {
  const search = await SearchPage.open(page, '?sort=name');
  const today = new Date().toISOString().slice(0, 10);
  const { compare } = new Intl.Collator('en', { numeric: true });
  const nameOf = (id: string): string => {
    const { name = '' } = graph.project(id)?.data ?? {};
    return typeof name === 'string' ? name : (name['en'] ?? name['fr'] ?? Object.values(name)[0] ?? '');
  };
  const checked = (id: string): string => graph.project(id)?.data.checked?.on ?? '';
  const users = (id: string): number => graph.usesOf(id).filter(({ use }) => isConfirmed(use.confirmed, today)).length;

  const byName = await search.walk();
  expect(byName.toSorted()).toEqual(projects.map(({ id }) => id).toSorted());
  expect(byName).toEqual(byName.toSorted((one, other) => compare(nameOf(one), nameOf(other))));

  await search.after(() => search.sort.selectOption('checked'));
  const byDate = (await search.walk()).map(checked);
  expect(byDate).toEqual(byDate.toSorted().toReversed());

  await search.after(() => search.sort.selectOption('users'));
  const byUsers = (await search.walk()).map(users);
  expect(byUsers).toEqual(byUsers.toSorted((one, other) => other - one));
  expect(byUsers).toHaveLength(projects.length);
});

test('the language link leads to the same search in the other language', async ({ page }) => {
  const search = await SearchPage.open(page, STATE);
  await search.after(() => search.query.fill(''));
  const shown = await search.total();
  await page.locator('[data-language-link][hreflang=fr]').click();
  await search.answered();
  expect(page.url()).toBe(address('main', `fr/projects/?status=${status}&sort=name`));
  await expect(search.option('status', status)).toBeChecked();
  expect(await search.total()).toBe(shown);
});

test('everything stays below the base path', async ({ page }) => {
  const base = new URL(address('main')).pathname;
  expect(base).not.toBe('/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const faults = watchPage(page);
  const search = await SearchPage.open(page, STATE);
  await search.names.first().click();
  await page.waitForLoadState();
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter((path) => !path.startsWith(base))).toEqual([]);
  expect(faults).toEqual([]);
});
