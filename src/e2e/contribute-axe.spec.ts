import { expect, type Page, test } from '@playwright/test';
import { axeFaults, SCHEMES } from './support/axe.ts';
import { layoutFaults } from './support/layout-faults.ts';
import { address, counted } from './support/sites.ts';
import { LANGUAGES, WIDTHS } from './support/templates.ts';

const STEPS = ['known', 'about', 'reuse', 'more', 'answers', 'send'];

for (const lang of LANGUAGES) {
  test(`the steps of the form: ${lang}`, async ({ page }) => {
    await page.goto(address('arabic', `${lang}/contribute/?correct=project:jo/unified-login`));
    await expect(page.locator('.form-steps')).toBeVisible();
    // Something is changed, so that there is something to send.
    await page.locator('#f-website').fill('https://login.test-ministry.example/other');
    for (const step of STEPS) {
      await page.locator(`.form-steps a[href="#${step}"]`).click();
      await expect(page.locator(`.form-steps a[href="#${step}"]`)).toHaveAttribute('aria-current', 'step');
      if (step === 'answers') await expect(page.locator('.form-preview .facts-table')).toBeVisible();
      if (step === 'send') await expect(page.locator('.form-todo').first()).toBeVisible();
      await unfold(page);
      await check(page, step);
    }
    await page.goto(address('arabic', `${lang}/contribute/?new=project`));
    await page.locator('button[type=submit].button').last().click();
    await expect(page.locator('.form-summary')).toBeFocused();
    await check(page, 'errors');
    await page.goto(address('arabic', `${lang}/contribute/`));
    for (const way of ['file', 'record']) {
      await page.locator(`input[name=form-way][value=${way}]`).check();
      if (way === 'record') await page.locator('#form-record').fill('utl');
      await check(page, `start: ${way}`);
    }
    await page.goto(address('arabic', `${lang}/contribute/?suggest`));
    await page.locator('#form-suggest-name').fill('UTL');
    await page.locator('button[type=submit].button').last().click();
    await expect(page.locator('.form-todo').first()).toBeVisible();
    await check(page, 'suggestion');
  });
}

async function unfold(page: Page): Promise<void> {
  await page.locator('.ledger-body details').evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });
}

/** What axe and the layout say of what is shown, in each width and scheme. */
async function check(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await axeFaults(page, colorScheme), `${name}: ${width} px, ${colorScheme}`).toEqual([]);
      counted(1, 'combinations of step, language, colours and width without an axe violation');
    }
    expect.soft(await layoutFaults(page), `${name}: ${width} px`).toEqual([]);
  }
}
