import { assetUrl } from '../i18n/links.ts';
import type { SiteInfo } from '../i18n/site-info.ts';
import type { Registry } from '../schema/registry.ts';
import { THEME_FILE } from '../schema/theme.ts';
import { themeSheet } from '../styles/derive.ts';
import { parseTheme, type ThemeValues } from '../styles/theme.ts';
import { logoFile } from '../styles/theme-values.ts';
import { usedFonts } from '../styles/used-fonts.ts';

/** What the copy sets of its look; nothing where it has no theme.css. */
export function themeOf({ theme }: Pick<Registry, 'theme'>): ThemeValues {
  return theme === undefined ? {} : parseTheme(theme.css).values;
}

/** The sheet that pages load after the program's own; none for a copy that looks as the program comes. */
export function themeInfo(registry: Registry, base: string): Pick<SiteInfo, 'theme'> {
  const values = themeOf(registry);
  const logo = logoFile(values.logo);
  const css = themeSheet(values, logo === undefined ? '' : assetUrl(base, logo));
  return css === '' ? {} : { theme: { url: assetUrl(base, THEME_FILE), css, fonts: usedFonts(values) } };
}
