import { MODES, type Mode, type WeakPair, weakPairs } from '../styles/contrast.ts';
import { themePalette } from '../styles/derive.ts';
import { isThemeToken, kindOfToken, THEME_TOKENS, type ThemeToken, type ThemeValues } from '../styles/theme.ts';
import { colorIn, colorPair, themeValue } from '../styles/theme-values.ts';
import type { Problem } from './problem.ts';

/** The tokens of a theme that are colours: those that a copy sets in one line. */
export const THEME_COLORS: readonly ThemeToken[] = THEME_TOKENS.filter((token) => kindOfToken(token) === 'color');

const PART = /^([a-z-]+)=([^/]*)(?:\/(.*))?$/;

/** `accent=#7a0019/#ffb3c0, focus=#ffc83d`: colours by day and, where they are others, by night. */
export function colorsText(values: ThemeValues): string {
  return THEME_COLORS.flatMap((token) => {
    const value = values[token];
    if (value === undefined) return [];
    const [light, dark] = MODES.map((mode) => colorIn(value, mode));
    return [`${token}=${light === dark ? light : `${light}/${dark}`}`];
  }).join(', ');
}

/** True for what {@link readColors} is meant to read, and not the name of a file. */
export function isColorsText(text: string): boolean {
  return /^[a-z-]+\s*=/.test(text.trim());
}

/** The colours that a text as {@link colorsText} writes it gives to tokens. */
export function readColors(text: string): { readonly values: ThemeValues } | { readonly problem: Problem } {
  const values: Partial<Record<ThemeToken, string>> = {};
  for (const part of text.split(/[\s,]+/).filter(Boolean)) {
    const [, token = part, light = '', dark = light] = PART.exec(part) ?? [];
    if (!isThemeToken(token) || kindOfToken(token) !== 'color')
      return { problem: { key: 'setup.noColorToken', values: { token, tokens: THEME_COLORS.join(', ') } } };
    const value = readColor(light, dark);
    if (value === undefined) return { problem: { key: 'setup.noColor', values: { color: `${light}/${dark}` } } };
    values[token] = value;
  }
  return { values };
}

/** A colour of a theme, or `undefined` where one of the two is no `#rgb` or `#rrggbb`. */
export function readColor(light: string, dark: string): string | undefined {
  const [day, night] = [light, dark].map((color) => (color.startsWith('#') ? themeValue('color', color) : undefined));
  return day === undefined || night === undefined ? undefined : colorPair(day.toLowerCase(), night.toLowerCase());
}

/** The pairs of a theme that cannot be read, by day and by night. */
export function weakIn(values: ThemeValues): WeakPair[] {
  return MODES.flatMap((mode: Mode) => weakPairs(themePalette(values, mode), mode));
}
