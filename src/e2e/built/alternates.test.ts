import { describe, expect, test } from 'vitest';
import { attribute, type BuiltPage, faultsOf, pagesOf } from './pages.ts';
import { isFormerPage } from './registries.ts';

/** What a page says of its own address and of its translations. */
interface Said {
  readonly canonical: string | undefined;
  /** Addresses by language, `x-default` among them. */
  readonly alternates: ReadonlyMap<string, string>;
  readonly hidden: boolean;
}

function saidBy({ root }: BuiltPage): Said {
  const links = root.querySelectorAll('link');
  const href = (rel: string) => links.find((link) => attribute(link, 'rel') === rel);
  const canonical = href('canonical');
  return {
    canonical: canonical === undefined ? undefined : attribute(canonical, 'href'),
    alternates: new Map(
      links
        .filter((link) => attribute(link, 'hreflang') !== undefined)
        .map((link) => [attribute(link, 'hreflang') ?? '', attribute(link, 'href') ?? '']),
    ),
    hidden: root.querySelectorAll('meta[name="robots"]').some((meta) => attribute(meta, 'content') === 'noindex'),
  };
}

describe.each([
  ['main', ['en', 'fr']],
  ['arabic', ['ar', 'en', 'fr']],
  ['empty', ['en', 'fr']],
  ['bare', ['en', 'fr']],
])('every page of the site “%s”', async (name, languages) => {
  const pages = await pagesOf(name);
  const isFormer = isFormerPage(name);
  const inLanguages = pages.filter((page) => page.lang !== undefined && !isFormer(page));
  const said = new Map(pages.map((page) => [page.url, saidBy(page)]));

  test('stands in every language of the site, the alphabet of names aside', () => {
    const paths = Map.groupBy(inLanguages, ({ file }) => file.replace(/^[^/]+\//, ''));
    const lacking = [...paths].filter(
      ([path, { length }]) => length < languages.length && !path.startsWith('browse/a-z/'),
    );
    expect(lacking.map(([path]) => path)).toEqual([]);
  });

  test('names its own address', () => {
    const faults = faultsOf(inLanguages, ({ url }) => {
      const { canonical, hidden } = said.get(url) ?? {};
      return canonical === url && !hidden ? [] : [`canonical: ${canonical}`];
    });
    expect(faults).toEqual([]);
  });

  test('names its translations, and they name it', () => {
    const faults = faultsOf(inLanguages, ({ url, lang = '' }) => {
      const { alternates = new Map<string, string>() } = said.get(url) ?? {};
      const oneWay = [...alternates]
        .filter(([, other]) => said.get(other)?.alternates.get(lang) !== url)
        .map(([language, other]) => `${language} ${other} does not lead back`);
      const main = languages.find((language) => alternates.has(language)) ?? '';
      return [
        ...oneWay,
        ...(alternates.get(lang) === url ? [] : ['does not name itself']),
        ...(alternates.get('x-default') === alternates.get(main) ? [] : ['x-default is not the main language']),
      ];
    });
    expect(faults).toEqual([]);
  });

  test('asks to be listed, but for the 404 page and former addresses', () => {
    const unlisted = pages.filter((page) => page.file === '404.html' || isFormer(page));
    expect(pages.filter(({ url }) => said.get(url)?.hidden)).toEqual(unlisted);
  });
});
