import { expect, test } from '@playwright/test';
import { graph, idsWhere, mostFrequent, type Project, projects } from './support/registry.ts';
import { SearchPage } from './support/search-page.ts';
import { counted } from './support/sites.ts';

const statusOf = ({ data }: Project): string => (data.ended === undefined ? data.status : 'ended');
const countryOf = (project: Project): string => graph.countryOf(project)?.toLowerCase() ?? 'int';
const sorted = (ids: readonly string[]): string[] => ids.toSorted();

test('values of a facet widen, facets narrow, and each number is what is shown', async ({ page }) => {
  const first = mostFrequent(projects.map(countryOf));
  const second = mostFrequent(projects.map(countryOf).filter((country) => country !== first));
  const status = mostFrequent(projects.filter((project) => countryOf(project) === second).map(statusOf));
  const search = await SearchPage.open(page);

  for (const [facet, value, isMeant] of [
    ['country', first, (project) => countryOf(project) === first],
    ['country', second, (project) => [first, second].includes(countryOf(project))],
    ['status', status, (project) => [first, second].includes(countryOf(project)) && statusOf(project) === status],
  ] satisfies [string, string, (project: Project) => boolean][]) {
    await search.choose(facet, value);
    const meant = idsWhere(isMeant);
    expect(await search.total()).toBe(meant.length);
    expect(sorted(await search.walk())).toEqual(sorted(meant));
  }
});

test('the number beside a value is what choosing it shows', async ({ page }) => {
  const status = mostFrequent(projects.map(statusOf));
  for (const start of ['?', `?status=${status}&`]) {
    await SearchPage.open(page, start === '?' ? '' : start.slice(0, -1));
    const options = await page.locator('.facet:not([data-facet=status]) label').evaluateAll((labels) =>
      labels.map((label) => {
        const { name, value } = label.querySelector('input') as HTMLInputElement;
        return { name, value, promised: Number(label.querySelector('[data-count]')?.textContent) };
      }),
    );
    const choosable = options.filter(({ promised }) => promised > 0);
    const step = Math.ceil(choosable.length / 12);
    for (const { name, value, promised } of choosable.filter((_, index) => index % step === 0)) {
      const search = await SearchPage.open(page, start + new URLSearchParams({ [name]: value }));
      expect(await search.total(), `${start}${name}=${value}`).toBe(promised);
      expect(await search.walk(), `${start}${name}=${value}`).toHaveLength(promised);
      counted(1, 'filter values whose number was what they show');
    }
  }
});

test('a chosen filter is a chip that removes it; "clear all" removes all but the words', async ({ page }) => {
  const country = mostFrequent(projects.map(countryOf));
  const search = await SearchPage.open(page, `?q=open&country=${country}&status=stable`);
  await expect(search.chips).toHaveCount(2);
  await search.after(() => page.locator(`[data-search-chips] [data-value="${country}"]`).click());
  await expect(search.chips).toHaveCount(1);
  await expect(search.option('country', country)).not.toBeChecked();
  await search.after(() => page.locator('.chip-clear').click());
  await expect(search.chips).toHaveCount(0);
  await expect(search.heading).toBeFocused();
  expect(new URL(page.url()).search).toBe('?q=open');
});

test('a value that would find nothing stays in sight and is disabled', async ({ page }) => {
  const [rare] = projects.filter(
    (project) => idsWhere((other) => countryOf(other) === countryOf(project)).length === 1,
  );
  if (rare === undefined) throw new Error('The registry has no country with one project.');
  const search = await SearchPage.open(page, `?country=${countryOf(rare)}`);
  const other = ['stable', 'beta', 'development', 'ended'].find((status) => status !== statusOf(rare)) ?? '';
  await expect(search.option('status', other)).toBeDisabled();
  await expect(search.option('status', other)).toBeVisible();
  expect(await search.optionCount('status', other)).toBe(0);
  await expect(search.option('status', statusOf(rare))).toBeEnabled();
});

test('a long facet is found in by name, and shown whole on demand', async ({ page }) => {
  await SearchPage.open(page);
  const facet = page.locator('[data-facet=country]');
  const rows = facet.locator('label:visible');
  const all = await facet.locator('label').count();
  expect(await rows.count()).toBeLessThan(all);

  await facet.locator('[data-facet-all]').click();
  await expect(rows).toHaveCount(all);
  await expect(facet.locator('[data-facet-all]')).toHaveAttribute('aria-expanded', 'true');

  const last = facet.locator('label').last();
  const name = (await last.locator('[data-label]').textContent()) ?? '';
  await facet.locator('[data-facet-find]').fill(name.toUpperCase());
  await expect(rows).toHaveCount(1);
  await expect(last).toBeVisible();
  await facet.locator('[data-facet-find]').fill('zzz');
  await expect(facet.locator('[data-facet-none]')).toBeVisible();
});

test('a facet that is folded opens when the address chooses in it', async ({ page }) => {
  const search = await SearchPage.open(page, '?license=MIT');
  await expect(search.option('license', 'MIT')).toBeVisible();
  await expect(search.option('license', 'MIT')).toBeChecked();
});
