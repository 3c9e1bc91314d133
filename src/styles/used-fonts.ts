import type { ThemeValues } from './theme.ts';

/** The font files that nearly every page needs at once, with the token and the family in it that asks for each. */
const FILES = [
  { file: 'fonts/ledger-serif-600.woff2', token: 'font-heading', family: 'Ledger Serif' },
  { file: 'fonts/atkinson-400.woff2', token: 'font-text', family: 'Atkinson Hyperlegible Next' },
] as const;

/** The fonts that a page says beforehand it will need: not those that a theme does not use. */
export function usedFonts(values: ThemeValues = {}): string[] {
  return FILES.filter(({ token, family }) => values[token]?.includes(`"${family}"`) !== false).map(({ file }) => file);
}
