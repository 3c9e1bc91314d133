import { expect, type Page, test } from '@playwright/test';
import { projectsBySize } from './support/project-sizes.ts';
import { projects } from './support/registry.ts';
import { address, measured } from './support/sites.ts';

const SAMPLE = 15;

test('a project page prints on one A4 sheet', async ({ page, request }) => {
  const ids = await projectsBySize(request);
  const step = Math.ceil(ids.length / SAMPLE);
  const sheets: number[] = [];
  for (const id of ids.filter((_, index) => index % step === 0)) {
    await page.goto(address('main', `en/projects/${id}/`));
    sheets.push(await countSheets(page));
  }
  const single = sheets.filter((count) => count === 1).length;
  measured(`printed project pages: ${single} of ${sheets.length} on one A4 sheet, the largest on ${sheets.at(-1)}`);
  expect(sheets[Math.floor(sheets.length / 2)], 'the median page').toBe(1);
  expect(Math.max(...sheets)).toBeLessThanOrEqual(2);
});

test('what cannot be used on paper is not printed, and the address of the page is', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(address('main', `en/projects/${projects[0]?.id}/`));
  for (const hidden of await page.locator('nav, [role=search], .skip, form').all()) await expect(hidden).toBeHidden();
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('.print-address')).toBeVisible();
  await expect(page.locator('.print-address')).toContainText(`/en/projects/${projects[0]?.id}/`);
  // Black on white, whatever the screen.
  const color = await page.locator('h1').evaluate((heading) => getComputedStyle(heading).color);
  expect(Math.max(...(color.match(/\d+/g) ?? []).slice(0, 3).map(Number))).toBeLessThan(80);
});

/** Chromium writes an object of type Page for every sheet. */
async function countSheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
}
