import { expect, test } from '@playwright/test';
import { faultsOf } from './support/faults-of.ts';
import { FormPage } from './support/form-page.ts';
import { address, watchPage } from './support/sites.ts';

test('a correction changes its lines only, and is copied over the file', async ({ browser }) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  const faults = watchPage(page);
  const form = await FormPage.open(page, '?correct=project:ca/gc-notify');
  await expect(form.heading).toHaveText('Nom et adresses');
  const before = await (await page.request.get(address('main', 'records/projects/ca/gc-notify.yaml'))).text();

  await test.step('unchanged, there is nothing to send', async () => {
    await form.goTo('Envoyer', 'Envoyer');
    await expect(page.getByText('Rien n’est encore modifié')).toBeVisible();
    await page.goBack();
    await form.arrived('Nom et adresses');
  });
  await form.goTo('Le reste', 'Le reste, si vous le savez');
  await form.press(page.locator('summary', { hasText: 'Description et public' }));
  const long = 'Une phrase de plus sur ce que fait le service. '.repeat(180).trim();
  await form.write(page.getByRole('group', { name: 'Description' }).getByRole('textbox', { name: 'français' }), long);
  await form.goTo('Vérifier vos réponses', 'Vérifier vos réponses');
  await expect(page.locator('section', { hasText: 'Vos modifications' }).last()).toContainText(
    'Description (français)',
  );
  await form.goOn('Envoyer');
  await form.press(page.getByRole('button', { name: /^Copier/ }).first());
  await expect(page.getByText('Copié.').last()).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const kept = new Set(before.split('\n'));
  const changed = text.split('\n').filter((line) => !kept.has(line));
  expect(changed).toHaveLength(1);
  expect(changed.join()).toContain(long);
  expect(faultsOf('registry/projects/ca/gc-notify.yaml', text)).toEqual([]);
  await expect(page.locator('a[data-send]').first()).toHaveAttribute(
    'href',
    'https://github.com/example/public-square/edit/main/registry/projects/ca/gc-notify.yaml',
  );
  expect(faults).toEqual([]);
  await context.close();
});

for (const asked of ['project:ca/no-such', 'project:../x'])
  test(`an address that asks to correct what is no record says so: ${asked}`, async ({ page }) => {
    const form = await FormPage.open(page, `?correct=${encodeURIComponent(asked)}`);
    await expect(form.heading).toHaveText('Ajouter ou corriger une fiche');
    await expect(page.getByRole('alert')).toContainText(asked.slice(asked.includes('..') ? 0 : 'project:'.length));
  });
