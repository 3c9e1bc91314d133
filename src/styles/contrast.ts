/**
 * Contrast of the design tokens, by WCAG 2.2 (relative luminance and contrast ratio).
 * Pure: a sheet's text in, findings out; the default tokens and a copy's theme are checked alike.
 */

export const MODES = ['light', 'dark'] as const;
export type Mode = (typeof MODES)[number];
/** Token name without `--` to its six-digit hex colour. */
export type Palette = ReadonlyMap<string, string>;

interface Pair {
  readonly front: string;
  readonly back: string;
  /** 4.5 for text (WCAG 1.4.3), 3 for the edges of controls and for focus (1.4.11). */
  readonly least: 4.5 | 3;
}

const pairs = (least: Pair['least'], back: string, fronts: readonly string[]): Pair[] =>
  fronts.map((front) => ({ front, back, least }));

/** The tokens that are seen one upon the other. */
export const PAIRS: readonly Pair[] = [
  ...pairs(4.5, 'paper', ['ink', 'ink-soft', 'accent', 'link', 'visited', 'stamp', 'ok', 'warn', 'bad']),
  ...pairs(4.5, 'margin-paper', ['ink', 'ink-soft', 'link', 'visited']),
  ...pairs(4.5, 'field', ['ink', 'ink-soft']),
  ...pairs(4.5, 'highlight', ['ink', 'ink-soft', 'link', 'visited']),
  ...pairs(4.5, 'accent', ['on-accent']),
  ...pairs(4.5, 'ink', ['paper']),
  ...pairs(4.5, 'focus', ['on-focus']),
  ...pairs(3, 'paper', ['rule']),
  ...pairs(3, 'field', ['rule']),
  ...pairs(3, 'margin-paper', ['rule']),
];

export interface WeakPair extends Pair {
  readonly mode: Mode;
  readonly ratio: number;
}

let papers: { readonly css: string; readonly colors: ReadonlyMap<Mode, string | undefined> } | undefined;

/** The colour of the paper in each mode, worked out once: every page asks for the same sheet. */
export function paperColors(css: string): ReadonlyMap<Mode, string | undefined> {
  if (papers?.css !== css)
    papers = { css, colors: new Map(MODES.map((mode) => [mode, readPalette(css, mode).get('paper')])) };
  return papers.colors;
}

/** The colours that a sheet gives to custom properties in a mode: `#rgb`, `#rrggbb`, or `light-dark()` of two such. */
export function readPalette(css: string, mode: Mode): Palette {
  const declaration =
    /--([a-z0-9-]+):\s*(?:light-dark\(\s*(#[0-9a-f]{3,6})\s*,\s*(#[0-9a-f]{3,6})\s*\)|(#[0-9a-f]{3,6}))\s*;/gi;
  return new Map(
    [...css.matchAll(declaration)].flatMap(([, name, light, dark, both]) => {
      const value = both ?? (mode === 'light' ? light : dark);
      return name && value ? [[name, sixDigits(value)] as const] : [];
    }),
  );
}

/** The pairs that are too weak in a mode. Throws when a token of {@link PAIRS} has no readable colour. */
export function weakPairs(palette: Palette, mode: Mode): WeakPair[] {
  return PAIRS.map((pair) => ({
    ...pair,
    mode,
    ratio: contrastRatio(colorOf(palette, pair.front), colorOf(palette, pair.back)),
  })).filter(({ ratio, least }) => ratio < least);
}

/** Contrast of two hex colours, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrastRatio(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance, 0 to 1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function colorOf(palette: Palette, token: string): string {
  const color = palette.get(token);
  if (!color) throw new Error(`the token --${token} has no colour written as #rrggbb or light-dark(#rrggbb, #rrggbb)`);
  return color;
}

function sixDigits(hex: string): string {
  return hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}` : hex.toLowerCase();
}
