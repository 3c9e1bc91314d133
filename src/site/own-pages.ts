import type { LanguageMap } from '../i18n/localized.ts';
import type { OwnPageLink } from '../i18n/site-info.ts';
import { GUIDES, type PageData, type PageFile } from '../schema/page.ts';
import type { Registry } from '../schema/registry.ts';

/** A page of the copy's own whose fields are sound. */
export type OwnPage = PageFile & { readonly data: PageData };

/** The pages of a copy's own that the site shows. */
export function ownPages({ pages = [] }: Pick<Registry, 'pages'>): OwnPage[] {
  return pages.filter((page): page is OwnPage => page.data !== undefined);
}

/** What a page of a language is made of: the copy's own text, or the program's guide in a language. */
export interface PageSource {
  readonly language: string;
  readonly own?: OwnPage;
}

/**
 * The text of a page for readers of a language: in each language the copy's own goes before the program's; where the language has neither,
 * the next of the site's stands in, and English at last.
 * @param guides ids of the program's guides, `en/about`
 */
export function pageSource(
  name: string,
  lang: string,
  languages: readonly string[],
  own: readonly OwnPage[],
  guides: ReadonlySet<string>,
): PageSource {
  for (const language of [lang, ...languages, 'en']) {
    const page = own.find((each) => each.language === language && each.name === name);
    if (page !== undefined) return { language, own: page };
    if (guides.has(`${language}/${name}`)) return { language };
  }
  throw new Error(`the page ${name} has no text in any language of this registry`);
}

/** The added pages, for the menus: those that replace one of the program's stand where that one is linked. In order of name. */
export function ownPageLinks(registry: Registry): OwnPageLink[] {
  const { languages } = registry.config;
  const added = ownPages(registry).filter(
    ({ name, language }) => !GUIDES.includes(name) && languages.includes(language),
  );
  const byName = Map.groupBy(added, ({ name }) => name);
  return [...byName]
    .map(([name, pages]) => {
      const titles: LanguageMap = Object.fromEntries(pages.map(({ language, data }) => [language, data.title]));
      const menu = pages.some(({ data }) => data.menu === 'footer') ? 'footer' : 'about';
      return { path: `${name}/`, titles, menu } as const;
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
