import { expect, type Locator, type Page } from '@playwright/test';
import { tabTo } from './keyboard.ts';
import { address, type SiteName } from './sites.ts';

/** The form, as somebody uses it who has only a keyboard: everything is reached by Tab. French, unless told otherwise. */
export class FormPage {
  readonly page: Page;
  readonly #words: Words;

  constructor(page: Page, lang: keyof typeof WORDS = 'fr') {
    this.page = page;
    this.#words = WORDS[lang];
  }

  static async open(
    page: Page,
    query = '',
    site: SiteName = 'main',
    lang: keyof typeof WORDS = 'fr',
  ): Promise<FormPage> {
    await page.goto(address(site, `${lang}/contribute/${query}`));
    const form = new FormPage(page, lang);
    await expect(page.locator('.ledger h1')).toBeVisible();
    return form;
  }

  get heading(): Locator {
    return this.page.locator('h1');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
  }

  /** Presses what is reached by Tab. */
  async press(target: Locator, key = 'Enter'): Promise<void> {
    await tabTo(this.page, target);
    await this.page.keyboard.press(key);
  }

  /** Writes into a field that is reached by Tab, over what stands there. */
  async write(target: Locator, text: string): Promise<void> {
    await tabTo(this.page, target);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(text);
  }

  /** Finds a value by typing and takes the first suggestion. */
  async choose(target: Locator, text: string): Promise<void> {
    await tabTo(this.page, target);
    await this.page.keyboard.insertText(text);
    await expect(this.page.locator('[role=option]:visible').first()).toBeVisible();
    await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
  }

  /** Takes one of several radios: Tab leads to the group, the arrow to the choice. */
  async take(target: Locator): Promise<void> {
    const name = await target.getAttribute('name');
    const group = this.page.locator(`input[name="${name}"]`);
    const checked = group.and(this.page.locator(':checked'));
    await tabTo(this.page, (await checked.count()) > 0 ? checked : group.first());
    for (let step = 0; step < (await group.count()); step += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) break;
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press('Space');
    await expect(target).toBeChecked();
  }

  /** Goes on, and waits for the next step. */
  async goOn(heading: string): Promise<void> {
    await this.press(this.button(this.#words.goOn));
    await this.arrived(heading);
  }

  /** Goes to a step by its link. */
  async goTo(link: string, heading: string): Promise<void> {
    // The steps stand between the heading and the fields.
    const isAbove = await this.heading.evaluate((element) => element === document.activeElement);
    await tabTo(this.page, this.page.getByRole('link', { name: link }), isAbove ? 'Tab' : 'Shift+Tab');
    await this.page.keyboard.press('Enter');
    await this.arrived(heading);
  }

  /** The step is there, and the focus is on its heading. */
  async arrived(heading: string): Promise<void> {
    await expect(this.heading).toHaveText(heading);
    await expect(this.heading).toBeFocused();
  }
}

interface Words {
  readonly goOn: string;
}

const WORDS = { fr: { goOn: 'Continuer' }, en: { goOn: 'Continue' }, ar: { goOn: 'متابعة' } } as const satisfies Record<
  string,
  Words
>;
