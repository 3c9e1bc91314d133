import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder } from '../../fixtures/command-line.ts';
import { readThemeOption } from './theme.ts';

const BEFORE = '/* ours */\n:root {\n  --radius: 4px;\n  --accent: #0b5a6f;\n}\n';

test('colours are laid over the theme that is there', () => {
  expect(readThemeOption(undefined, BEFORE)).toBeUndefined();
  expect(readThemeOption('accent=#7a1f3d/#f0a6bd', BEFORE)).toBe(
    ':root {\n  --accent: light-dark(#7a1f3d, #f0a6bd);\n  --radius: 4px;\n}\n',
  );
});

test('a file stays as it is written', () => {
  const root = folder('theme-file', { 'theme.css': BEFORE.replace('#0b5a6f', 'light-dark(#7a1f3d, #f0a6bd)') });
  expect(readThemeOption(join(root, 'theme.css'), undefined)).toMatch(/^\/\* ours \*\/.*#f0a6bd/s);
});

test.each([
  [
    'colour that cannot be read',
    'accent=#9ecbd6/#6cc3d5',
    '--accent upon --paper has 1.68 in light mode, and needs 4.5',
  ],
  ['colour that is none', 'accent=red', '“red/red” is no colour'],
  ['token that is none', 'link=#ffffff', '“link” is no colour of a theme'],
  ['file that is missing', 'nowhere.css', 'nowhere.css cannot be read'],
])('a %s is refused', (_, stated, message) => {
  expect(() => readThemeOption(stated, undefined)).toThrow(message);
});

test('a file with more than tokens is refused, at its line', () => {
  const root = folder('theme-fault', { 'theme.css': ':root {\n  --accent: #0b5a6f;\n}\nbody { color: red; }\n' });
  expect(() => readThemeOption(join(root, 'theme.css'), undefined)).toThrow(/theme\.css:4 “body/);
});
