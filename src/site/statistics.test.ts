import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { loadRegistry } from '../registry/load-fs.ts';
import { makeSite, type Site } from './make-site.ts';
import { SUBREGIONS, subregionOf } from './regions.ts';
import { type StatisticsTable, statisticsOf } from './statistics.ts';
import { statisticsCsv } from './statistics-csv.ts';
import { statisticsLabel } from './statistics-words.ts';

const root = fileURLToPath(new URL('../e2e/fixtures/arabic-copy', import.meta.url));
let site: Site;
let tables: StatisticsTable[];

beforeAll(() => {
  vi.stubEnv('SOURCE_DATE', '2026-11-23');
  site = makeSite(loadRegistry(root).registry);
  tables = statisticsOf(site);
  vi.unstubAllEnvs();
});

const table = (id: StatisticsTable['id']) => tables.find((candidate) => candidate.id === id) ?? expect.fail(id);
const counts = (id: StatisticsTable['id']) =>
  Object.fromEntries(table(id).rows.map(({ value, count }) => [value, count]));

describe('the statistics of the test copy', () => {
  test('count records, and projects by what they say', () => {
    const { projects } = site.graph;
    expect(counts('kinds')).toMatchObject({ project: projects.length, notice: 2, note: 1 });
    expect(table('kinds').total).toBe(site.registry.records.length);
    const licensed = projects.filter(({ data }) => data.license !== undefined).length;
    expect(counts('completeness')['license']).toBe(licensed);
    expect(counts('licenses')['not-stated']).toBe(projects.length - licensed);
    expect(Object.values(counts('freshness')).reduce((sum, count) => sum + count)).toBe(projects.length);
    expect(Object.values(counts('regions')).reduce((sum, count) => sum + count)).toBe(projects.length);
    expect(counts('ended')['ended']).toBe(projects.filter(({ data }) => data.ended !== undefined).length);
  });

  test('count the fields that the copy adds, of what they take only', () => {
    expect(counts('jo.tier')).toEqual({ first: 1, 'not-stated': site.graph.projects.length - 1 });
    expect(counts('jo.certified')['yes']).toBe(1);
  });

  test('show gaps: regions without a project, languages of the interface first', () => {
    expect(table('regions').rows.filter(({ count }) => count === 0).length).toBeGreaterThan(15);
    expect(
      table('translations')
        .rows.slice(0, 3)
        .map(({ value }) => value),
    ).toEqual(['ar', 'en', 'fr']);
  });

  test('tell a use that is confirmed from one that only was', () => {
    const all = site.graph.organizations.flatMap(({ data }) => data.uses ?? []);
    const { confirmed = 0, evidence = 0, neither = 0 } = counts('uses');
    expect(confirmed).toBe(all.filter((use) => (use.confirmed ?? '') >= '2024-11-24').length);
    expect(evidence).toBe(all.filter((use) => use.evidence !== undefined).length);
    expect(neither).toBeGreaterThan(0);
    expect(Math.max(confirmed, evidence) + neither).toBeLessThanOrEqual(all.length);
  });

  test('name every row in every language of the interface, with no share above the whole', () => {
    for (const lang of site.languages)
      for (const one of tables)
        for (const row of one.rows) {
          expect(statisticsLabel(one, row, lang, site).text.text.trim()).not.toBe('');
          expect(row.count).toBeLessThanOrEqual(one.total);
        }
  });

  test('are a CSV table with a line for every row', () => {
    const lines = statisticsCsv('en', site).trimEnd().split('\n');
    expect(lines[0]).toBe('table,value,label,count,total');
    expect(lines).toHaveLength(1 + tables.flatMap(({ rows }) => rows).length);
    expect(lines).toContain(`kinds,project,Project,${site.graph.projects.length},${site.registry.records.length}`);
  });
});

test('regions are the 22 of UN M49, and every country of it is in one', () => {
  expect(SUBREGIONS.size).toBe(22);
  expect(['GB', 'JE', 'BR', 'JO', 'FJ', 'TW'].map(subregionOf)).toEqual(['154', '154', '005', '145', '054', undefined]);
  expect([...SUBREGIONS.values()].reduce((sum, count) => sum + count)).toBeGreaterThan(240);
});
