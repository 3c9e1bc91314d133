import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RAW_HOSTS } from '../../exchange/repository-files.ts';
import { attribute, type BuiltPage, builtSite, decode, faultsOf, pagesOf } from './pages.ts';

const SEARCH_PAGE = /^[^/]+\/projects\/index\.html$/;
const FORM_PAGE = /^[^/]+\/contribute\/index\.html$/;
const WIZARD_PAGE = /^[^/]+\/fork\/wizard\/index\.html$/;
/** Pages that have a script, each its own. Only from a registry of all zones is a copy made; one that has ended takes no records. */
const scriptedOn = (site: string) => [
  SEARCH_PAGE,
  ...(site === 'empty' ? [] : [FORM_PAGE]),
  ...(site === 'arabic' ? [] : [WIZARD_PAGE]),
];
/** What the form may ask, on a button that names it. */
const ASKED = `connect-src 'self' ${RAW_HOSTS.map((host) => `https://${host}`).join(' ')}`;

describe.each(['main', 'arabic', 'empty', 'bare'])('every page of the site “%s”', async (name) => {
  const pages = await pagesOf(name);
  const withScript = scriptedOn(name);

  test('has no script; the search, the form and the wizard alone have their own, from a file', () => {
    const faults = faultsOf(pages, ({ root, file }) =>
      root.querySelectorAll('script').flatMap((script) => {
        const isData = attribute(script, 'type') === 'application/json';
        const allowed =
          withScript.some((page) => page.test(file)) && (isData || attribute(script, 'src') !== undefined);
        return allowed ? [] : [`script at ${script.generateSelector()}`];
      }),
    );
    expect(faults).toEqual([]);
    for (const scripted of withScript) {
      const own = pages.filter(({ file }) => scripted.test(file));
      expect(own).not.toEqual([]);
      expect(own.filter(({ root }) => root.querySelector('script[src]') === null)).toEqual([]);
    }
  });

  test('carries a policy that forbids what is not named, before anything that it governs', () => {
    const faults = faultsOf(pages, ({ root, file }) => {
      const [meta, ...more] = root.querySelectorAll('meta[http-equiv="content-security-policy"]');
      const policy = policyOf(meta === undefined ? '' : (attribute(meta, 'content') ?? ''));
      const head = root.querySelector('head')?.childElements ?? [];
      const governed = head.findIndex((element) => element.matches('script, style, link[rel="stylesheet"]'));
      return [
        ...(more.length > 0 ? ['two policies'] : []),
        ...(policy.get('default-src') === "'none'" ? [] : ["default-src is not 'none'"]),
        ...(policy.get('base-uri') === "'none'" ? [] : ["base-uri is not 'none'"]),
        ...[...policy].flatMap(([key, value]) =>
          /'unsafe-(?:inline|eval|hashes)'|\*|https?:/.test(value) &&
          !(FORM_PAGE.test(file) && `${key} ${value}` === ASKED)
            ? [`${key} ${value}`]
            : [],
        ),
        ...(meta !== undefined && head.indexOf(meta) < governed ? [] : ['the policy comes too late']),
      ];
    });
    expect(faults).toEqual([]);
  });

  test('has no inline style and no event handler', () => {
    const faults = faultsOf(pages, ({ root }) =>
      root
        .querySelectorAll('*')
        .flatMap(({ tagName, attributes }) =>
          attributes.flatMap(({ key }) => (/^(?:style|on\w+|srcdoc)$/i.test(key) ? [`${key} of ${tagName}`] : [])),
        ),
    );
    expect(faults).toEqual([]);
    expect(
      faultsOf(pages, ({ root }) => root.querySelectorAll('iframe, object, embed, base').map(({ tagName }) => tagName)),
    ).toEqual([]);
  });

  test('loads nothing from another host', () => {
    const faults = faultsOf(pages, ({ root, url, site }) =>
      root
        .querySelectorAll('link[href], script[src], img[src], source[src], video[src], audio[src], form[action]')
        .map(
          (element) =>
            new URL(['href', 'src', 'action'].map((key) => attribute(element, key)).find(Boolean) ?? '', url),
        )
        .filter((address) => !address.href.startsWith(site.url))
        .map(({ href }) => href),
    );
    expect(faults).toEqual([]);
  });

  test('comes with headers for hosts that read them', () => {
    const headers = readFileSync(join(builtSite(name).folder, '_headers'), 'utf8');
    for (const header of ['X-Content-Type-Options: nosniff', 'Referrer-Policy:', "frame-ancestors 'none'"])
      expect(headers).toContain(header);
  });

  test('has no style sheet that loads from another host', () => {
    const sheets = new Set(
      pages.flatMap(({ root }) =>
        root.querySelectorAll('link[rel="stylesheet"]').map((link) => attribute(link, 'href') ?? ''),
      ),
    );
    const { folder, base } = builtSite(name);
    expect(sheets.size).toBeGreaterThan(0);
    for (const sheet of sheets) {
      const css = readFileSync(join(folder, sheet.slice(base.length)), 'utf8');
      expect(css).not.toMatch(/@import|url\(["']?(?:https?:)?\/\//);
    }
  });
});

function policyOf(content: string): Map<string, string> {
  return new Map(
    content
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .filter(([key]) => key !== '')
      .map(([key = '', ...values]) => [key, values.join(' ')]),
  );
}

describe('a name made of markup and quotes', async () => {
  const NAME = `<b>عريض</b> & "اقتباس" 'مفرد' <script>alert(1)</script> {{x}} \${y}`;
  const pages = (await pagesOf('arabic')).filter(({ html }) => html.includes('عريض'));
  const shownOn = (page: BuiltPage, selector: string) =>
    page.root.querySelectorAll(selector).filter((element) => element.textContent.includes('عريض'));

  test('is shown on its page, in lists and in the search, always as text', () => {
    expect(pages.length).toBeGreaterThan(10);
    expect(faultsOf(pages, (page) => shownOn(page, 'b, i, script').map(({ tagName }) => tagName))).toEqual([]);
    expect(faultsOf(pages, ({ root }) => root.querySelectorAll('img').map(({ tagName }) => tagName))).toEqual([]);
  });

  test('is whole in the title and the heading of its page', () => {
    const own = pages.filter(({ file }) => file.endsWith('hostile-name/index.html'));
    expect(own).toHaveLength(3);
    for (const { root } of own)
      for (const selector of ['title', 'h1'])
        expect(decode(root.querySelector(selector)?.textContent ?? '')).toContain(NAME);
  });
});
