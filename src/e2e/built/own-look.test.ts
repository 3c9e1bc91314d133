import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MODES, readPalette, weakPairs } from '../../styles/contrast.ts';
import { favicon } from '../../styles/favicon.ts';
import { parseTheme } from '../../styles/theme.ts';
import { attribute, builtSite, faultsOf, pagesOf } from './pages.ts';

const { folder, base, registry } = builtSite('arabic');
const pages = await pagesOf('arabic');
const pageAt = (file: string) => pages.find((page) => page.file === file)?.root ?? expect.fail(`no page ${file}`);

describe('the theme of a copy', () => {
  const sheet = readFileSync(join(folder, 'theme.css'), 'utf8');

  test('reaches every page, after the program’s own sheets', () => {
    const faults = faultsOf(pages, ({ root }) => {
      const sheets = root.querySelectorAll('link[rel="stylesheet"]').map((link) => attribute(link, 'href'));
      return sheets.filter((href) => href === `${base}theme.css`).length === 1 ? [] : [sheets.join(' ')];
    });
    expect(pages.length).toBeGreaterThan(100);
    expect(faults).toEqual([]);
  });

  test.each(MODES)('has colours that can be read, %s, and tells browsers its paper', (mode) => {
    const palette = readPalette(sheet, mode);
    expect(weakPairs(palette, mode)).toEqual([]);
    const selector = `meta[name="theme-color"][media="(prefers-color-scheme: ${mode})"]`;
    const wrong = ({ root }: (typeof pages)[number]) => {
      const color = root.querySelector(selector);
      return color && attribute(color, 'content') === palette.get('paper') ? [] : ['theme-color'];
    };
    expect(faultsOf(pages, wrong)).toEqual([]);
  });

  test('names a logo that the site has, as it stands in the registry', () => {
    const logo = /url\("([^"]+)"\)/.exec(sheet)?.[1] ?? '';
    const bytes = readFileSync(join(folder, logo.slice(base.length)));
    expect(bytes.equals(readFileSync(join(builtSite('arabic').registry ?? '', 'logo.svg')))).toBe(true);
  });

  test('colours the icon, whose place its square logo takes', () => {
    const icon = readFileSync(join(folder, 'favicon.svg'), 'utf8');
    expect(icon).toBe(favicon(parseTheme(readFileSync(join(registry ?? '', 'theme.css'), 'utf8')).values));
    const wrong = ({ root }: (typeof pages)[number]) => {
      const links = root.querySelectorAll('link[rel="icon"]').map((link) => attribute(link, 'href'));
      return links.join() === `${base}logo.svg` ? [] : [links.join()];
    };
    expect(faultsOf(pages, wrong)).toEqual([]);
  });

  test('is nowhere where a copy has none', async () => {
    for (const name of ['main', 'empty', 'bare']) {
      expect(existsSync(join(builtSite(name).folder, 'theme.css'))).toBe(false);
      expect(readFileSync(join(builtSite(name).folder, 'favicon.svg'), 'utf8')).toBe(favicon({}));
      const themed = (await pagesOf(name)).filter(({ html }) => html.includes('/theme.css"'));
      expect(themed.map(({ file }) => file)).toEqual([]);
    }
  });
});

describe('pages of a copy', () => {
  test('stand in place of the program’s in their language only', () => {
    expect(pageAt('ar/about/index.html').querySelector('h1')?.textContent).toContain('عن ساحة الاختبار');
    expect(pageAt('en/about/index.html').querySelector('h1')?.textContent).toContain('About this registry');
  });

  test('are added in every language, labelled where theirs is another', () => {
    expect(pageAt('fr/terms/index.html').querySelector('.prose')?.getAttribute('lang')?.value).toBe('ar');
    expect(pageAt('en/terms/index.html').querySelector('.prose')?.getAttribute('lang')).toBeNull();
    expect(pageAt('ar/contribute/who-we-are/index.html').querySelector('h1 [lang="en"]')?.textContent).toContain('Who');
  });

  test('are linked: from the foot of every page, or from the page about the registry', () => {
    const links = (file: string, selector: string) =>
      pageAt(file)
        .querySelectorAll(`${selector} a[href]`)
        .map((link) => attribute(link, 'href'));
    expect(links('ar/index.html', 'footer')).toContain(`${base}ar/terms/`);
    expect(links('ar/about/index.html', 'main')).toContain(`${base}ar/contribute/who-we-are/`);
    expect(links('ar/index.html', 'footer')).not.toContain(`${base}ar/contribute/who-we-are/`);
  });

  test('say at a link, too, that theirs is another language', () => {
    const labels = (file: string, selector: string) =>
      pageAt(file)
        .querySelectorAll(`${selector} .only-in`)
        .map(({ textContent }) => textContent);
    expect(labels('ar/about/index.html', '[id] ul')).toEqual([expect.stringContaining('الإنجليزية')]);
    expect(labels('fr/index.html', 'footer')).toHaveLength(1);
    expect(labels('en/index.html', 'footer')).toEqual([]);
  });
});
