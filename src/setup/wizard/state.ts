import { pickText } from '../../i18n/localized.ts';
import { tagProblem } from '../../rules/language-tag.ts';
import { MODES, type Mode } from '../../styles/contrast.ts';
import { themePalette } from '../../styles/derive.ts';
import { parseTheme, type ThemeToken, type ThemeValues } from '../../styles/theme.ts';
import { listOf, type TextName, type Texts } from '../texts.ts';
import { readColor, THEME_COLORS } from '../theme-text.ts';
import type { WizardData } from './page-data.ts';

/** Answers that are given in each language of the copy. */
export const BY_LANGUAGE = ['name', 'tagline', 'owner'] as const;
export type ByLanguage = (typeof BY_LANGUAGE)[number];

type ByKey = Readonly<Record<string, string>>;

/** What somebody has answered, as typed. All of it is text, so that it can be kept and read again. */
export interface WizardState {
  readonly texts: Texts;
  readonly named: Readonly<Record<ByLanguage, ByKey>>;
  /** By token and mode, as `accent light`: colours as typed. */
  readonly colors: ByKey;
}

/** What stands in the answers before anybody answered: what the registry says that is true of a copy of it, too. */
export function initialState(data: WizardData): WizardState {
  const { config, source, lang } = data;
  // Who reads this page in a language most likely wants it first.
  const languages = [...new Set([lang, ...config.languages])].filter((each) => data.whole.includes(each)).join(', ');
  return {
    texts: { languages, dataLicense: config.dataLicense, include: 'all', ...(source === undefined ? {} : { source }) },
    named: { name: {}, tagline: config.tagline ?? {}, owner: {} },
    colors: colorsOf(themeBefore(data)),
  };
}

/** The theme that the registry has already. */
export function themeBefore({ files }: Pick<WizardData, 'files'>): ThemeValues {
  return parseTheme(files['theme.css'] ?? '').values;
}

/** The key of a colour: its token in the light or the dark scheme. */
export function colorKey(token: ThemeToken, mode: Mode): string {
  return `${token} ${mode}`;
}

function colorsOf(values: ThemeValues): ByKey {
  return Object.fromEntries(
    MODES.flatMap((mode) => {
      const palette = themePalette(values, mode);
      return THEME_COLORS.map((token) => [colorKey(token, mode), palette.get(token) ?? ''] as const);
    }),
  );
}

/** The theme that the colours make, over the one before; tokens whose colour is none are named. */
export function themeOf(colors: ByKey, before: ThemeValues): { values: ThemeValues; faults: readonly string[] } {
  const shipped = colorsOf(before);
  const values: Partial<Record<ThemeToken, string>> = {};
  const faults: string[] = [];
  for (const token of THEME_COLORS) {
    const [light = '', dark = ''] = MODES.map((mode) => (colors[colorKey(token, mode)] ?? '').trim());
    for (const mode of MODES)
      if (readColor(colors[colorKey(token, mode)]?.trim() ?? '', '#000000') === undefined)
        faults.push(colorKey(token, mode));
    const value = readColor(light, dark);
    const was = readColor(shipped[colorKey(token, 'light')] ?? '', shipped[colorKey(token, 'dark')] ?? '');
    if (value !== undefined && value !== was) values[token] = value;
  }
  return { values, faults };
}

/** The languages that are written soundly, the main one first; the page's own while there are none. */
export function languagesIn(texts: Texts, lang: string): string[] {
  const sound = listOf(texts.languages).filter(isTag);
  return sound.length === 0 ? [lang] : sound;
}

function isTag(tag: string): boolean {
  try {
    return tagProblem(tag) === undefined;
  } catch {
    // Not even the form of a tag.
    return false;
  }
}

/** An answer in each language on one line, as the command line takes it: `en=Registry | fr=Registre`. */
export function onOneLine(byLanguage: ByKey, languages: readonly string[]): string {
  return languages
    .flatMap((language) => {
      const text = byLanguage[language]?.trim();
      return text ? [`${language}=${text}`] : [];
    })
    .join(' | ');
}

/** An answer in the language that is nearest to the page's. */
export function shownText(byLanguage: ByKey, languages: readonly string[]): { text: string; lang: string } | undefined {
  const filled = Object.fromEntries(
    languages.flatMap((tag) => (byLanguage[tag]?.trim() ? [[tag, byLanguage[tag]]] : [])),
  );
  const [main = 'en'] = languages;
  const picked = pickText(filled, main, languages);
  return picked && { text: picked.text, lang: picked.lang };
}

/** What was kept, read as critically as a stranger's file; nothing where it is none. */
export function readState(value: unknown): WizardState | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { texts, named, colors } = value as Readonly<Record<string, unknown>>;
  if (!isTexts(texts) || !isTexts(colors) || typeof named !== 'object' || named === null) return undefined;
  const byLanguage = named as Readonly<Record<string, unknown>>;
  if (!BY_LANGUAGE.every((name) => isTexts(byLanguage[name]))) return undefined;
  return { texts: texts as Partial<Record<TextName, string>>, named: named as WizardState['named'], colors };
}

function isTexts(value: unknown): value is ByKey {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((text: unknown) => typeof text === 'string')
  );
}
