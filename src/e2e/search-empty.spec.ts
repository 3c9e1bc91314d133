import { expect, test } from '@playwright/test';
import { graph, projects } from './support/registry.ts';
import { SearchPage } from './support/search-page.ts';
import { address } from './support/sites.ts';

test('nothing found: the question again, and what one choice less would give', async ({ page }) => {
  const ended = projects.find(({ data }) => data.ended !== undefined);
  const country = projects
    .map((project) => graph.countryOf(project)?.toLowerCase())
    .find((code) => {
      const there = projects.filter((project) => graph.countryOf(project)?.toLowerCase() === code);
      return code !== undefined && there.every(({ data }) => data.ended === undefined);
    });
  if (ended === undefined || country === undefined) throw new Error('The registry has no such projects.');
  const search = await SearchPage.open(page, `?country=${country}&status=ended`);
  expect(await search.total()).toBe(0);
  await expect(search.empty).toBeVisible();
  const waysOut = search.empty.locator('[data-search-ways-out] a');
  await expect(waysOut).toHaveCount(2);
  const text = (await waysOut.first().textContent()) ?? '';
  await search.after(() => waysOut.first().click());
  await expect(search.empty).toBeHidden();
  expect(text).toContain(`(${await search.total()})`);
  expect(await search.walk()).toHaveLength(await search.total());
  await expect(search.heading).toBeFocused();
});

test('words that nobody wrote: the words again, and other ways to look', async ({ page }) => {
  const search = await SearchPage.open(page, '?q=xylozzz');
  await expect(search.empty).toContainText('xylozzz');
  for (const link of await search.empty.locator('a').all()) {
    const href = (await link.getAttribute('href')) ?? '';
    const answer = await page.request.get(new URL(href, page.url()).href);
    expect(answer.status(), href).toBe(200);
  }
});

test('an empty registry says so, and asks for its first project', async ({ page }) => {
  const search = await SearchPage.open(page, '', 'en', 'empty');
  expect(await search.total()).toBe(0);
  await expect(search.empty).toBeVisible();
  await search.ask('anything');
  await expect(search.empty).toContainText('anything');
  await expect(search.failure).toBeHidden();
});

test.describe('when the search cannot load', () => {
  test('it says so, offers the browse pages, and tries again on demand', async ({ page }) => {
    await page.route(/\/search\/en\//, (route) => route.abort());
    const search = await SearchPage.open(page, '?status=stable');
    await expect(search.failure).toBeVisible();
    expect(await search.failure.locator('a').count()).toBeGreaterThan(2);
    await expect(search.status).toHaveText((await search.failure.locator('p').textContent()) ?? '');
    await page.unroute(/\/search\/en\//);
    await search.after(() => search.failure.locator('button').click());
    await expect(search.failure).toBeHidden();
    expect(await search.walk()).toHaveLength(await search.total());
  });

  test('broken data is not taken for an answer', async ({ page }) => {
    await page.route(/table\.\w+\.bin/, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.body()).subarray(0, 40) });
    });
    const search = await SearchPage.open(page, '?status=stable');
    await expect(search.failure).toBeVisible();
  });

  test('what needs no more data goes on without a network', async ({ page, context }) => {
    const search = await SearchPage.open(page, '?status=stable');
    await context.setOffline(true);
    await search.after(() => search.query.fill('identity'));
    await expect(search.failure).toBeVisible();
    await context.setOffline(false);
    await search.after(() => search.failure.locator('button').click());
    await expect(search.failure).toBeHidden();
    expect(await search.total()).toBeGreaterThan(0);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page lists projects and leads to the browse pages; no control is shown that does nothing', async ({
    page,
  }) => {
    await page.goto(address('main', 'en/projects/?q=open'));
    await expect(page.locator('.records > li').first()).toBeVisible();
    const routes = page.locator('noscript + * a, noscript a');
    const hrefs = await page
      .locator('main a[href*="/browse/"], main a[href*="/countries/"]')
      .evaluateAll((links) =>
        links
          .filter((link) => (link as HTMLElement).offsetParent !== null)
          .map((link) => (link as HTMLAnchorElement).href),
      );
    expect(hrefs.length).toBeGreaterThan(4);
    expect(await routes.count()).toBeGreaterThan(0);
    for (const control of await page.locator('main :is(input, select, button, textarea)').all()) {
      await expect(control).toBeHidden();
    }
    const [first = ''] = hrefs;
    await page.goto(first);
    await expect(page.locator('h1')).toBeVisible();
  });
});
