import { type BrowserContext, expect, type Page } from '@playwright/test';
import { amongFirst } from './page-kind.ts';
import { address, type SiteName, watchPage } from './sites.ts';

/** What a page links to, and what can be linked to in it. */
interface Visited {
  readonly links: readonly string[];
  readonly ids: readonly string[];
}

export interface Crawl {
  readonly pages: number;
  readonly links: number;
  readonly faults: readonly string[];
}

const TABS = 4;

/**
 * Opens the pages of a site that the sitemap or another page names, in several tabs of one context. Links are
 * followed as the browser resolves them.
 * @param ofEachKind how many pages of one kind and language are opened: the built-site tests read every file, and
 * what a browser makes of the hundredth page of one template is what it makes of the first
 */
export async function crawl(context: BrowserContext, site: SiteName, ofEachKind = Infinity): Promise<Crawl> {
  const root = address(site);
  const isFirst = amongFirst(ofEachKind);
  const isWanted = (url: string): boolean => isFirst(url.slice(root.length));
  const listed = (await fromSitemap(context, root)).filter((url) => url !== root);
  const waiting = [`${root}404.html`, ...listed.filter(isWanted)];
  // The root leaves for the main language at once: it cannot be looked at.
  const known = new Set([root, ...waiting, ...listed]);
  const visited = new Map<string, Visited>();
  const faults: string[] = [];

  const work = async (): Promise<void> => {
    const page = await context.newPage();
    const ofTab = watchPage(page);
    let scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
    });
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      scripts = [];
      const seen = await visit(page, url);
      visited.set(url, seen);
      if (scripts.length > 0 && !/\/(?:projects|contribute|fork\/wizard)\/$/.test(url))
        faults.push(`${url}: asks for a script: ${scripts[0]}`);
      for (const link of seen.links) {
        const [target = ''] = link.split('#');
        if (known.has(target) || !target.startsWith(root) || !isPage(target)) continue;
        known.add(target);
        if (isWanted(target)) waiting.push(target);
      }
    }
    faults.push(...ofTab);
    await page.close();
  };
  await Promise.all(Array.from({ length: TABS }, work));
  return { pages: visited.size, links: countLinks(visited), faults: [...faults, ...deadAnchors(visited)] };
}

async function fromSitemap({ request }: BrowserContext, root: string): Promise<string[]> {
  const locations = async (path: string): Promise<string[]> => {
    const answer = await request.get(root + path);
    expect(answer.status(), path).toBe(200);
    return [...(await answer.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname);
  };
  // The addresses in it are those of the place that the site was built for: their path is what counts.
  const base = new URL(root).pathname;
  const inSite = (path: string): string => path.slice(base.length);
  const parts = await Promise.all((await locations('sitemap-index.xml')).map((path) => locations(inSite(path))));
  return parts.flat().map((path) => root + inSite(path));
}

async function visit(page: Page, url: string): Promise<Visited> {
  await page.goto(url, { waitUntil: 'load' });
  return page.evaluate(() => ({
    links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href),
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
  }));
}

// The form is one page, whatever record it opens with.
const isPage = (url: string): boolean => /(?:\/|\.html)(?:\?|$)/.test(url) && !/\/contribute\/\?/.test(url);

function countLinks(visited: ReadonlyMap<string, Visited>): number {
  return [...visited.values()].reduce((sum, { links }) => sum + links.length, 0);
}

function deadAnchors(visited: ReadonlyMap<string, Visited>): string[] {
  return [...visited].flatMap(([url, { links }]) =>
    links.flatMap((link) => {
      const [target = '', hash = ''] = link.split('#');
      const there = visited.get(target);
      if (hash === '' || there === undefined || there.ids.includes(decodeURIComponent(hash))) return [];
      return [`${url}: no #${hash} in ${target}`];
    }),
  );
}
