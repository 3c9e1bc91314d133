import type { HtmlElement } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { fileAt, idsIn } from './addresses.ts';
import { attribute, type BuiltPage, faultsOf, pagesOf } from './pages.ts';

interface Link {
  readonly element: HtmlElement;
  readonly address: URL;
}

/** Everything on a page that names an address: links, forms, resources, a jump to another page. */
function linksOf({ root, url }: BuiltPage): Link[] {
  const named = (selector: string, key: string): Link[] =>
    root
      .querySelectorAll(selector)
      .map((element) => ({ element, address: new URL(attribute(element, key) ?? '', url) }));
  const jumps = root.querySelectorAll('meta[http-equiv="refresh"]').map((element) => {
    const target = (attribute(element, 'content') ?? '').replace(/^\d+;\s*url=/, '');
    return { element, address: new URL(target, url) };
  });
  return [...named('[href]', 'href'), ...named('[src]', 'src'), ...named('form[action]', 'action'), ...jumps];
}

const ownOrigin = ({ site }: BuiltPage) => new URL(site.url).origin;

describe.each(['main', 'arabic', 'empty', 'bare'])('every link of the site “%s”', async (name) => {
  const pages = await pagesOf(name);

  test('leads to a file of the site, and to an anchor that is there', () => {
    const faults = faultsOf(pages, (page) =>
      linksOf(page)
        .filter(({ address }) => address.origin === ownOrigin(page))
        .flatMap(({ address }) => {
          const file = fileAt(page.site, address);
          if (file === undefined) return [`dead link: ${address.href}`];
          const anchor = decodeURIComponent(address.hash.slice(1));
          return anchor === '' || idsIn(file).has(anchor) ? [] : [`dead anchor: ${address.href}`];
        }),
    );
    expect(faults).toEqual([]);
  });

  test('is safe to follow', () => {
    const faults = faultsOf(pages, (page) =>
      linksOf(page).flatMap(({ address }) =>
        address.origin === ownOrigin(page) || /^(?:https|mailto):$/.test(address.protocol) ? [] : [address.href],
      ),
    );
    expect(faults).toEqual([]);
  });

  test('says so where it leads to a page in another language', () => {
    const faults = faultsOf(pages, (page) =>
      linksOf(page).flatMap(({ element, address }) => {
        const target = languageOf(page, address);
        if (target === undefined || target === page.lang || !element.is('a')) return [];
        const said = attribute(element, 'hreflang') === target && attribute(element, 'lang') === target;
        return said || inSectionOf(element, target) ? [] : [`no hreflang: ${address.href}`];
      }),
    );
    expect(faults).toEqual([]);
  });
});

/** The language of the page that an address of the site leads to. */
function languageOf({ site }: BuiltPage, address: URL): string | undefined {
  if (!address.href.startsWith(site.url)) return undefined;
  const [first = ''] = address.href.slice(site.url.length).split(/[/#?]/);
  return /^[a-z]{2,3}$/.test(first) ? first : undefined;
}

/** True where everything around the link is in the language that it leads to, as on the 404 page or in a guide of another language. */
function inSectionOf(element: HtmlElement, lang: string): boolean {
  const around = element.closest('[lang]');
  return around !== null && attribute(around, 'lang') === lang;
}
