import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/lib/chromium.ts';

const CACHE = 'node_modules/.cache/public-square';

// Found once; Playwright's workers read this file again and inherit the environment.
process.env['CHROMIUM_PATH'] = findChromium();

/** Nothing that talks to the network for the browser's own sake; the sandbox does not work for root. */
const FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'src/e2e',
  testMatch: '*.spec.ts',
  outputDir: `${CACHE}/playwright`,
  globalSetup: './scripts/lib/serve-test-sites.ts',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  // Generous: two workers on two cores that may be busy. A fault shows as a wrong answer, not as a slow one.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: `${CACHE}/playwright.json` }], ['./scripts/lib/measures-reporter.ts']],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    launchOptions: { executablePath: process.env['CHROMIUM_PATH'], args: FLAGS },
  },
});
