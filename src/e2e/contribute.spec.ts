import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './support/faults-of.ts';
import { FormPage } from './support/form-page.ts';
import { address, measured, watchPage } from './support/sites.ts';
import { Scripts } from './support/transfer.ts';

/** The script of a whole journey, from a file to what is sent, in bytes over the wire: what opens the page is less than half, see bytes.spec.ts. */
const MOST_SCRIPT = 194_000;

const PUBLICCODE = `publiccodeYmlVersion: "0.4"
name: Guichet portuaire
url: https://git.example.org/port/guichet
landingURL: https://guichet.example.org/
softwareType: standalone/web
developmentStatus: beta
platforms: [web]
legal:
  license: EUPL-1.2
localisation:
  localisationReady: true
  availableLanguages: [fr, en]
description:
  fr:
    shortDescription: Reçoit en ligne les demandes que l’on fait à un port
    longDescription: Un texte plus long, en **Markdown**, avec [un lien](https://guichet.example.org/).
maintenance:
  type: internal
  contacts:
    - name: Une Personne
      email: une.personne@example.org
`;

/** The host’s page for a new file, as the form offers it. */
async function prefilledPage(page: Page): Promise<{ host: string; file: string; text: string }> {
  const link = page.locator('a[data-send]').first();
  await expect(link).toBeVisible();
  const url = new URL((await link.getAttribute('href')) ?? '');
  return {
    host: url.origin + url.pathname,
    file: url.searchParams.get('filename') ?? '',
    text: url.searchParams.get('value') ?? '',
  };
}

test('a pasted publiccode.yml becomes a page of the host whose text is a sound record', async ({ page }) => {
  const faults = watchPage(page);
  const scripts = new Scripts(page);
  const form = await FormPage.open(page);
  await form.take(page.getByRole('radio', { name: 'Par un fichier' }));
  await form.write(page.getByLabel('Ou coller son texte ici'), PUBLICCODE);
  await form.press(form.button('Lire'));
  await form.arrived('Est-ce déjà répertorié ?');
  await expect(page.locator('details.notice')).toContainText('maintenance.contacts');
  await form.goOn('Quoi et qui');
  await form.choose(page.getByRole('combobox', { name: 'Fonctions' }), 'formulaire');
  await form.choose(page.getByRole('combobox', { name: 'Propriétaire' }), 'canadian digital service');
  await form.goOn('Conditions et réutilisation');
  await form.goOn('Le reste, si vous le savez');
  await form.goOn('Vérifier vos réponses');
  await expect(page.locator('.form-preview .records')).toContainText('Guichet portuaire');
  await expect(page.locator('.form-preview .prose a')).toHaveText('un lien');
  await form.goOn('Envoyer');
  const { host, file, text } = await prefilledPage(page);
  expect(host).toBe('https://github.com/example/public-square/new/main');
  expect(file).toBe('registry/projects/ca/guichet-portuaire.yaml');
  expect(faultsOf(file, text)).toEqual([]);
  expect(faults).toEqual([]);
  const { sent, told } = await scripts.sum();
  measured(`script of a whole journey through the form: ${told}`);
  expect(sent).toBeLessThanOrEqual(MOST_SCRIPT);
});

test('from blank: an error is mended through the summary, and the draft outlives the browser', async ({ browser }) => {
  const first = await browser.newContext();
  let page = await first.newPage();
  let form = await FormPage.open(page);
  await form.take(page.getByRole('radio', { name: 'Par un formulaire vide' }));
  await form.press(form.button('Continuer'));
  await form.write(page.getByRole('textbox', { name: 'Nom' }), 'Registre de bateaux');
  await form.write(page.getByRole('textbox', { name: 'Dépôt' }), 'http://git.example.org/bateaux');
  await page.route(/\/check-record\./, (route) => route.abort(), { times: 1 });
  await form.press(form.button('Continuer'));
  await expect(page.getByRole('alert')).toContainText('n’a pas pu être chargée');
  await page.keyboard.press('Enter');

  const summary = page.getByRole('region', { name: 'Il y a un problème' });
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Erreur\u00a0: /);
  const field = page.getByRole('textbox', { name: 'Dépôt' });
  await expect(field).toHaveAccessibleDescription(
    new RegExp(((await summary.getByRole('link').textContent()) ?? '').slice(0, 20)),
  );
  await form.press(summary.getByRole('link'));
  await expect(field).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('https://git.example.org/bateaux');
  await page.keyboard.press('Tab');
  await expect(summary).toBeHidden();
  await form.goOn('Quoi et qui');
  await form.write(page.getByRole('textbox', { name: 'français' }), 'Tient la liste des bateaux d’un port');
  await form.take(page.getByRole('radio', { name: 'Service', exact: true }));
  await expect(page.getByText('Votre brouillon est gardé dans ce navigateur.')).toBeVisible();
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('service');
  const storageState = await first.storageState();
  await first.close();

  const second = await browser.newContext({ storageState });
  page = await second.newPage();
  form = await FormPage.open(page);
  await form.press(page.getByRole('button', { name: 'Reprendre Registre de bateaux' }));
  await expect(page.getByRole('textbox', { name: 'Nom' })).toHaveValue('Registre de bateaux');
  await form.goOn('Quoi et qui');
  await expect(page.getByRole('radio', { name: 'Service', exact: true })).toBeChecked();
  await form.take(page.getByRole('radio', { name: 'Stable' }));
  await form.choose(page.getByRole('combobox', { name: 'Fonctions' }), 'paiement');
  await form.choose(page.getByRole('combobox', { name: 'Propriétaire' }), 'canadian digital service');
  await form.goOn('Conditions et réutilisation');
  await form.choose(page.getByRole('combobox', { name: 'Licence' }), 'MIT');
  await form.goTo('Envoyer', 'Envoyer');
  const { file, text } = await prefilledPage(page);
  expect(file).toBe('registry/projects/ca/registre-de-bateaux.yaml');
  expect(text).toContain('license: MIT\n');
  expect(faultsOf(file, text)).toEqual([]);

  await test.step('reset asks', async () => {
    await form.press(form.button('Supprimer et recommencer'));
    const dialog = page.getByRole('dialog', { name: 'Supprimer ce brouillon' });
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(form.heading).toHaveText('Envoyer');
    await page.keyboard.press('Enter');
    await form.press(dialog.getByRole('button', { name: 'Le supprimer' }));
    await expect(form.heading).toHaveText('Ajouter ou corriger une fiche');
    await expect(page.getByRole('button', { name: /^Reprendre/ })).toHaveCount(0);
  });
  await second.close();
});

