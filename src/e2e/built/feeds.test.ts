import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileAt } from './addresses.ts';
import { attribute, builtSite, pagesOf } from './pages.ts';
import { formerPaths, isFormerPage } from './registries.ts';
import { parseXml, type XmlElement } from './xml.ts';

const ATOM = 'http://www.w3.org/2005/Atom';
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

const child = (element: XmlElement, name: string) => element.children.find((one) => one.name === name);
const children = (element: XmlElement, name: string) => element.children.filter((one) => one.name === name);

describe.each(['main', 'arabic', 'empty', 'bare'])('the site “%s”', async (name) => {
  const site = builtSite(name);
  const pages = await pagesOf(name);
  const read = (file: string) => parseXml(readFileSync(join(site.folder, file), 'utf8'));
  const isFormer = isFormerPage(name);
  const former = new Set(formerPaths(name).map((path) => `${path}feed.xml`));
  // At a former address stands the feed of the present one: former.test.ts looks at it.
  const feeds = globSync('**/feed.xml', { cwd: site.folder })
    .filter((file) => !former.has(file.replace(/^[^/]+\//, '')))
    .toSorted();
  const leadsNowhere = (address = '') => !URL.canParse(address) || fileAt(site, new URL(address)) === undefined;

  test('has feeds that Atom readers take', () => {
    expect(feeds.length).toBeGreaterThan(1);
    const faults = feeds.flatMap((file) => {
      const feed = read(file);
      const entries = children(feed, 'entry');
      const self = children(feed, 'link').find(({ attributes }) => attributes['rel'] === 'self')?.attributes['href'];
      const broken = [feed, ...entries].flatMap((element) => [
        ...['id', 'title'].filter((part) => !child(element, part)?.text.trim()),
        ...(RFC_3339.test(child(element, 'updated')?.text ?? '') ? [] : ['updated']),
        ...(URL.canParse(child(element, 'id')?.text ?? '') ? [] : ['id is no address']),
      ]);
      const ids = entries.map((entry) => child(entry, 'id')?.text);
      return [
        ...(feed.name === 'feed' && feed.namespace === ATOM ? [] : [`root ${feed.name}`]),
        ...broken,
        ...(child(feed, 'author') ? [] : ['author']),
        ...(new Set(ids).size === ids.length ? [] : ['an id twice']),
        ...(self === `${site.url}${file}` ? [] : [`self is ${self}`]),
        ...entries.map((entry) => child(entry, 'link')?.attributes['href']).filter(leadsNowhere),
      ].map((fault) => `${file}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  test('links every feed from a page', () => {
    const linked = pages.flatMap(({ root, url }) =>
      root
        .querySelectorAll('link[type="application/atom+xml"]')
        .map((link) => new URL(attribute(link, 'href') ?? '', url).href.slice(site.url.length)),
    );
    expect([...new Set(linked)].toSorted()).toEqual(feeds);
  });

  test('has a sitemap of every page that asks to be listed, with its translations', () => {
    const index = read('sitemap-index.xml');
    const maps = children(index, 'sitemap').map((entry) => child(entry, 'loc')?.text ?? '');
    expect(maps.length).toBeGreaterThan(0);
    const entries = maps.flatMap((address) => children(read(address.slice(site.url.length)), 'url'));
    const listed = entries.map((entry) => child(entry, 'loc')?.text ?? '');
    const wanted = pages.filter((page) => page.lang !== undefined && !isFormer(page)).map(({ url }) => url);
    expect(listed.filter((address) => address !== site.url).toSorted()).toEqual(wanted.toSorted());
    const alternates = entries.flatMap((entry) => children(entry, 'link').map(({ attributes }) => attributes['href']));
    expect(alternates.length).toBeGreaterThan(wanted.length);
    expect(alternates.filter(leadsNowhere)).toEqual([]);
  });
});
