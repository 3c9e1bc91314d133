import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults, SCHEMES } from '../../src/e2e/support/axe.ts';
import { findChromium } from '../lib/chromium.ts';
import { PROJECT } from '../lib/registry-folder.ts';
import { serveSite } from '../lib/serve.ts';
import { type GuideStep, guideSteps } from './fixtures/guide.ts';
import { Newcomer } from './fixtures/newcomer.ts';

const stepsIn = (language: string) =>
  guideSteps(readFileSync(join(PROJECT, 'src/content/guides', language, 'fork.mdx'), 'utf8'));
const STEPS = stepsIn('en');

/** How the readme begins in the release that comes out meanwhile. */
const LATER = '# A later release';

const newcomer = new Newcomer({
  team: 'https://git.example.org/team/registry.git',
  upstream: 'https://square.example.org/registry.git',
  site: 'https://square.example.org/',
});
beforeAll(() => newcomer.start());
afterAll(() => newcomer.stop());

test('a newcomer follows the guide, word for word, and has a copy that takes from the international one', async () => {
  const started = performance.now();
  for (const step of STEPS) {
    if (step.type === 'command' && step.line.includes('--strings ar.json'))
      newcomer.bring(join(PROJECT, 'src/e2e/fixtures/arabic-copy/i18n/ar.json'), 'ar.json');
    if (step.type === 'command' && step.line === 'npm run registry -- sync --dry-run') newcomer.internationalAdds();
    if (step.type === 'command' && step.line === 'npm run registry -- upgrade --dry-run')
      newcomer.internationalReleases(LATER);
    await newcomer.do(step);
  }
  for (const { words, seconds } of newcomer.timed)
    console.info(`${seconds.toFixed(1).padStart(6)} s  ${words.slice(0, 100)}`);
  console.info(`A newcomer's copy: ${((performance.now() - started) / 1000).toFixed(0)} s of commands.`);
  // Taken since the fork was made.
  expect(existsSync(join(newcomer.folder, 'registry/organizations/int/office-7.yaml'))).toBe(true);
  const releases = newcomer.branches().filter((branch) => newcomer.onBranch(branch, 'README.md') === LATER);
  expect(releases).toHaveLength(1);
}, 300_000);

test('the guide asks for the same in each language', () => {
  const asked = (steps: readonly GuideStep[]) => steps.map((step) => (step.type === 'command' ? step.line : step.text));
  expect(asked(stepsIn('fr'))).toEqual(asked(STEPS));
});

const text = (path: string) => readFileSync(join(newcomer.folder, 'dist', path), 'utf8');

test('its pages are in its languages, and show its fields and filters', () => {
  const project = 'projects/dj/example-reminders/index.html';
  expect(text(`fr/${project}`)).toContain('Niveau d’assistance');
  expect(text(`fr/${project}`)).toContain('Heures de bureau');
  expect(text(`en/${project}`)).toContain('By telephone');
  expect(text(`ar/${project}`)).toMatch(/<html[^>]* lang="ar"[^>]* dir="rtl"/);
  expect(text('en/projects/index.html')).toContain('Support level');
  expect(text('en/projects/index.html')).toContain('Office hours');
});

test('it looks as the guide says', () => {
  const accent = /accent=(#\w+)/.exec(JSON.stringify(STEPS))?.[1] ?? 'none';
  const sheets = [...text('fr/index.html').matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g)];
  expect(sheets.map(([, path = '']) => text(path)).join('\n')).toContain(accent);
});

test('its pages have no fault that axe finds, contrast in both schemes included', async () => {
  const site = await serveSite(join(newcomer.folder, 'dist'), '/', 0);
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: findChromium(), args });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
    for (const path of [
      'fr/',
      'ar/',
      'en/projects/',
      'ar/projects/dj/example-reminders/',
      'fr/organizations/dj/example-team/',
    ]) {
      await page.goto(`${site.url}${path}`);
      for (const scheme of SCHEMES) {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        expect([path, scheme, await axeFaults(page, scheme)]).toEqual([path, scheme, []]);
      }
    }
  } finally {
    await browser.close();
    await site.close();
  }
}, 120_000);
