import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type FormerAddress, formerAddresses } from '../../site/former-addresses.ts';
import { attribute, type BuiltPage, builtSite, pagesOf, textsOf } from './pages.ts';
import { PAGED, registryOf } from './registries.ts';

const site = builtSite('arabic');
const pages = await pagesOf('arabic');
const registry = registryOf('arabic');
const former = formerAddresses(registry);
const moved = former.filter((address) => 'to' in address);
const gone = former.filter((address) => 'tombstone' in address);
const LANGUAGES = ['ar', 'en', 'fr'];

function pageAt(path: string, lang: string): BuiltPage {
  return pages.find(({ file }) => file === `${lang}/${path}index.html`) ?? expect.fail(`no page ${lang}/${path}`);
}

const refreshOf = ({ root }: BuiltPage) =>
  root.querySelectorAll('meta[http-equiv="refresh"]').map((meta) => attribute(meta, 'content'));
const canonicalOf = ({ root }: BuiltPage) =>
  root.querySelectorAll('link[rel="canonical"]').map((link) => attribute(link, 'href'));
const linksIn = ({ root }: BuiltPage) => root.querySelectorAll('main a').map((link) => attribute(link, 'href'));
const presentPath = ({ kind }: FormerAddress, id: string) => `${PAGED[kind]}/${id}/`;

test('the fixture has a former id of every kind with pages, and tombstones with and without a successor', () => {
  expect(new Set(moved.map(({ kind }) => kind))).toEqual(new Set(Object.keys(PAGED)));
  expect(gone.map(({ successor }) => successor !== undefined).toSorted()).toEqual([false, true]);
});

describe.each(LANGUAGES)('in the language %s', (lang) => {
  test.each(moved.map((address) => [address.path, address] as const))(
    '%s leads to where the record stands now',
    (path, address) => {
      const page = pageAt(path, lang);
      const now = `${lang}/${presentPath(address, address.to)}`;
      expect(refreshOf(page)).toEqual([`0;url=${site.base}${now}`]);
      expect(canonicalOf(page)).toEqual([`${site.url}${now}`]);
      expect(linksIn(page)).toEqual([`${site.base}${now}`]);
      expect(page.root.querySelector('h1')?.textContent).toContain(address.id);
    },
  );

  test.each(gone.map((address) => [address.path, address] as const))(
    '%s says why nothing stands there, and what does',
    (path, address) => {
      const page = pageAt(path, lang);
      expect(refreshOf(page)).toEqual([]);
      expect(canonicalOf(page)).toEqual([]);
      const successor =
        address.successor === undefined ? [] : [`${site.base}${lang}/${presentPath(address, address.successor)}`];
      const file = `${site.base}records/${PAGED[address.kind]}/${address.id}.yaml`;
      expect(linksIn(page)).toEqual([...successor, file, `${site.base}${lang}/projects/`]);
      const words = textsOf(page.root).map(({ text }) => text);
      for (const note of Object.values(address.tombstone.note ?? {}).slice(0, 1)) expect(words).toContain(note);
    },
  );
});

test('no page, list, index or map of the site names a former address', () => {
  const own = new Set(former.flatMap(({ path }) => LANGUAGES.map((lang) => `${lang}/${path}index.html`)));
  const files = globSync('**/*.{html,xml,json}', { cwd: site.folder }).filter((file) => !own.has(file));
  expect(files.length).toBeGreaterThan(100);
  const naming = files.filter((file) => {
    const text = readFileSync(join(site.folder, file), 'utf8');
    return former.some(({ path }) => text.includes(`/${path}`));
  });
  expect(naming).toEqual([]);
});

test('the feed of a standard goes on at its former address', () => {
  for (const address of moved.filter(({ kind }) => kind === 'standard'))
    for (const lang of LANGUAGES) {
      const feed = (path: string) => readFileSync(join(site.folder, lang, path, 'feed.xml'), 'utf8');
      expect(feed(address.path)).toBe(feed(presentPath(address, address.to)));
    }
});
