import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { favicon } from './favicon.ts';
import { parseTheme } from './theme.ts';

const SHIPPED = readFileSync(new URL('../../public/favicon.svg', import.meta.url), 'utf8');
const iconOf = (css: string) => favicon(parseTheme(`:root { ${css} }`).values);

test.each(['', '--radius: 4px;', '--focus: #ffd23f;'])(
  'without colours of its own that it shows it is the program’s: %s',
  (css) => {
    expect(iconOf(css)).toBe(SHIPPED);
  },
);

test('it is of the paper and the ink of a theme, by day and by night', () => {
  expect(iconOf('--paper: light-dark(#fff, #0f1a14); --ink: light-dark(#14261b, #eaf2ec);')).toBe(
    SHIPPED.replace('#fbfaf6', '#ffffff')
      .replace('#16202b', '#14261b')
      .replace('#11181f', '#0f1a14')
      .replace('#eef1ee', '#eaf2ec'),
  );
});

test('it is of the accent where a theme has one', () => {
  expect(iconOf('--accent: light-dark(#7a1f3d, #f0a6bd);')).toBe(
    SHIPPED.replace('#16202b', '#7a1f3d').replace('#eef1ee', '#f0a6bd'),
  );
});

test('nothing reaches it that is no colour', () => {
  expect(iconOf('--accent: #123456</style><script>alert(1)</script>;')).toBe(SHIPPED);
  expect(iconOf('--paper: url(https://example.org/x);')).toBe(SHIPPED);
});
