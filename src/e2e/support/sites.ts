import { type Page, type Request, test } from '@playwright/test';

/** The built sites that a browser visits; see test-sites.ts. */
export type SiteName = 'main' | 'arabic' | 'empty';

/** The address of a page of a served site. @param path without the site's base path: `en/projects/` */
export function address(site: SiteName, path = ''): string {
  const sites: Partial<Record<string, string>> = JSON.parse(process.env['TEST_SITES'] ?? '{}');
  const root = sites[site];
  if (root === undefined) throw new Error(`The test site “${site}” is not built: "npm test" builds it.`);
  return root + path;
}

/** Everything wrong that a page says while it is used: console, errors, policy violations, failed or foreign requests. */
export function watchPage(page: Page): string[] {
  const faults: string[] = [];
  const { origin } = new URL(address('main'));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`${page.url()}: console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('requestfailed', (request) => {
    // Chromium gives up what it was loading when a page is left.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`${page.url()}: failed: ${request.url()}`);
  });
  page.on('request', (request) => {
    if (isForeign(request, origin)) faults.push(`${page.url()}: asks another host: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${page.url()}: ${response.status()} ${response.url()}`);
  });
  return faults;
}

function isForeign(request: Request, origin: string): boolean {
  const url = new URL(request.url());
  return !['data:', 'blob:'].includes(url.protocol) && url.hostname !== new URL(origin).hostname;
}

/** Keeps a line for the end of the run, where the reporter prints it. */
export function measured(text: string): void {
  test.info().annotations.push({ type: 'measured', description: text });
}

/** Adds to a number that the reporter sums over all tests: `counted(4, 'axe runs')`. */
export function counted(number: number, what: string): void {
  test.info().annotations.push({ type: 'counted', description: `${number} ${what}` });
}
