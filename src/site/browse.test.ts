import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { loadRegistry } from '../registry/load-fs.ts';
import { browseFacets, browseValues } from './browse.ts';
import { extensionValues } from './extension-values.ts';
import { FACETS, facetName } from './facets.ts';
import { makeSite, type Site } from './make-site.ts';

/** Declares fields of all types; one of its projects fills them. */
const { registry } = loadRegistry(fileURLToPath(new URL('../e2e/fixtures/arabic-copy', import.meta.url)));
const DECLARED = registry.config.extensions?.['jo'] ?? [];
let site: Site;

beforeAll(() => {
  vi.stubEnv('SOURCE_DATE', '2026-11-23');
  site = makeSite(registry);
  vi.unstubAllEnvs();
});

const facet = (id: string, from = site) => browseFacets(from).find((candidate) => candidate.id === id);
const own = (from = site) => browseFacets(from).flatMap(({ id }) => (id.includes('.') ? [id] : []));

describe('the fields that a copy adds', () => {
  test('are browsed where they have values to choose from, behind those of every copy', () => {
    expect(own()).toEqual(['jo.certified', 'jo.tier', 'jo.governorates']);
    expect(browseFacets(site).map(({ id }) => id)).toEqual([
      ...['function', 'status', 'license', 'language'],
      ...own(),
    ]);
  });

  test('are called in the language of the page, at addresses that are the same in all', () => {
    const tier = facet('jo.tier') ?? expect.fail('no facet');
    expect(facetName(tier, 'ar', site)).toEqual({ text: 'الفئة', lang: undefined });
    // Their labels are in no French.
    expect(facetName(tier, 'fr', site)).toEqual({ text: 'الفئة', lang: 'ar' });
    for (const lang of ['ar', 'en'])
      expect(browseValues(tier, lang, site)).toEqual([
        expect.objectContaining({ value: 'first', label: lang === 'ar' ? 'الأولى' : 'First', labelLang: undefined }),
      ]);
    expect(tier.page?.('first')).toBe('browse/jo.tier/first/');
  });

  test('lead from the page of a project to a page that lists it', () => {
    const project = site.graph.project('jo/unified-login') ?? expect.fail('no project');
    const links = extensionValues(project, 'en', site).flatMap(({ texts }) =>
      texts.flatMap(({ href = '' }) => /browse\/.*/.exec(href) ?? []),
    );
    const pages = own().flatMap((id) =>
      browseValues(facet(id) ?? expect.fail(id), 'en', site).flatMap(({ value, projects }) =>
        projects.includes(project) ? [`browse/${id}/${value}/`] : [],
      ),
    );
    expect(links).toEqual(expect.arrayContaining(['browse/jo.certified/yes/', 'browse/jo.governorates/north/']));
    expect(links.toSorted()).toEqual(pages.toSorted());
  });

  test('take no name of a facet that all copies have, whatever they are called', () => {
    const names = FACETS.map(({ id }) => id);
    const fields = names.map((key) => ({ ...DECLARED.find(({ type }) => type === 'boolean'), key }) as never);
    const [project] = registry.records.filter(({ kind }) => kind === 'project');
    const extensions = { jo: Object.fromEntries(names.map((key) => [key, true])) };
    const records = [{ ...project, data: { ...project?.data, extensions } } as never];
    vi.stubEnv('SOURCE_DATE', '2026-11-23');
    const made = makeSite({ ...registry, config: { ...registry.config, extensions: { jo: fields } }, records });
    vi.unstubAllEnvs();
    expect(own(made)).toEqual(names.map((name) => `jo.${name}`));
  });

  test('that no project states have no pages', () => {
    vi.stubEnv('SOURCE_DATE', '2026-11-23');
    const records = registry.records.filter(({ id }) => id !== 'jo/unified-login');
    expect(own(makeSite({ ...registry, records }))).toEqual([]);
    vi.unstubAllEnvs();
  });
});
