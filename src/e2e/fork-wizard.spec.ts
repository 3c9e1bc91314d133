import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { axeFaults, SCHEMES } from './support/axe.ts';
import { FormPage } from './support/form-page.ts';
import { layoutFaults } from './support/layout-faults.ts';
import { address, counted, watchPage } from './support/sites.ts';
import { WIDTHS } from './support/templates.ts';
import { PROJECT } from './support/test-sites.ts';

const REGISTRY = join(PROJECT, 'registry');

async function open(page: Page): Promise<FormPage> {
  await page.goto(address('main', 'fr/fork/wizard/'), { waitUntil: 'networkidle' });
  await expect(page.locator('#w-zone')).toBeVisible();
  return new FormPage(page);
}

test('a copy is described by keyboard, and the command makes the very files that are shown', async ({ page }) => {
  const faults = watchPage(page);
  const form = await open(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await form.write(page.locator('#w-zone'), 'dj, nulle-part');
  await form.write(page.locator('#w-languages'), 'fr, en, ar');
  await expect(page.getByText('Compris : français, anglais et arabe.')).toBeVisible();
  await form.write(page.locator('#w-name-fr'), "Registre de l’essai, dit l'«essai»");
  await form.write(page.locator('#w-name-ar'), 'سجل تجريبي');
  await form.write(page.locator('#w-owner-fr'), 'Équipe d’essai');
  await form.write(page.locator('#w-contact'), 'equipe@example.org');
  await form.take(page.getByRole('radio', { name: 'Celles de quelques zones' }));
  await form.write(page.locator('#w-include-zones'), 'ca, fr');
  await form.write(page.locator('#w-source'), 'https://square.example.org/');
  await form.write(page.locator('#w-color-accent-light'), '#9ecbd6');
  await form.press(form.button('Montrer la commande et les fichiers'));

  const summary = page.locator('.form-summary');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveText([
    /nulle-part.*n’est pas une zone/,
    /Accent sur Papier de jour.*1,68, il faut 4,5/,
    /Texte des boutons sur Accent de jour/,
  ]);
  await form.press(summary.getByRole('link').first());
  await expect(page.locator('#w-zone')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('dj');
  await form.press(page.getByRole('button', { name: /^Prendre #[0-9a-f]{6} pour : Accent$/ }));
  await expect(page.getByText('Tout cela se lit.')).toBeVisible();
  await form.press(form.button('Montrer la commande et les fichiers'));
  await expect(page.locator('#w-result')).toBeFocused();

  const shown = await page
    .locator('.wizard-file')
    .evaluateAll((files) =>
      files.map((file) => [file.getAttribute('aria-label'), file.querySelector('pre')?.textContent] as const),
    );
  expect(shown.map(([file]) => file)).toEqual(['registry.yaml', 'federation.yaml', 'theme.css', 'i18n/ar.json']);
  const command = (await page.locator('#w-command').textContent()) ?? '';
  expect(written(command)).toEqual(Object.fromEntries(shown));

  // What was answered is there again, and nobody was asked for anything meanwhile.
  await page.waitForTimeout(500);
  expect(asked).toEqual([]);
  await page.reload({ waitUntil: 'networkidle' });
  await expect(page.locator('#w-contact')).toHaveValue('equipe@example.org');
  expect(faults).toEqual([]);
});

/** Runs a command on a copy of this registry, and gives what it wrote: records that went and locks apart, which a page has no room for. */
function written(command: string): Record<string, string> {
  const root = mkdtempSync(join(tmpdir(), 'fork-wizard-'));
  try {
    cpSync(REGISTRY, root, { recursive: true });
    const program = `"${process.execPath}" scripts/registry.ts`;
    execFileSync('sh', ['-c', `${command.replace('npm run registry --', program)} --root "${root}"`], {
      cwd: PROJECT,
      stdio: 'pipe',
    });
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.[a-z]+$/.test(file));
    const changed = files.filter((file) => !file.endsWith('.lock') && !file.startsWith('federation.lock/'));
    const texts = changed.map((file) => [file, readFileSync(join(root, file), 'utf8')] as const);
    return Object.fromEntries(texts.filter(([file, text]) => textHere(file) !== text));
  } finally {
    rmSync(root, { recursive: true });
  }
}

function textHere(file: string): string | undefined {
  try {
    return readFileSync(join(REGISTRY, file), 'utf8');
  } catch {
    return undefined;
  }
}

/** The page as it would be in an Arabic registry of all zones: no test site is one. */
async function inArabic(page: Page): Promise<void> {
  const strings = readFileSync(join(PROJECT, 'src/e2e/fixtures/arabic-copy/i18n/ar.json'), 'utf8');
  await page.route(/\/fr\/fork\/wizard\/$/, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text())
      .replace(/<html lang="fr" dir="ltr">/, '<html lang="ar" dir="rtl">')
      .replace(/(<script type="application\/json" id="wizard-data">)(.*?)(<\/script>)/s, (_, start, json, end) => {
        const data = { ...JSON.parse(json), lang: 'ar', strings: JSON.parse(strings) };
        return start + JSON.stringify(data).replaceAll('<', '\\u003c') + end;
      });
    expect(body).toContain('dir="rtl"');
    await route.fulfill({ response: answer, body });
  });
}

for (const lang of ['fr', 'ar'])
  test(`the page is for everybody, with faults and with files: ${lang}`, async ({ page }) => {
    const faults = watchPage(page);
    if (lang === 'ar') await inArabic(page);
    await open(page);
    await page.locator('#w-color-stamp-dark').fill('#333333');
    await page.locator('.wizard button[type=submit]').click();
    await expect(page.locator('.form-summary')).toBeFocused();
    await check(page, 'faults');
    await page.locator('#w-color-stamp-dark').fill('#f0a37a');
    await page.locator('#w-zone').fill('dj');
    await page.locator(`#w-name-${lang === 'ar' ? 'en' : 'fr'}`).fill('Registre');
    await page.locator('#w-source').fill('https://square.example.org/');
    await page.locator('.wizard button[type=submit]').click();
    await expect(page.locator('.wizard-file')).toHaveCount(2);
    await check(page, 'files');
    expect(faults).toEqual([]);
  });

/** What axe and the layout say, in each width and scheme. */
async function check(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      // The sample shows what somebody chose, also what cannot be read; the page says so beside it.
      const found = (await axeFaults(page, colorScheme)).filter((fault) => !fault.includes('.wizard-sample-page'));
      expect.soft(found, `${name}: ${width} px, ${colorScheme}`).toEqual([]);
      counted(1, 'combinations of state, language, colours and width of the wizard without an axe violation');
    }
    expect.soft(await layoutFaults(page), `${name}: ${width} px`).toEqual([]);
  }
}
