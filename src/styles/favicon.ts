import { MODES, type Palette } from './contrast.ts';
import { themePalette } from './derive.ts';
import { SHIPPED_COLORS } from './shipped-colors.ts';
import type { ThemeValues } from './theme.ts';

const BEFORE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><style>';
const AFTER =
  '</style><rect width="16" height="16"/><path d="M1.5 1.5h13v13h-13zM5.5 1.5v13M7.5 5h5M7.5 8h5M7.5 11h3" fill="none"/></svg>\n';

/**
 * The picture of the site in the colours of a theme, by day and by night: its ink upon its paper, or its accent where the theme has one of its
 * own, by which people tell copies apart. The text of `public/favicon.svg` where a theme changes none of them. Only colours that were read reach
 * it.
 */
export function favicon(values: ThemeValues): string {
  const palettes = MODES.map((mode) => themePalette(values, mode));
  const isOwn = palettes.some((palette, mode) => palette.get('accent') !== SHIPPED_COLORS.accent[mode]);
  const [light, dark] = palettes.map((palette) => colorRules(palette, isOwn ? 'accent' : 'ink'));
  return `${BEFORE}${light}@media (prefers-color-scheme:dark){${dark}}${AFTER}`;
}

function colorRules(palette: Palette, lines: 'accent' | 'ink'): string {
  return `rect{fill:${palette.get('paper')}}path{stroke:${palette.get(lines)}}`;
}
