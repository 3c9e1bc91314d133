import { readRootBlock } from './root-block.ts';
import { type ThemeValueKind, themeValue } from './theme-values.ts';

/** The tokens that a copy sets in `registry/theme.css`, with the kind of their values. All others follow from them: `derive.ts`. */
const KINDS = {
  paper: 'color',
  ink: 'color',
  accent: 'color',
  'on-accent': 'color',
  stamp: 'color',
  focus: 'color',
  'font-heading': 'fonts',
  'font-text': 'fonts',
  radius: 'radius',
  logo: 'logo',
  banner: 'banner',
} as const satisfies Readonly<Record<string, ThemeValueKind>>;

export type ThemeToken = keyof typeof KINDS;
/** Values as CSS writes them: `#b00020`, `light-dark(#fff, #000)`, `"Public Sans", sans-serif`, `4px`, `url("logo.svg")`. */
export type ThemeValues = Readonly<Partial<Record<ThemeToken, string>>>;

export const THEME_TOKENS = Object.keys(KINDS) as readonly ThemeToken[];

/** Whether a copy may set a token of this name. */
export function isThemeToken(name: string): name is ThemeToken {
  return Object.hasOwn(KINDS, name);
}

/** What kind of value a token takes. */
export function kindOfToken(token: ThemeToken): ThemeValueKind {
  return KINDS[token];
}

export interface ThemeProblem {
  /**
   * `outside`: something stands beside the one block; `declaration`: no token and value; `unknown`: no token by this name; `twice`: a token
   * for the second time; `value`: it does not fit the token; `unclosed`: a comment or the block has no end.
   */
  readonly code: 'outside' | 'declaration' | 'unknown' | 'twice' | 'value' | 'unclosed';
  /** UTF-16 offset in the text. */
  readonly offset: number;
  /** What stands there. */
  readonly found: string;
  /** The token that is meant, where it is one. */
  readonly token?: ThemeToken;
}

export interface ParsedTheme {
  /** Those that can be read, each in its one spelling. */
  readonly values: ThemeValues;
  readonly problems: readonly ThemeProblem[];
  /** Where each token stands in the text. */
  readonly places: ReadonlyMap<ThemeToken, number>;
}

/** The text of a theme.css with these values, in the order of {@link THEME_TOKENS}. Throws where a value does not fit its token. */
export function formatTheme(values: ThemeValues): string {
  const lines = THEME_TOKENS.flatMap((token) => {
    const value = values[token];
    if (value === undefined) return [];
    const written = themeValue(KINDS[token], value);
    if (written === undefined) throw new Error(`the token --${token} cannot be ${JSON.stringify(value)}`);
    return [`  --${token}: ${written};\n`];
  });
  return `:root {\n${lines.join('')}}\n`;
}

/**
 * Reads a theme.css: comments, and one block `:root { --token: value; }`. Anything else is a problem, and nothing of it is ever used. Pure,
 * linear in the text, never throws.
 */
export function parseTheme(css: string): ParsedTheme {
  const { declarations, problem } = readRootBlock(css);
  const problems: ThemeProblem[] = [];
  const values: Partial<Record<ThemeToken, string>> = {};
  const places = new Map<ThemeToken, number>();
  for (const { name, value, offset, valueOffset } of declarations) {
    const token = name.slice(2);
    if (!name.startsWith('--')) problems.push({ code: 'declaration', offset, found: name });
    else if (!isThemeToken(token)) problems.push({ code: 'unknown', offset, found: name });
    else if (places.has(token)) problems.push({ code: 'twice', offset, found: name, token });
    else {
      places.set(token, offset);
      const read = themeValue(KINDS[token], value);
      if (read === undefined) problems.push({ code: 'value', offset: valueOffset, found: value, token });
      else values[token] = read;
    }
  }
  return { values, problems: problem === undefined ? problems : [...problems, problem], places };
}
