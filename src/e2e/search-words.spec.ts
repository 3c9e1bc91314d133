import { expect, test } from '@playwright/test';
import { foldWord, WORDS } from '../search/fold.ts';
import { graph, projects, registry } from './support/registry.ts';
import { SearchPage } from './support/search-page.ts';
import { watchPage } from './support/sites.ts';

const terms = registry.vocabularies['functions']?.terms ?? {};
const SPELT = /^\p{Script=Latin}{9,}$/u;

/** A long word from the name of a project's function, misspelt, with a country where it finds something. */
function misspelt(lang: string): { word: string; wrong: string; country: string } {
  for (const project of projects) {
    const country = graph.countryOf(project)?.toLowerCase();
    const label = terms[project.data.functions[0] ?? '']?.label[lang] ?? '';
    const word = (label.match(WORDS) ?? []).find((part) => SPELT.test(foldWord(part)));
    if (country === undefined || word === undefined) continue;
    const [before, one, other, after] = [word.slice(0, 3), word[3], word[4], word.slice(5)];
    if (one !== other) return { word, wrong: `${before}${other}${one}${after}`, country };
  }
  throw new Error('No function of the registry has a long word in its name.');
}

for (const lang of ['en', 'fr']) {
  test(`a misspelt word: what was meant is offered as a link that keeps the filters: ${lang}`, async ({ page }) => {
    const faults = watchPage(page);
    const { word, wrong, country } = misspelt(lang);
    const query = new URLSearchParams({ q: wrong, country });
    const search = await SearchPage.open(page, `?${query}`, lang);
    const offer = page.locator('[data-search-suggestion]');
    await expect(offer).toBeVisible();
    const link = offer.getByRole('link');
    const meant = (await link.textContent()) ?? '';
    expect(foldWord(meant)).toBe(foldWord(word));
    await expect(link.locator('em')).toHaveText(meant);
    await expect(search.status).toContainText((await offer.textContent()) ?? '');
    // Nothing is searched for that was not typed.
    await expect(search.query).toHaveValue(wrong);
    await search.after(async () => {
      await link.focus();
      await page.keyboard.press('Enter');
    });
    await expect(search.query).toHaveValue(meant);
    expect(new URL(page.url()).search).toBe(`?${new URLSearchParams({ q: meant, country })}`);
    await expect(search.heading).toBeFocused();
    expect(await search.total()).toBeGreaterThan(0);
    await expect(offer).toBeHidden();
    expect(faults).toEqual([]);
  });
}

test('nothing is offered that would find nothing, nor for what cannot be misspelt, nor loaded for what is found', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const offer = page.locator('[data-search-suggestion]');
  const { word, wrong } = misspelt('en');
  const search = await SearchPage.open(page, `?${new URLSearchParams({ q: word })}`);
  await expect(offer).toBeHidden();
  expect(asked.filter((url) => /\/terms\./.test(url))).toEqual([]);
  for (const typed of ['xylozzzqq', '東京都庁舎建設局', 'ьъжщзхю', 'ضضضظظظ', '1234567']) {
    await search.ask(typed);
    await expect(offer, typed).toBeHidden();
  }
  await search.ask(wrong);
  await expect(offer).toBeVisible();
  await SearchPage.open(page, `?${new URLSearchParams({ q: wrong, country: 'zz' })}`);
  await expect(offer).toBeHidden();
});

test('results that have only some of the words come last, and it is said', async ({ page }) => {
  const [one, other] = projects.flatMap(({ data }) =>
    typeof data.name === 'string' && SPELT.test(data.name) ? [data.name] : [],
  );
  if (one === undefined || other === undefined) throw new Error('The registry has no two projects with such names.');
  const partly = page.locator('[data-search-partly]');
  const search = await SearchPage.open(page, `?${new URLSearchParams({ q: one })}`);
  await expect(partly).toBeHidden();
  await search.ask(`${one} ${other}`);
  await expect(partly).toBeVisible();
  await expect(search.status).toContainText((await partly.textContent()) ?? '');
  expect((await search.names.allTextContents()).slice(0, 2).toSorted()).toEqual([one, other].toSorted());
});
