import { expect, type Locator, type Page } from '@playwright/test';

const MOST_STEPS = 250;

/** Tabs on until an element has the focus. At every step the focus must be on something, and be seen. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press(key);
    expect(await focusFault(page), `after ${step + 1} × ${key}`).toBe('');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${MOST_STEPS} × ${key} do not lead to ${target}`);
}

/** What is wrong with the focus: lost, hidden, without a mark, or outside of the window; '' for nothing. */
export function focusFault(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return 'the focus is lost';
    const name = `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}”`;
    const { outlineStyle, outlineWidth, outlineColor, visibility } = getComputedStyle(element);
    const marked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor);
    if (!marked) return `no focus mark on ${name}`;
    const box = element.getBoundingClientRect();
    if (visibility !== 'visible' || box.width === 0 || box.height === 0) return `${name} is not visible`;
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) {
      return `${name} is outside of the window`;
    }
    // Nothing else may lie over the focus: a sticky button, a panel.
    const over = document.elementFromPoint(
      Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1),
      Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1),
    );
    const related =
      over !== null &&
      (element.contains(over) || over.contains(element) || over.closest('label') === element.closest('label'));
    return related ? '' : `${name} is covered by ${over?.tagName.toLowerCase()}.${over?.className}`;
  });
}
