import { MODES, type Mode } from './contrast.ts';

/** What a token of a theme may be. */
export type ThemeValueKind = 'color' | 'fonts' | 'radius' | 'logo' | 'banner';

const HEX = `#(?:[0-9a-f]{3}|[0-9a-f]{6})`;
const COLOR = String.raw`(?:${HEX}|light-dark\(\s*${HEX}\s*,\s*${HEX}\s*\))`;
const IS_COLOR = new RegExp(`^${COLOR}$`, 'i');
const LENGTH = /^(\d{1,2}(?:\.\d{1,4})?|\.\d{1,4})(px|rem)$/;
const IS_BANNER = new RegExp(String.raw`^([0-9.]{1,7}(?:px|rem))\s+(solid|double|dashed|dotted)\s+(${COLOR})$`, 'i');
const IS_LOGO = /^url\(\s?(?:"(logo\.(?:svg|png))"|'(logo\.(?:svg|png))'|(logo\.(?:svg|png)))\s?\)$/;
/** 1rem, in the pixels that bounds are told in: the site's text is 18 pixels high. */
const REM = 18;
const MAX_RADIUS = 18;
const MAX_BANNER = 36;
/** What a browser has under these names, on every system. */
const GENERIC = ['serif', 'sans-serif', 'monospace', 'system-ui', 'ui-serif', 'ui-sans-serif', 'ui-rounded'];
const FAMILY = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} ._-]{0,63}$/u;
const MAX_FAMILIES = 12;

/** A value in its one spelling, or `undefined` where it is not of the kind. Nothing but what is listed here ever reaches a style sheet. */
export function themeValue(kind: ThemeValueKind, value: string): string | undefined {
  return READERS[kind](value.trim());
}

const READERS: Readonly<Record<ThemeValueKind, (value: string) => string | undefined>> = {
  color: (value) => (IS_COLOR.test(value) ? oneSpelling(value) : undefined),
  fonts: fontStack,
  radius: (value) => (value === '0' || pixels(value) <= MAX_RADIUS ? value : undefined),
  logo: (value) => {
    const [, ...names] = IS_LOGO.exec(value) ?? [];
    const name = names.find((each) => each !== undefined);
    return value === 'none' ? value : name && `url("${name}")`;
  },
  banner: (value) => {
    const [, width = '', style = '', color = ''] = IS_BANNER.exec(value) ?? [];
    if (value === '0') return value;
    return pixels(width) <= MAX_BANNER ? `${width} ${style.toLowerCase()} ${oneSpelling(color)}` : undefined;
  },
};

function pixels(length: string): number {
  const [, number = 'NaN', unit] = LENGTH.exec(length) ?? [];
  return Number(number) * (unit === 'rem' ? REM : 1);
}

/** `light-dark(#rrggbb, #rrggbb)`, or one colour where both are the same. */
function oneSpelling(color: string): string {
  const [light, dark] = MODES.map((mode) => colorIn(color, mode)) as [string, string];
  return colorPair(light, dark);
}

/** One value for day and night, as CSS has it. */
export function colorPair(light: string, dark: string): string {
  return light === dark ? light : `light-dark(${light}, ${dark})`;
}

/** The six-digit colour that a value of the kind `color` has in a mode. */
export function colorIn(value: string, mode: Mode): string {
  const [light = '', dark = light] = value.toLowerCase().match(/#[0-9a-f]{3,6}/g) ?? [];
  const hex = mode === 'light' ? light : dark;
  return hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}` : hex;
}

/** Families between commas, the last one that every system has: a name that no system knows is passed over, and asks no server. */
function fontStack(value: string): string | undefined {
  const families = value.split(',').map((part) => part.trim());
  const names = families.map((family) => /^"([^"]*)"$|^'([^']*)'$/.exec(family)?.slice(1).find(Boolean) ?? family);
  const isRead = names.every((name) => FAMILY.test(name)) && GENERIC.includes(families.at(-1) ?? '');
  if (!isRead || names.length > MAX_FAMILIES) return undefined;
  return names.map((name, index) => (GENERIC.includes(families[index] ?? '') ? name : `"${name}"`)).join(', ');
}

/** The file that a value of the kind `logo` names, beside theme.css; nothing for `none`. */
export function logoFile(value: string | undefined): string | undefined {
  return /^url\("(.*)"\)$/.exec(value ?? '')?.[1];
}
