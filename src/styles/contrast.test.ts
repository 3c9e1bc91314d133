import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { contrastRatio, MODES, PAIRS, readPalette, weakPairs } from './contrast.ts';

const tokens = await readFile(new URL('tokens.css', import.meta.url), 'utf8');

describe('contrast', () => {
  test('is computed as WCAG defines it', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrastRatio('#ffffff', '#777777')).toBe(contrastRatio('#777777', '#ffffff'));
  });

  test.each(MODES)('every pair of the tokens is strong enough, %s', (mode) => {
    expect(weakPairs(readPalette(tokens, mode), mode)).toEqual([]);
  });

  test('a theme that weakens a pair is named', () => {
    const palette = readPalette(`${tokens} :root { --ink: light-dark(#999, #eef1ee); }`, 'light');
    expect(weakPairs(palette, 'light').map(({ front, back }) => `${front} on ${back}`)).toContain('ink on paper');
    expect(weakPairs(palette, 'light').length).toBeLessThan(PAIRS.length);
  });

  test('a token without a readable colour is an error, not a pass', () => {
    expect(() => weakPairs(readPalette(':root { --ink: red; }', 'light'), 'light')).toThrow('--ink');
  });
});
