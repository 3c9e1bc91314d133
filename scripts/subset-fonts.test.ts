import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { buildFont, FONTS } from './subset-fonts.ts';

const PUBLIC = new URL('../public/fonts/', import.meta.url);
const published = (name: string) => readFile(new URL(name, PUBLIC));

describe('the fonts of the site', () => {
  test('weigh at most 38 KB together', async () => {
    const sizes = await Promise.all(FONTS.map(async ({ output }) => (await published(output)).byteLength));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(38_000);
  });

  test.each(FONTS)('$output is what the script makes from the installed package', async (font) => {
    const bytes = await buildFont(font);
    expect(Buffer.compare(Buffer.from(bytes), await published(font.output))).toBe(0);
  });

  test('come with their licence', async () => {
    const licence = (await published('LICENSE.txt')).toString('utf8');
    expect(licence).toContain('SIL OPEN FONT LICENSE Version 1.1');
    expect(licence).toContain('Reserved Font Name');
  });
});
