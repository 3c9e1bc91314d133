import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { processorTime } from '../registry/fixtures/processor-time.ts';
import { contrastRatio, MODES, readPalette, weakPairs } from './contrast.ts';
import { themePalette, themeSheet, weakPairsOf } from './derive.ts';
import { COLOR_TOKENS, SHIPPED_COLORS } from './shipped-colors.ts';
import { formatTheme, parseTheme, THEME_TOKENS, type ThemeValues } from './theme.ts';

const tokens = await readFile(new URL('tokens.css', import.meta.url), 'utf8');
const WINE: ThemeValues = {
  paper: 'light-dark(#fffdf8, #1a0f12)',
  ink: 'light-dark(#2a0d15, #f6e9ec)',
  accent: 'light-dark(#8a1538, #ff9db5)',
  'on-accent': 'light-dark(#ffffff, #2a0010)',
  stamp: 'light-dark(#8a1538, #ff9db5)',
  focus: '#ffd900',
  'font-heading': '"Ledger Serif", "Noto Naskh Arabic", serif',
  'font-text': 'system-ui',
  radius: '0.5rem',
  logo: 'url("logo.svg")',
  banner: '6px solid light-dark(#8a1538, #ff9db5)',
};
const theme = (declarations: string) => parseTheme(`:root {\n${declarations}\n}\n`);
const coded = (css: string) =>
  parseTheme(css).problems.map(({ code, offset }) => `${code} ${css.slice(offset, offset + 6)}`);

test('the colours that themes are laid over are those of tokens.css', () => {
  for (const [index, mode] of MODES.entries()) {
    const shipped = COLOR_TOKENS.map((token) => [token, SHIPPED_COLORS[token][index]] as const);
    expect(readPalette(tokens, mode)).toEqual(new Map(shipped));
    expect(themePalette({}, mode)).toEqual(new Map(shipped));
  }
});

describe('a theme', () => {
  test('as the README has it is one, and can be read', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    const { values, problems } = parseTheme(/```css\n([\s\S]*?)```/.exec(readme)?.[1] ?? '');
    expect(problems).toEqual([]);
    expect(Object.keys(values)).toEqual(THEME_TOKENS);
    expect(weakPairsOf(values)).toEqual([]);
  });

  test('is read as it was written', () => {
    expect(Object.keys(WINE)).toEqual(THEME_TOKENS);
    expect(parseTheme(formatTheme(WINE))).toMatchObject({ values: WINE, problems: [] });
    expect(() => formatTheme({ accent: 'red' })).toThrow('--accent');
  });

  test.each([
    ['--paper: #FFF', { paper: '#ffffff' }],
    ['--paper:light-dark( #fff,\n\t#000 );', { paper: 'light-dark(#ffffff, #000000)' }],
    ['/* a */ --focus: light-dark(#abc, #AABBCC); /* b */', { focus: '#aabbcc' }],
    ["--font-text: 'Noto Sans', Georgia, serif", { 'font-text': '"Noto Sans", "Georgia", serif' }],
    ['--font-text: "نسخ", sans-serif', { 'font-text': '"نسخ", sans-serif' }],
    ['--logo: url(logo.png)', { logo: 'url("logo.png")' }],
    ['--banner: .5rem DOUBLE #B00', { banner: '.5rem double #bb0000' }],
    ['--banner: 0; --radius: 0; --logo: none;;', { banner: '0', radius: '0', logo: 'none' }],
  ])('may say %s', (css, values) => {
    expect(theme(css)).toMatchObject({ values, problems: [] });
  });

  test.each([
    '--paper: red',
    '--paper: #ffff',
    '--paper: #fff !important',
    '--paper: var(--ink)',
    '--paper: light-dark(#fff, #000, #000)',
    '--paper: rgb(0 0 0 / 0)',
    '--font-text: Georgia',
    '--font-text: "a;}body{display:none}", serif',
    '--font-text: url(x), serif',
    '--font-text: "A\\22 ", serif',
    '--radius: 19px',
    '--radius: 1e9px',
    '--radius: calc(1px)',
    '--logo: url(https://example.org/logo.svg)',
    '--logo: url(../logo.svg)',
    '--logo: url("logo_svg")',
    '--banner: 99px solid #b00',
    '--banner: 4px solid #b00; --banner: 0',
    '--banner: url(logo.svg)',
    '--ink-soft: #000',
    '--Paper: #000',
    'color: red',
    '@import "x"',
    'a { color: red }',
  ])('may not say %s', (css) => {
    const { values, problems } = theme(css);
    expect(problems).toHaveLength(1);
    expect(Object.keys(values).length).toBe(css.includes('; ') ? 1 : 0);
  });

  test.each([
    ['@import "x"; :root {}', ['outside @impor']],
    ['html { --ink: #000 }', ['outside html {']],
    [':root { --ink: #000; } :root {}', ['outside :root ']],
    [':root { --ink: #000;', ['unclosed { --in']],
    ['/* :root {}', ['unclosed /* :ro']],
    [':root { /* }', ['unclosed /* }']],
    [':root { } /*/', ['unclosed /*/']],
    [
      ':root { a:b; --x: 1; --radius: 1; --radius: 2 }',
      ['declaration a:b; -', 'unknown --x: 1', 'value 1; --r', 'twice --radi'],
    ],
    ['', []],
    ['/* nothing */', []],
  ])('%s has its problems where they stand', (css, problems) => {
    expect(coded(css)).toEqual(problems);
  });

  test('is read in a moment, however hostile', () => {
    for (const piece of [
      '/*',
      '*/',
      ' ',
      '"',
      "'",
      '{',
      '}',
      ';',
      ':',
      '--a:b;',
      '\\',
      ',',
      ':root{',
      '/**/',
      'url(',
      '\n',
    ]) {
      const many = piece.repeat(32_768 / piece.length);
      for (const css of [many, `:root {${many}`, `:root{--font-text:${many};}`]) {
        expect(processorTime(() => parseTheme(css)).ms, piece).toBeLessThan(1000);
      }
    }
  });
});