test('another host is asked on the button that names it, and on nothing else', async ({ page }) => {
  const { hostname } = new URL(address('main'));
  const asked: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.hostname !== hostname && url.protocol !== 'blob:') asked.push(request.url());
  });
  await page.route('https://raw.githubusercontent.com/**', (route) =>
    route.fulfill({ body: PUBLICCODE, headers: { 'access-control-allow-origin': '*' } }),
  );
  const form = await FormPage.open(page);
  await form.take(page.getByRole('radio', { name: 'Par l’adresse d’un dépôt' }));
  await form.write(page.getByRole('textbox', { name: 'Adresse du dépôt' }), 'https://github.com/Port/guichet');
  await form.press(form.button(/^Chercher publiccode.yml chez raw\.githubusercontent\.com/), 'Escape');
  expect(asked).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(form.heading).toHaveText('Est-ce déjà répertorié ?');
  await expect(page.getByRole('textbox', { name: 'Nom' })).toHaveValue('Guichet portuaire');
  expect(asked).toEqual(['https://raw.githubusercontent.com/Port/guichet/HEAD/publiccode.yml']);
});

test('a record of 30 fields, beyond the limit of addresses, arrives by copying', async ({ browser }) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  const text = thirtyFields();
  const form = await FormPage.open(page);
  await form.take(page.getByRole('radio', { name: 'Par un fichier' }));
  await form.write(page.getByLabel('Ou coller son texte ici'), text);
  await form.press(form.button('Lire'));
  await form.arrived('Est-ce déjà répertorié ?');
  await form.goTo('Envoyer', 'Envoyer');
  await form.press(page.getByRole('button', { name: /^Copier/ }).first());
  await expect(page.getByText('Copié.').last()).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const url = new URL((await page.locator('a[data-send]').first().getAttribute('href')) ?? '');
  expect(url.pathname).toBe('/example/public-square/new/main');
  expect(url.searchParams.get('value')).toBeNull();
  expect(copied.match(/^\w+:/gm)?.length).toBeGreaterThanOrEqual(30);
  expect(copied).toBe(text);
  expect(faultsOf(url.searchParams.get('filename') ?? '', copied)).toEqual([]);
  await context.close();
});

/** A record as the house writes it, too long for an address. */
function thirtyFields(): string {
  const head = readFileSync('registry/projects/ca/gc-notify.yaml', 'utf8').split('\n')[0];
  const long = 'Une phrase sur ce que fait ce service, et encore une. '.repeat(160).trim();
  return `${head}
schemaVersion: 1
name: Trente champs
acronym: TC
summary:
  fr: Un service d’essai dont la fiche a trente champs
description:
  fr: ${long}
type: service
status: stable
functions:
  - forms
owner: ca/canadian-digital-service
partners:
  - organization: ca/canadian-digital-service
    role: Essais
repository: https://git.example.org/trente/champs
repositories:
  - url: https://git.example.org/trente/autre
website: https://trente.example.org/
documentation: https://docs.example.org/trente
demo: https://demo.example.org/trente
api: https://api.example.org/trente
roadmap: https://plan.example.org/trente
license: MIT
platforms:
  - web
programmingLanguages:
  - Ruby
interfaceLanguages:
  - fr
audience:
  countries:
    - CA
standards:
  - standard: int/activitypub
    role: implements
insteadOf:
  - Un autre produit
hosting:
  - self-hosted
costs:
  from: 1000
  to: 2000
  currency: CAD
support:
  - name: Une équipe
    url: https://aide.example.org/
accessibility:
  standard: WCAG 2.2 AA
  result: partial
security:
  policy: https://trente.example.org/securite
maintenance:
  type: internal
started: 2019
released: 2020-06
tags:
  - essai
`;
}
