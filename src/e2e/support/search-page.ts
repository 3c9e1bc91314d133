import { expect, type Locator, type Page } from '@playwright/test';
import { address, type SiteName } from './sites.ts';

const SEARCHING = /…$/;

/** The project search as somebody sees it. */
export class SearchPage {
  readonly page: Page;
  readonly query: Locator;
  readonly heading: Locator;
  readonly status: Locator;
  readonly chips: Locator;
  readonly sort: Locator;
  readonly names: Locator;
  readonly pages: Locator;
  readonly empty: Locator;
  readonly failure: Locator;

  constructor(page: Page) {
    this.page = page;
    this.query = page.locator('[data-search-form] input');
    this.heading = page.locator('[data-search-count]');
    this.status = page.locator('[data-search-status]');
    this.chips = page.locator('[data-search-chips] button[data-facet]');
    this.sort = page.locator('select[name=sort]');
    this.names = page.locator('.records > li h3 a');
    this.pages = page.locator('[data-search-pages]');
    this.empty = page.locator('[data-search-empty]');
    this.failure = page.locator('[data-search-failure]');
  }

  /** Opens the search at an address and waits for its answer. @param query as in the address, with `?`; none: untouched */
  static async open(page: Page, query = '', lang = 'en', site: SiteName = 'main'): Promise<SearchPage> {
    const search = new SearchPage(page);
    await page.goto(address(site, `${lang}/projects/${query}`));
    await expect(page.locator('[data-search-filters]')).not.toHaveAttribute('inert');
    if (query !== '') await search.answered();
    return search;
  }

  /** Does something, and waits until its answer is drawn and said. */
  async after(action: () => Promise<unknown>): Promise<void> {
    await this.status.evaluate((status) => status.replaceChildren());
    await action();
    await this.answered();
  }

  /** The status is set last, when the result has stood for a moment. */
  async answered(): Promise<void> {
    await expect(this.status).not.toBeEmpty();
    await expect(this.status).not.toHaveText(SEARCHING);
  }

  async ask(words: string): Promise<void> {
    await this.after(() => this.query.fill(words));
  }

  /** A checkbox of a facet, shown or not. */
  option(facet: string, value: string): Locator {
    return this.page.locator(`input[name="${facet}"][value="${value}"]`);
  }

  /** The number beside a checkbox. */
  async optionCount(facet: string, value: string): Promise<number> {
    const label = this.page.locator('label', { has: this.option(facet, value) });
    return numberIn(await label.locator('[data-count]').textContent());
  }

  async choose(facet: string, value: string): Promise<void> {
    await this.after(() => this.option(facet, value).click());
  }

  /** The number of projects that the page says it found. */
  async total(): Promise<number> {
    return numberIn(await this.heading.textContent());
  }

  /** The ids of all results, in order, over all pages from the first. */
  async walk(): Promise<string[]> {
    const found: string[] = [];
    for (;;) {
      found.push(...(await this.shown()));
      const next = this.pages.locator('[rel=next]');
      if ((await next.count()) === 0 || !(await this.pages.isVisible())) return found;
      const before = await this.pages.locator('[aria-current=page]').textContent();
      await next.click();
      await expect(this.pages.locator('[aria-current=page]')).not.toHaveText(before ?? '');
    }
  }

  /** The ids of the results of this page, `zone/slug`, in order. */
  async shown(): Promise<string[]> {
    const hrefs = await this.names.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    return hrefs.map((href) => new URL(href).pathname.split('/').slice(-3, -1).join('/'));
  }
}

function numberIn(text: string | null): number {
  return Number((text ?? '').replace(/\P{Nd}/gu, ''));
}
