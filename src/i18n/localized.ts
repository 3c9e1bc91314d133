/** The same text in one or more languages (BCP 47): see the data model. */
export type LanguageMap = Readonly<Record<string, string>>;

export interface LocalizedText {
  readonly text: string;
  /** The language of `text`. */
  readonly lang: string;
  /** True when the reader's language has no text, and another stands in. */
  readonly foreign: boolean;
}

/**
 * The text for a reader: in `lang`; else in another form of the same language (pt for pt-BR); else in the first of
 * `fallbacks` that has one; else in the alphabetically first language. Undefined for an empty map.
 */
export function pickText(map: LanguageMap, lang: string, fallbacks: readonly string[] = []): LocalizedText | undefined {
  const available = Object.keys(map).sort();
  const sameLanguage = available.filter((tag) => primary(tag) === primary(lang));
  const chosen = [lang, ...sameLanguage, ...fallbacks, ...available].find((tag) => Object.hasOwn(map, tag));
  const text = chosen === undefined ? undefined : map[chosen];
  if (chosen === undefined || text === undefined) return undefined;
  return { text, lang: chosen, foreign: primary(chosen) !== primary(lang) };
}

/** Like {@link pickText} for what every copy must name; throws when the map is empty. */
export function requireText(map: LanguageMap, lang: string, fallbacks: readonly string[] = []): LocalizedText {
  const picked = pickText(map, lang, fallbacks);
  if (!picked) throw new Error(`a language map has no text (${lang})`);
  return picked;
}

const primary = (tag: string): string => tag.split('-')[0] ?? tag;
