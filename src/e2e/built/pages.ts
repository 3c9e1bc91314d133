import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HtmlElement, Parser, StaticConfigLoader } from 'html-validate';
import { TEST_SITES, type TestSite } from '../support/test-sites.ts';

/** One page of a built site. */
export interface BuiltPage {
  readonly site: TestSite;
  /** Path of the file in the site's folder: `en/projects/index.html`. */
  readonly file: string;
  /** Address of the page. */
  readonly url: string;
  readonly html: string;
  /** The document: its first element is `html`. */
  readonly root: HtmlElement;
  /** The interface language, by the page's place; none for the root and the 404 page. */
  readonly lang: string | undefined;
}

const sites = new Map<string, readonly BuiltPage[]>();

/** A test site by its name. Throws where it is not built. */
export function builtSite(name: string): TestSite {
  const site = TEST_SITES.find((candidate) => candidate.name === name);
  if (site === undefined || !existsSync(join(site.folder, 'index.html')))
    throw new Error(`The test site “${name}” is not built. Run: npm test -- --only sites,built`);
  return site;
}

/** All pages of a test site, each read and parsed once for all tests. */
export async function pagesOf(name: string): Promise<readonly BuiltPage[]> {
  const known = sites.get(name);
  if (known !== undefined) return known;
  const site = builtSite(name);
  const config = await new StaticConfigLoader({ root: true, extends: ['html-validate:recommended'] }).getConfigFor('');
  const parser = new Parser(config);
  const pages = globSync('**/*.html', { cwd: site.folder })
    .toSorted()
    .map((file): BuiltPage => {
      const html = readFileSync(join(site.folder, file), 'utf8');
      const root = parser.parseHtml(html).querySelector('html');
      if (root === null) throw new Error(`${file} has no html element`);
      const [first = '', ...rest] = file.split('/');
      return {
        site,
        file,
        html,
        root,
        url: `${site.url}${file.replace(/index\.html$/, '')}`,
        lang: rest.length > 0 ? first : undefined,
      };
    });
  sites.set(name, pages);
  return pages;
}

/** What a check finds on pages: each fault once, with where it stands first and on how many more pages. */
export function faultsOf(pages: readonly BuiltPage[], check: (page: BuiltPage) => readonly string[]): string[] {
  const places = new Map<string, string[]>();
  for (const page of pages)
    for (const fault of new Set(check(page))) places.set(fault, [...(places.get(fault) ?? []), page.file]);
  return [...places].map(
    ([fault, [first, ...more]]) => `${first}${more.length > 0 ? ` and ${more.length} more` : ''}: ${fault}`,
  );
}

/** A page's own address on its site: `projects/ca/gc-notify/`. */
export function pathOf({ file }: BuiltPage): string {
  return file.replace(/^[^/]+\//, '').replace(/index\.html$/, '');
}

/** The value of an attribute as a browser reads it. */
export function attribute(element: HtmlElement, name: string): string | undefined {
  const value = element.getAttributeValue(name);
  return value === null ? undefined : decode(value);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its character references resolved: the ones that serializers of HTML write. */
export function decode(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) =>
      name === undefined
        ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
        : (NAMED[name] ?? whole),
  );
}

/** A piece of text as it stands in a page, with the nearest language around it. */
export interface TextNode {
  readonly text: string;
  readonly lang: string;
  readonly parent: HtmlElement;
}

/** Texts of elements that are read as text, in the order of the page; scripts are not. */
export function textsOf(element: HtmlElement, lang = ''): TextNode[] {
  if (element.is('script') || element.is('style')) return [];
  const here = attribute(element, 'lang') ?? lang;
  return element.childNodes.flatMap((node): TextNode[] => {
    if (node.nodeName === '#text') {
      const text = decode(node.textContent).trim().replace(/\s+/g, ' ');
      return text === '' ? [] : [{ text, lang: here, parent: element }];
    }
    return 'querySelectorAll' in node ? textsOf(node as HtmlElement, here) : [];
  });
}
