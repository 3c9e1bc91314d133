import { assetUrl } from '../i18n/links.ts';
import type { SiteInfo } from '../i18n/site-info.ts';
import { svgFaults } from '../rules/svg.ts';
import type { Registry } from '../schema/registry.ts';
import { type LogoFile, THEME_FILE } from '../schema/theme.ts';
import { themeSheet } from '../styles/derive.ts';
import { favicon } from '../styles/favicon.ts';
import { parseTheme, type ThemeValues } from '../styles/theme.ts';
import { logoFile } from '../styles/theme-values.ts';
import { usedFonts } from '../styles/used-fonts.ts';

/** What the copy sets of its look; nothing where it has no theme.css. */
export function themeOf({ theme }: Pick<Registry, 'theme'>): ThemeValues {
  return theme === undefined ? {} : parseTheme(theme.css).values;
}

/** Where `public/` has the program's own. */
export const ICON_FILE = 'favicon.svg';

/** The text of {@link ICON_FILE} in the colours of a copy; nothing where it has no theme.css. */
export function themeIcon({ theme }: Pick<Registry, 'theme'>): string | undefined {
  return theme === undefined ? undefined : favicon(themeOf({ theme }));
}

/** The sheet that pages load after the program's own, and their icon; no sheet for a copy that looks as the program comes. */
export function themeInfo(registry: Registry, base: string): Pick<SiteInfo, 'theme' | 'icon'> {
  const values = themeOf(registry);
  const logo = logoFile(values.logo);
  const file = registry.logos?.some((each) => each.file === logo && isSquare(each)) ? (logo ?? ICON_FILE) : ICON_FILE;
  const icon = { url: assetUrl(base, file), type: mediaType(file) };
  const css = themeSheet(values, logo === undefined ? '' : assetUrl(base, logo));
  return { icon, ...(css === '' ? {} : { theme: { url: assetUrl(base, THEME_FILE), css, fonts: usedFonts(values) } }) };
}

/** The media type of a logo or an icon. */
export function mediaType(file: string): SiteInfo['icon']['type'] {
  return file.endsWith('.svg') ? 'image/svg+xml' : 'image/png';
}

/** A picture that is broad or high would be a line in a tab. */
const MOST_UNEQUAL = 1.25;

function isSquare({ svg, size = svg === undefined ? undefined : svgFaults(svg).size }: LogoFile): boolean {
  return size !== undefined && Math.max(size.width / size.height, size.height / size.width) <= MOST_UNEQUAL;
}
