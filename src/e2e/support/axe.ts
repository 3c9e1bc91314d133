import type { Page } from '@playwright/test';
import axe from 'axe-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

export const SCHEMES = ['light', 'dark'] as const;

/**
 * What axe finds on a page as it is shown now, one line a place. Nothing but colours differs between the schemes, so that the dark one is asked
 * about these. Our pages have no frames: axe runs in the page itself, is put there once, and collects nothing of what is in order, which takes less than
 * half the time of the builder that Playwright's package brings.
 */
export async function axeFaults(page: Page, scheme: (typeof SCHEMES)[number]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async (runOnly) => {
      const { axe: inPage } = window as unknown as { axe: typeof axe };
      return (await inPage.run(document, { runOnly, resultTypes: ['violations'] })).violations;
    },
    scheme === 'light' ? TAGS : COLOUR_RULES,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary}`),
  );
}
