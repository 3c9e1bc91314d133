import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder } from '../../fixtures/command-line.ts';
import { readLogoOption, themeWithLogo } from './logo.ts';

const svg = (inside: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"${more}>${inside}</svg>\n`;
const PLAIN = svg('\n<path d="M0 0h9"/>');
const root = folder('logos', {
  'plain.svg': PLAIN,
  'windows.svg': `\ufeff${PLAIN.replaceAll('\n', '\r\n')}`,
  'page.html': '<html><body>Emblem</body></html>\n',
  'words.txt': 'an emblem\n',
  'script.svg': svg('<script>alert(1)</script>'),
  'event.svg': svg('', ' onload="alert(1)"'),
  'elsewhere.svg': svg('<path fill="url(https://example.org/x)"/>'),
  'entity.svg': `<!DOCTYPE svg [<!ENTITY x "y">]>${PLAIN}`,
  'turned.svg': svg('<title>a\u202eb</title>'),
  'broad.svg': PLAIN.replace('width="32"', 'width="900"'),
  'empty.svg': '',
  'emblem.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
});

describe('--logo', () => {
  test('takes a plain SVG as it is, but for the line ends of another system', () => {
    expect(readLogoOption(undefined)).toBeUndefined();
    expect(readLogoOption(join(root, 'plain.svg'))).toBe(PLAIN);
    expect(readLogoOption(join(root, 'windows.svg'))).toBe(PLAIN);
  });

  test.each([
    ['nowhere.svg', /^--logo: .*nowhere\.svg cannot be read \(ENOENT/],
    ['.', /^--logo: .* cannot be read \(EISDIR/],
    ['emblem.png', /emblem\.png is a PNG, and this takes an SVG\. .* logo\.png/],
    ['page.html', /page\.html:1:1 The element “html” is not one of a plain picture\. .*plain SVG/],
    ['words.txt', /words\.txt:1:1 This is not XML/],
    ['script.svg', /script\.svg:1:\d+ The element “script” is not one/],
    ['event.svg', /event\.svg:1:1 The attribute “onload” is not one/],
    ['elsewhere.svg', /The value of “fill” leads out of the picture\. Name a part/],
    ['entity.svg', /Only elements and comments may stand in the picture/],
    ['turned.svg', /turned\.svg:1:\d+ .*U\+202E/],
    ['broad.svg', /The logo is 900 by 32 pixels\. Save it smaller/],
    ['empty.svg', /empty\.svg:1:1 The file is empty/],
  ])('refuses %s, and says why', (file, message) => {
    expect(() => readLogoOption(join(root, file))).toThrow(message);
  });

  test('is shown by the theme, whose other values stay', () => {
    const LOGO = '  --logo: url("logo.svg");\n';
    expect(themeWithLogo(undefined, undefined)).toBe(`:root {\n${LOGO}}\n`);
    expect(themeWithLogo(undefined, ':root { --radius: 4px; }')).toBe(`:root {\n  --radius: 4px;\n${LOGO}}\n`);
    expect(themeWithLogo(':root { --logo: none; }', ':root { --radius: 4px; }')).toBe(`:root {\n${LOGO}}\n`);
    const written = '/* ours */\n:root {\n  --logo: url("logo.svg");\n}\n';
    expect(themeWithLogo(undefined, written)).toBe(written);
  });
});
