import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { loadRegistry } from '../registry/load-fs.ts';
import type { Registry } from '../schema/registry.ts';
import { cardOf } from './card.ts';
import { copiesOf, delegationsOf } from './copies.ts';
import { extensionValues } from './extension-values.ts';
import { makeSite, type Site } from './make-site.ts';
import { originOfRecord } from './origin.ts';
import { overlayFacts } from './overlay-facts.ts';
import { correctUrl } from './record-links.ts';
import { searchEntries } from './search-input.ts';

/** Takes records of Morocco from a neighbour, and says one of them otherwise. */
const { registry } = loadRegistry(fileURLToPath(new URL('../e2e/fixtures/arabic-copy', import.meta.url)));
let site: Site;

const siteOf = (of: Registry) => {
  vi.stubEnv('SOURCE_DATE', '2026-11-23');
  const made = makeSite(of);
  vi.unstubAllEnvs();
  return made;
};
const project = (id: string, from = site) => from.graph.project(id) ?? expect.fail(id);

/** What the fixture's overlay was written on, which is what the neighbour still says. */
const STATUS = registry.overlays[0]?.data.base['/status'] ?? '';
const overlaid = (patch: Registry['overlays'][number]['data']['patch'], base: Readonly<Record<string, string>>) =>
  siteOf({
    ...registry,
    overlays: registry.overlays.map((each) => ({ ...each, data: { schemaVersion: 1, patch, base } })),
  });

beforeAll(() => {
  site = siteOf(registry);
});

describe('a record of another copy', () => {
  test('says who writes it and of when it is; one of this copy does not', () => {
    expect(originOfRecord(project('ma/shared-login'), 'fr', site)).toMatchObject({
      name: { text: 'Place des voisins', lang: undefined },
      url: 'https://square.neighbour.example/',
      asOf: '2026-11-20',
    });
    expect(originOfRecord(project('jo/forms'), 'fr', site)).toBeUndefined();
  });

  test('is corrected where it is written: in its form, or on its site where that is all that is known', () => {
    const record = project('ma/shared-login');
    const form = 'https://square.neighbour.example/fr/contribute/?correct=project:ma/shared-login';
    expect(correctUrl(record, 'ar', site)).toBe(form);
    expect(correctUrl(record, 'ar', siteOf({ ...registry, locks: [] }))).toBe('https://square.neighbour.example/');
    expect(correctUrl(project('jo/forms'), 'ar', site)).toContain('/ar/contribute/?correct=project:jo/forms');
  });

  test('is shown as this copy says it, with what its writer says beside it', () => {
    expect(project('ma/shared-login').data.status).toBe('stable');
    const { file, fields } = overlayFacts(project('ma/shared-login'), 'en', site) ?? expect.fail('no overlay');
    expect(file).toBe('overlays/projects/ma/shared-login.yaml');
    expect(fields.find(({ field }) => field === 'Status')).toMatchObject({ before: 'Beta', after: 'Stable' });
    expect(fields.find(({ field }) => field === 'Tags')).toEqual({
      field: 'Tags',
      before: 'connexion',
      kind: 'removed',
      isStale: false,
      isSame: false,
    });
    expect(overlayFacts(project('ma/second-login'), 'en', site)).toBeUndefined();
  });

  test('tells which of it the other copy has changed since, and what it says now', () => {
    const { fields, isApplied } = overlayFacts(project('ma/shared-login'), 'fr', site) ?? expect.fail('no overlay');
    expect(isApplied).toBe(true);
    expect(fields.filter(({ isStale }) => isStale)).toEqual([
      expect.objectContaining({
        before: 'https://connexion.agence-voisine.example/',
        after: 'https://connexion.agence-voisine.example/ar/',
        isSame: false,
      }),
    ]);
  });

  test('tells also where the other copy says by now what is said here', () => {
    const same = overlaid({ status: 'beta' }, { '/status': 'absent' });
    expect(overlayFacts(project('ma/shared-login', same), 'en', same)?.fields).toEqual([
      { field: 'Status', kind: 'changed', before: 'Beta', after: 'Beta', isStale: true, isSame: true },
    ]);
  });

  test('marks a list by its items, and nothing beside what is old', () => {
    const old = overlaid({ tags: ['login'], status: 'stable' }, { '/tags': 'absent', '/status': STATUS });
    const { fields } = overlayFacts(project('ma/shared-login', old), 'en', old) ?? expect.fail('no overlay');
    expect(fields.map(({ field, isStale }) => [field, isStale])).toEqual([
      ['Status', false],
      ['Tags', true],
      ['Tags', true],
    ]);
  });

  test('is shown as it is written, and says so, where what is said here no longer fits it', () => {
    const unfit = overlaid({ status: 'unheard-of' }, { '/status': STATUS });
    expect(project('ma/shared-login', unfit).data.status).toBe('beta');
    expect(overlayFacts(project('ma/shared-login', unfit), 'en', unfit)).toMatchObject({
      isApplied: false,
      fields: [{ field: 'Status', before: 'Beta', after: 'unheard-of', isStale: false }],
    });
  });

  test('has no new history by what this copy says otherwise', () => {
    const [added, ...more] = site.changes.of(project('ma/shared-login'));
    expect([added?.what, more]).toEqual(['added', []]);
    expect(site.changes.all).toEqual(
      siteOf({ ...registry, overlays: [] }).changes.all.map((change) =>
        expect.objectContaining({ what: change.what, id: change.id }),
      ),
    );
  });

  test('shows and filters by fields of this copy only where it says what they take', () => {
    expect(extensionValues(project('ma/shared-login'), 'en', site)).toEqual([]);
    const facets = (id: string) => searchEntries(site).find((entry) => entry.id === id)?.facets ?? {};
    expect(facets('ma/shared-login')['jo.tier']).toEqual([]);
    expect(facets('jo/unified-login')).toMatchObject({
      'jo.tier': ['first'],
      'jo.certified': ['yes'],
      'jo.governorates': ['north', 'south'],
    });
  });
});

test('a card says which other zones list the same thing', () => {
  expect(cardOf(project('jo/unified-login'), 'en', site).alsoIn).toBe('Also listed by: Morocco');
  expect(cardOf(project('jo/forms'), 'en', site)).not.toHaveProperty('alsoIn');
});

test('each source tells its age, what is not taken and why, and what is gone there', () => {
  const [copy, ...others] = copiesOf('en', site);
  expect(others).toEqual([]);
  expect(copy).toMatchObject({
    records: 3,
    snapshot: { sequence: 41, asOf: '2026-11-20' },
    leftOut: [
      { reason: 'newer-schema', keys: ['project:ma/from-the-future'] },
      { reason: 'rule:unsafe-url', keys: ['project:ma/unsafe'] },
      { reason: 'unknown-kind', keys: ['event:ma/fair'] },
    ],
    absent: [
      { key: 'organization:ma/agency-of-neighbours', since: '2026-08-01', isLong: true },
      { key: 'project:ma/second-login', since: '2026-11-20', isLong: false },
    ],
  });
  expect(copy?.overlays.map(({ id }) => id)).toEqual(['ma/shared-login']);
});

test('a zone that is given away names its copy, also where nothing is taken from it', () => {
  expect(delegationsOf('en', site).map(({ zone, writer, records }) => [zone, writer.name.text, records])).toEqual([
    ['eu', 'square.union.example', 0],
    ['ma', 'ساحة الجيران', 3],
  ]);
});
