import type { Page } from '@playwright/test';

/** WCAG 2.2, 2.5.8 Target Size (Minimum). */
const SMALLEST_TARGET = 24;

/**
 * What is wrong with the layout of a page as it stands: wider than the window, or a target under 24 px. Links inside a
 * line of text are excepted, as WCAG does, and so is what is not shown.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate((smallest) => {
    const nameOf = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 40)}”`;
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) {
      const wide = [...document.querySelectorAll('body *')].filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return (
          width > 0 &&
          (right > root.clientWidth + 1 || left < -1) &&
          element.closest('.table-region, .visually-hidden') === null
        );
      });
      faults.push(`${root.scrollWidth} px wide in ${root.clientWidth}: ${wide.slice(0, 3).map(nameOf).join(', ')}`);
    }
    const isInText = (element: Element): boolean => {
      const parent = element.parentElement;
      if (getComputedStyle(element).display !== 'inline' || parent === null) return false;
      return (
        (parent.textContent ?? '').trim() !== (element.textContent ?? '').trim() ||
        parent.matches('p, td, dd, li, bdi, span') === false
      );
    };
    for (const target of document.querySelectorAll('a[href], button, input, select, summary')) {
      if (!target.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
      const { width, height } = (target.closest('label:has(input)') ?? target).getBoundingClientRect();
      if (Math.min(width, height) + 0.5 < smallest && !isInText(target) && !target.matches('.skip')) {
        faults.push(`${Math.round(width)} x ${Math.round(height)} px: ${nameOf(target)}`);
      }
    }
    return faults;
  }, SMALLEST_TARGET);
}