describe('what follows from a theme', () => {
  test('is the shipped sheet, in a mode in which nothing changes', () => {
    const { ink, paper } = { ink: 'light-dark(#000000, #eef1ee)', paper: 'light-dark(#ffffff, #11181f)' };
    expect(themePalette({ ink, paper }, 'dark')).toEqual(themePalette({}, 'dark'));
    expect(themePalette({ ink, paper }, 'light')).not.toEqual(themePalette({}, 'light'));
    expect(themePalette({ radius: '4px' }, 'light')).toEqual(themePalette({}, 'light'));
  });

  test.each<[string, ThemeValues]>([
    ['wine', WINE],
    ['accent only', { accent: 'light-dark(#1d70b8, #5fb0ff)' }],
    ['black and white', { paper: 'light-dark(#fff, #000)', ink: 'light-dark(#000, #fff)' }],
    ['dark by day', { paper: '#102030', ink: '#ffffff', accent: '#9fd0ff', 'on-accent': '#001020', stamp: '#ffb090' }],
    ['light by night', { paper: '#f0fff4', ink: '#10241a', accent: '#0a5c2e', 'on-accent': '#fff', stamp: '#7a2d00' }],
    ['a dark focus', { focus: 'light-dark(#5b0aa8, #d9b8ff)' }],
    ['ink just strong enough', { paper: 'light-dark(#ffffff, #11181f)', ink: 'light-dark(#595959, #eef1ee)' }],
  ])('can be read: %s', (_, values) => {
    expect(weakPairsOf(values)).toEqual([]);
  });

  test('leaves what the copy itself has chosen, and says where it is too weak', () => {
    const values: ThemeValues = { ...WINE, stamp: 'light-dark(#e0a0b0, #ff9db5)' };
    expect(themePalette(values, 'light').get('stamp')).toBe('#e0a0b0');
    expect(weakPairsOf(values).map(({ front, back, mode }) => `${mode}: ${front} upon ${back}`)).toEqual([
      'light: stamp upon paper',
    ]);
  });

  test('is never silent: whatever colours, each pair is strong or named', () => {
    let seed = 7;
    const hex = () => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31;
      return `#${(seed % 0x1000000).toString(16).padStart(6, '0')}`;
    };
    let weak = 0;
    for (let run = 0; run < 150; run++) {
      const values = { paper: hex(), ink: hex(), accent: hex(), 'on-accent': hex(), stamp: hex(), focus: hex() };
      const named = weakPairsOf(values);
      const isWeak = MODES.some((mode) => weakPairs(themePalette(values, mode), mode).length > 0);
      expect(named.length > 0).toBe(isWeak);
      if (isWeak) weak++;
      // An ink that is strong on its paper never fails by what follows from it.
      const own = contrastRatio(values.ink, values.paper) >= 7;
      if (own) expect(named.filter(({ front }) => front === 'ink-soft' || front === 'rule')).toEqual([]);
    }
    expect(weak).toBeGreaterThan(30);
  });
});

describe('the sheet of a theme', () => {
  test('holds every token, and its colours for the screen only', () => {
    const sheet = themeSheet(WINE, '/square/logo.svg');
    expect(sheet).toMatchSnapshot();
    for (const mode of MODES) expect(readPalette(sheet, mode)).toEqual(themePalette(WINE, mode));
  });

  test('is empty without values, and says no colour where none is set', () => {
    expect(themeSheet({})).toBe('');
    expect(themeSheet({ radius: '4px' })).toBe(':root {\n  --radius: 4px;\n}\n');
  });
});
