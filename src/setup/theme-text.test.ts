import { describe, expect, test } from 'vitest';
import { fc } from '../registry/fixtures/fast-check.ts';
import { contrastRatio } from '../styles/contrast.ts';
import { strongColor } from './strong-color.ts';
import { colorsText, isColorsText, readColors, THEME_COLORS, weakIn } from './theme-text.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);

describe('colours on one line', () => {
  test('are read as they were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...THEME_COLORS), fc.tuple(hex, hex)), (chosen) => {
        const values = Object.fromEntries(
          Object.entries(chosen).map(([token, [day, night]]) => [
            token,
            day === night ? day : `light-dark(${day}, ${night})`,
          ]),
        );
        const text = colorsText(values);
        expect(readColors(text)).toEqual({ values });
        expect(text === '' || isColorsText(text)).toBe(true);
      }),
    );
  });

  test.each([
    ['accent=red', 'setup.noColor'],
    ['accent=#12345', 'setup.noColor'],
    ['accent=#fff/', 'setup.noColor'],
    ['accent=#fff/#000/#111', 'setup.noColor'],
    ['radius=#ffffff', 'setup.noColorToken'],
    ['link=#ffffff', 'setup.noColorToken'],
    ['accent', 'setup.noColor'],
    ['constructor=#ffffff', 'setup.noColorToken'],
  ])('%s is none', (text, key) => {
    expect(readColors(text)).toMatchObject({ problem: { key } });
  });

  test('a path is no colours', () => {
    expect(['theme.css', './a=b/theme.css', 'C:\\theme.css'].filter(isColorsText)).toEqual([]);
  });
});

test('a pair that is too weak is named, in its mode alone', () => {
  expect(weakIn({ accent: 'light-dark(#9ecbd6, #6cc3d5)' })).toMatchObject([
    { front: 'accent', back: 'paper', mode: 'light' },
    { front: 'on-accent', back: 'accent', mode: 'light' },
  ]);
  expect(weakIn({})).toEqual([]);
});

test('the nearest strong colour is strong, and a strong one stays', () => {
  fc.assert(
    fc.property(hex, hex, fc.constantFrom(3, 4.5), (front, back, least) => {
      const strong = strongColor(front, back, least);
      expect(contrastRatio(strong, back)).toBeGreaterThanOrEqual(least);
      if (contrastRatio(front, back) >= least) expect(strong).toBe(front);
    }),
  );
});
