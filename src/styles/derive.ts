import { contrastRatio, MODES, type Mode, PAIRS, type Palette, type WeakPair, weakPairs } from './contrast.ts';
import { COLOR_TOKENS, type ColorToken, SHIPPED_COLORS } from './shipped-colors.ts';
import { isThemeToken, kindOfToken, THEME_TOKENS, type ThemeToken, type ThemeValues } from './theme.ts';
import { colorIn, colorPair } from './theme-values.ts';

/** Tokens that a copy sets, as far as they are colours. */
const SET = COLOR_TOKENS.filter((token): token is ColorToken & ThemeToken => isThemeToken(token));

type Colors = Record<ColorToken, string>;

/**
 * Every colour of the site in a mode: those of a theme, what follows from them, and the shipped ones for a mode in which the theme changes
 * none. What follows goes towards the ink until it can be read wherever it stands; a pair of the theme's own that is too weak stays so, for
 * `weakPairs` to name. Pure.
 */
export function themePalette(values: ThemeValues, mode: Mode): Palette {
  const shipped = Object.fromEntries(
    COLOR_TOKENS.map((token) => [token, SHIPPED_COLORS[token][mode === 'light' ? 0 : 1]]),
  ) as Colors;
  const own = Object.fromEntries(
    SET.flatMap((token) => {
      const value = values[token];
      return value === undefined ? [] : [[token, colorIn(value, mode)]];
    }),
  ) as Partial<Colors>;
  const isOwn = (token: ColorToken) => own[token] !== undefined && own[token] !== shipped[token];
  if (!SET.some(isOwn)) return new Map(Object.entries(shipped));
  const colors = { ...shipped, ...own };
  // A link in a theme is of its accent, and a visited one stays apart from it.
  return new Map(Object.entries(derived(isOwn('accent') ? { ...colors, link: colors.accent } : colors)));
}

/**
 * What cannot be read in a theme, by day and by night. Where pairs of the copy's own tokens are too weak, what follows from them is not named
 * as well.
 */
export function weakPairsOf(values: ThemeValues): (WeakPair & { readonly colors: readonly string[] })[] {
  return MODES.flatMap((mode) => {
    const palette = themePalette(values, mode);
    const weak = weakPairs(palette, mode).map((pair) => ({
      ...pair,
      colors: [pair.front, pair.back].map((token) => palette.get(token) ?? ''),
    }));
    const own = weak.filter(({ front, back }) => isThemeToken(front) && isThemeToken(back));
    return withoutReverse(own.length > 0 ? own : weak);
  });
}

/** Ink upon paper, and paper upon ink, have one contrast. */
function withoutReverse<T extends WeakPair>(pairs: readonly T[]): T[] {
  const isReverse = (one: T, other: T) =>
    one.front === other.back && one.back === other.front && one.least === other.least;
  return pairs.filter((pair, index) => !pairs.slice(0, index).some((earlier) => isReverse(pair, earlier)));
}

function derived(colors: Colors): Colors {
  const { paper, ink, focus } = colors;
  const isDark = contrastRatio(paper, '#ffffff') > contrastRatio(paper, '#000000');
  const papers: Colors = {
    ...colors,
    'margin-paper': mixed(paper, ink, 0.035),
    field: isDark ? mixed(paper, '#000000', 0.25) : mixed(paper, '#ffffff', 0.7),
    highlight: highlightOf(paper, ink, focus),
    hairline: mixed(paper, ink, 0.15),
    'on-focus': strongestOn(focus, ['#16202b', '#000000', '#ffffff']),
  };
  const wanted: Partial<Colors> = { ...colors, 'ink-soft': mixed(ink, paper, 0.25), rule: mixed(ink, paper, 0.5) };
  const read = FOLLOWING.map((token) => [token, readable(token, wanted[token] ?? ink, papers)]);
  return { ...papers, ...Object.fromEntries(read) };
}

/** What is written and drawn, and no token of a copy. */
const FOLLOWING = ['ink-soft', 'link', 'visited', 'ok', 'warn', 'bad', 'rule'] as const satisfies ColorToken[];

/** The colour, or as little of the ink in it as makes it strong enough upon all that it stands upon. */
function readable(token: ColorToken, color: string, papers: Colors): string {
  const upon = PAIRS.filter(({ front }) => front === token);
  for (let share = 0; share < 1; share += 0.05) {
    const tried = mixed(color, papers.ink, share);
    if (upon.every(({ back, least }) => contrastRatio(tried, papers[back as ColorToken]) >= least)) return tried;
  }
  return papers.ink;
}

/** As much of the focus colour as leaves the ink on it strong. */
function highlightOf(paper: string, ink: string, focus: string): string {
  const shares = [0.32, 0.28, 0.24, 0.2, 0.16, 0.12];
  const tried = shares.map((share) => mixed(paper, focus, share));
  return tried.find((color) => contrastRatio(ink, color) >= 7) ?? mixed(paper, focus, 0.08);
}

function strongestOn(back: string, fronts: readonly string[]): string {
  return fronts.toSorted((a, b) => contrastRatio(b, back) - contrastRatio(a, back))[0] ?? '#000000';
}

/** A share of another colour in a colour, channel by channel as the eye of the screen has it (sRGB). */
export function mixed(color: string, other: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const parts = [1, 3, 5].map((at) => Math.round(channel(color, at) * (1 - share) + channel(other, at) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * The sheet that lays a theme over `tokens.css`; empty for a theme without values. Only values that were read reach it. On paper the colours
 * stay the program's, dark on white. `logoUrl`: where the logo stands under the host; a style sheet would else look beside itself.
 */
export function themeSheet(values: ThemeValues, logoUrl = ''): string {
  const plain = THEME_TOKENS.filter((token) => kindOfToken(token) !== 'color').flatMap((token) => {
    const value = values[token];
    const written = token === 'logo' && value !== 'none' ? `url("${logoUrl}")` : value;
    return value === undefined ? [] : [`  --${token}: ${written};\n`];
  });
  const root = plain.length === 0 ? '' : `:root {\n${plain.join('')}}\n`;
  if (!SET.some((token) => values[token] !== undefined)) return root;
  const [light, dark] = MODES.map((mode) => themePalette(values, mode)) as [Palette, Palette];
  const colors = COLOR_TOKENS.map(
    (token) => `    --${token}: ${colorPair(light.get(token) ?? '', dark.get(token) ?? '')};\n`,
  );
  return `${root}@media not print {\n  :root {\n${colors.join('')}  }\n}\n`;
}
