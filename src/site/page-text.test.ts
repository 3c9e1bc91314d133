import { describe, expect, test } from 'vitest';
import { assembleRegistry } from '../registry/assemble.ts';
import { parseSourceFile } from '../registry/source-file.ts';
import { makeSite } from './make-site.ts';
import { ownPageLinks, ownPages, pageSource } from './own-pages.ts';
import { renderPageText } from './page-text.ts';
import { themeIcon, themeInfo } from './theme-info.ts';

const page = (title: string, menu = '') => `---\ntitle: ${title}\ndescription: D\n${menu}---\n\nText.\n`;
const FILES = {
  'registry.yaml':
    'schemaVersion: 1\nid: x\nname: {en: X}\nzones: [ca]\nlanguages: [ar, fr, en]\nurl: https://a.example.org/b/\ndataLicense: CC0-1.0\n',
  'standards/ca/form.yaml':
    'schemaVersion: 1\nname: {en: The Form, fr: Le formulaire}\nsummary: {en: A form that everybody fills}\nsteward: Office\nwebsite: https://example.org/\nspecification: https://example.org/form\nversion: "1"\ndomain: data\nstatus: current\nformerIds: [ca/sheet]\n',
  'pages/ar/about.mdx': page('عن'),
  'pages/ar/terms.mdx': page('شروط'),
  'pages/en/terms.mdx': page('Terms', 'menu: footer\n'),
  'pages/en/contribute/who.mdx': page('Who'),
  'pages/de/imprint.mdx': page('Impressum'),
  'theme.css': ':root { --accent: light-dark(#8a1538, #ff9db5); --font-text: system-ui; --logo: url(logo.svg) }',
};
const { registry } = assembleRegistry(
  Object.entries(FILES).map(([file, text]) => parseSourceFile(file, new TextEncoder().encode(text))),
);
const site = makeSite({ ...registry, config: { ...registry.config, url: 'https://a.example.org/b/' } });
const render = (text: string, lang = 'fr') => renderPageText(text, lang, site);

describe('the text of a page', () => {
  test.each([
    [
      '[a](/projects/) [b](/) [c](https://example.org/x)',
      '<p><a href="/b/fr/projects/">a</a> <a href="/b/fr/">b</a> <a href="https://example.org/x">c</a></p>',
    ],
    ['[m](mailto:a@example.org)', '<p><a href="mailto:a@example.org">m</a></p>'],
    ['<Standard id="ca/form" />', '<p><strong><a href="/b/fr/standards/ca/form/">Le formulaire</a></strong></p>'],
    [
      'As <Standard id="ca/sheet">this</Standard>.',
      '<p>As <strong><a href="/b/fr/standards/ca/form/">this</a></strong>.</p>',
    ],
    ['## Two\n\n### Three', '<h2>Two</h2>\n<h3>Three</h3>'],
    [
      '| A | B |\n| - | - |\n| 1 | 2 |',
      expect.stringMatching(/^<section class="table-region" aria-label="A et B" tabindex="0"><table>/),
    ],
  ])('%s', (text, html) => {
    expect(render(text)).toEqual(html);
  });

  test('has a record’s name in another language marked', () => {
    expect(render('<Standard id="ca/form" />', 'ar')).toContain('standards/ca/form/" lang="');
  });

  test('never runs or links what the rules would have refused', () => {
    const html = render(
      'import x from "y"\n\n{1 + 1} <Script src="x" /> <img src="x" onerror="x" /> [a](javascript:x) [b](//evil.example/) ![p](https://x.example/p.png)',
    );
    expect(html).not.toMatch(/script|onerror|src=|evil|1 \+ 1|import|img/i);
  });
});

describe('a page of a copy', () => {
  const guides = new Set(['en/about', 'fr/about', 'en/privacy']);
  const source = (name: string, lang: string) => {
    const { language, own } = pageSource(name, lang, ['ar', 'fr', 'en'], ownPages(registry), guides);
    return `${language} ${own === undefined ? 'guide' : own.data.title}`;
  };

  test('replaces the program’s in its language, and goes before it', () => {
    expect([source('about', 'ar'), source('about', 'fr'), source('about', 'en')]).toEqual([
      'ar عن',
      'fr guide',
      'en guide',
    ]);
    expect([source('privacy', 'ar'), source('terms', 'fr'), source('terms', 'en')]).toEqual([
      'en guide',
      'ar شروط',
      'en Terms',
    ]);
  });

  test('that is added is linked', () => {
    expect(ownPageLinks(registry)).toEqual([
      { path: 'contribute/who/', titles: { en: 'Who' }, menu: 'about' },
      { path: 'terms/', titles: { ar: 'شروط', en: 'Terms' }, menu: 'footer' },
    ]);
  });
});

test('a copy without a theme loads nothing more, and one with a theme no font that it does not use', () => {
  const { theme: _, ...plain } = registry;
  const icon = { url: '/b/favicon.svg', type: 'image/svg+xml' };
  expect(themeInfo(plain, '/b/')).toEqual({ icon });
  expect(themeIcon({})).toBeUndefined();
  const { theme } = themeInfo(registry, '/b/');
  expect(theme).toMatchObject({ url: '/b/theme.css', fonts: ['fonts/ledger-serif-600.woff2'] });
  expect(theme?.css).toContain('--logo: url("/b/logo.svg");');
});

const svgLogo = (width: number) => ({ file: 'logo.svg', svg: `<svg width="${width}" height="32"/>` });

test.each([
  ['a square logo', svgLogo(32), 'logo.svg', 'image/svg+xml'],
  ['a square logo as PNG', { file: 'logo.png', size: { width: 60, height: 64 } }, 'logo.png', 'image/png'],
  ['a broad logo', svgLogo(120), 'favicon.svg', 'image/svg+xml'],
  ['a PNG that is none', { file: 'logo.png' }, 'favicon.svg', 'image/svg+xml'],
])('%s is the icon of a copy, or not where it would be a line', (_, logo, file, type) => {
  const css = `:root { --logo: url("${logo.file}"); }`;
  const made = themeInfo({ ...registry, theme: { file: 'theme.css', css }, logos: [logo] }, '/b/');
  expect(made.icon).toEqual({ url: `/b/${file}`, type });
});

test('a logo that the theme does not show is no icon', () => {
  const theme = { file: 'theme.css', css: ':root { --logo: none; }' };
  expect(themeInfo({ ...registry, theme, logos: [svgLogo(32)] }, '/b/').icon.url).toBe('/b/favicon.svg');
});
