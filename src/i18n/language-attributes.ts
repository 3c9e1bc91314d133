import { directionOf } from './format.ts';

/** The attributes of an element whose text is not in the page's language; none where `lang` is undefined: the text is in it. */
export function languageAttributes(lang: string | undefined): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return lang === undefined ? {} : { lang, dir: directionOf(lang) };
}
