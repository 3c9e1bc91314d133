import { expect, type Page, test } from '@playwright/test';
import { axeFaults, SCHEMES } from './support/axe.ts';
import { layoutFaults } from './support/layout-faults.ts';
import { SearchPage } from './support/search-page.ts';
import { address, counted } from './support/sites.ts';
import { LANGUAGES, TEMPLATES, type Template, WIDTHS } from './support/templates.ts';

const views = TEMPLATES.flatMap((template) =>
  template.alone
    ? [{ template, path: template.path }]
    : LANGUAGES.map((lang) => ({ template, path: `${lang}/${template.path}` })),
);

for (const { template, path } of views) {
  test(`${template.name}: /${path}`, async ({ page }) => {
    if (template.leaves) await stay(page, path);
    await page.goto(address('arabic', path));
    if (path.includes('?')) await new SearchPage(page).answered();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await prepare(page, template);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        expect(await axeFaults(page, colorScheme), `${width} px, ${colorScheme}`).toEqual([]);
        counted(1, 'combinations of template, language, colours and width without an axe violation');
      }
      expect(await layoutFaults(page), `${width} px`).toEqual([]);
    }
  });
}

test('axe sees what is wrong, in both schemes', async ({ page }) => {
  await page.setContent(
    '<html lang="en"><title>t</title><main><h1 style="color:#777;background:#888">Pale words</h1><img src="data:," /></main>',
  );
  const [light, dark] = [await axeFaults(page, 'light'), await axeFaults(page, 'dark')];
  expect(light.map((fault) => fault.split(':')[0]).sort()).toEqual(['color-contrast', 'image-alt']);
  expect(dark.map((fault) => fault.split(':')[0])).toEqual(['color-contrast']);
});

/** Takes out of a page what would leave it at once. */
async function stay(page: Page, path: string): Promise<void> {
  await page.route(address('arabic', path), async (route) => {
    const answer = await route.fetch();
    const body = await answer.text();
    expect(body).toContain('http-equiv="refresh"');
    await route.fulfill({ response: answer, body: body.replace('http-equiv="refresh"', '') });
  });
}

/** Opens what is folded, where the template is about that. */
async function prepare(page: Page, { open }: Template): Promise<void> {
  const toggle = page.locator('[data-search-toggle]');
  if (open === 'panel' && (await toggle.isVisible())) await toggle.click();
  if (open === 'filters') {
    await page.locator('details').evaluateAll((folds) => {
      for (const fold of folds) (fold as HTMLDetailsElement).open = true;
    });
  }
}
