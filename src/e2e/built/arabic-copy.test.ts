import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ruleStrings, schemaStrings } from '../../i18n/schema-strings.ts';
import { issuesOf, loadRegistry } from '../../registry/load-fs.ts';
import { phraseStrings } from '../../rules/phrases.ts';
import { type FieldPath, fieldsOf, visitValues } from '../../schema/field-meta.ts';
import { SCHEMAS } from '../../schema/schemas.ts';
import { BUILD_DAY } from '../support/test-sites.ts';
import { attribute, builtSite, pagesOf, textsOf } from './pages.ts';

const root = builtSite('arabic').registry ?? '';
const loaded = loadRegistry(root);
const { records, tombstones, config, federation, reviewers, strings } = loaded.registry;

test('nothing is wrong with the fixture but what the page of data quality is to show', () => {
  const faults = issuesOf(loaded, BUILD_DAY).filter(({ severity }) => severity !== 'info');
  expect(faults.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
    'personal-address organizations/jo-am/municipality-of-examples.yaml',
    'unverified organizations/jo-am/municipality-of-examples.yaml',
    'overlay-stale overlays/projects/ma/shared-login.yaml',
    'unverified projects/jo/sms-gateway.yaml',
  ]);
});

test('some record of the fixture fills every field of every schema', () => {
  const vocabularies = readdirSync(join(root, 'vocabularies')).map((file) =>
    parse(readFileSync(join(root, 'vocabularies', file), 'utf8')),
  );
  const dataOf = (name: string): readonly unknown[] => {
    const files: Readonly<Record<string, readonly unknown[]>> = {
      tombstone: tombstones.map(({ data }) => data),
      registry: [config],
      federation: [federation],
      reviewers: [reviewers],
      vocabulary: vocabularies,
    };
    return files[name] ?? records.filter(({ kind }) => kind === name).map(({ data }) => data);
  };
  const isFilled = (name: string, path: FieldPath) => {
    let filled = false;
    for (const data of dataOf(name)) visitValues(data, path, () => (filled = true));
    return filled;
  };
  const empty = Object.entries(SCHEMAS).flatMap(([name, schema]) =>
    fieldsOf(schema)
      // A copy that has ended says so on every page, and this one has not.
      .filter(({ path }) => name !== 'registry' || path[0] !== 'ended')
      .filter(({ path }) => !isFilled(name, path))
      .map(({ path }) => `${name}: ${path.join('.')}`),
  );
  expect(empty).toEqual([]);
});

test('the Arabic of the data model and the rules has no key that is gone', () => {
  const known = { ...schemaStrings(), ...ruleStrings(), ...phraseStrings() };
  const own = Object.keys((strings['ar'] ?? {}) as object).filter((key) => /^(?:schema|rule|phrase)\./.test(key));
  expect(own.length).toBeGreaterThan(800);
  expect(own.filter((key) => !(key in known))).toEqual([]);
});

test('the page of a project shows the fields that the copy adds, of every type', async () => {
  const page = (await pagesOf('arabic')).find(({ file }) => file === 'ar/projects/jo/unified-login/index.html');
  const words = textsOf(page?.root ?? expect.fail('no page')).map(({ text }) => text);
  const labels = Object.values(config.extensions ?? {}).flatMap((fields) =>
    fields.map(({ label }) => label['ar'] ?? ''),
  );
  expect(labels.length).toBe(7);
  expect(labels.filter((label) => !words.includes(label))).toEqual([]);
  for (const value of ['م-100', 'الأولى', 'محافظة الشمال']) expect(words).toContain(value);
});

test('a term and a word that the copy adds are its own', async () => {
  const page = (await pagesOf('arabic')).find(({ file }) => file === 'ar/browse/function/water-meters/index.html');
  expect(page?.root.querySelector('h1')?.textContent).toContain('عدادات المياه');
});

test('a record of another copy is shown with what is said otherwise here; its file and what is published are as it was written', async () => {
  const page = (await pagesOf('arabic')).find(({ file }) => file === 'ar/projects/ma/shared-login/index.html');
  const html = page?.root ?? expect.fail('no page');
  expect(html.querySelector('h1')?.textContent).toContain('دخول الجيران');
  const links = html.querySelectorAll('a').map((link) => attribute(link, 'href'));
  expect(links).toContain('https://square.neighbour.example/fr/contribute/?correct=project:ma/shared-login');
  // Its website was changed there since.
  expect(links).toContain('#overlay');
  expect(html.querySelector('.overlay-table')?.textContent.match(/تغيّر هناك بعد ذلك/g)?.length).toBe(1);
  const published = join(builtSite('arabic').folder, 'records/projects/ma/shared-login.yaml');
  expect(readFileSync(published)).toEqual(readFileSync(`${root}/projects/ma/shared-login.yaml`));
});

test('the search has the fields that the copy adds as facets, and none that no project states', async () => {
  const page = (await pagesOf('arabic')).find(({ file }) => file === 'en/projects/index.html');
  const facets = page?.root.querySelectorAll('[data-facet]').map((facet) => attribute(facet, 'data-facet-name'));
  expect(facets?.slice(-3)).toEqual(['Certified', 'Tier', 'Governorates']);
});

test('the fields that the copy adds are browsed without JavaScript, each value with its feed', async () => {
  const pages = await pagesOf('arabic');
  const pageAt = (file: string) => pages.find((page) => page.file === file)?.root ?? expect.fail(file);
  const linksOf = (file: string) =>
    pageAt(file)
      .querySelectorAll('main a')
      .map((link) => attribute(link, 'href'));
  const address = '/copies/arabic/ar/browse/jo.tier/first/';
  expect(linksOf('ar/browse/index.html')).toContain(address);
  expect(linksOf('ar/projects/jo/unified-login/index.html')).toContain(address);
  const list = 'ar/browse/jo.tier/first';
  expect(pageAt(`${list}/index.html`).querySelector('h1')?.textContent).toMatch(/الفئة: الأولى/);
  expect(linksOf(`${list}/index.html`)).toContain('/copies/arabic/ar/projects/jo/unified-login/');
  expect(readFileSync(join(builtSite('arabic').folder, list, 'feed.xml'), 'utf8')).toMatch(
    /<title>.*الفئة.*الأولى.*<\/title>/,
  );
});
