import { expect, test } from 'vitest';
import type { AnyRecord, Registry } from '../schema/registry.ts';
import { DEFAULT_CONFIG } from './assemble.ts';
import { buildGraph } from './graph.ts';

function record(kind: string, id: string, data: object): AnyRecord {
  const [zone = '', slug = ''] = id.split('/');
  return { kind, id, zone, slug, file: `${kind}s/${id}.yaml`, data } as unknown as AnyRecord;
}
const project = (id: string, data: object) => record('project', id, { functions: ['forms'], owner: 'ca/a', ...data });

const FUNDING = [
  { funder: 'B', model: 'grant', programme: 'fr/f' },
  { funder: 'C', model: 'budget' },
];

const records = [
  project('ca/x', { standards: [{ standard: 'int/s', role: 'implements' }], partners: [{ organization: 'fr/b' }] }),
  project('fr/y', { owner: 'fr/b', basedOn: ['ca/x'], functions: ['forms', 'payments'], funding: FUNDING }),
  project('fr/z', { owner: 'int/c', functions: ['payments'] }),
  record('organization', 'ca/a', { country: 'CA', uses: [{ project: 'fr/y', confirmed: '2026-01-01' }] }),
  record('organization', 'fr/b', {
    country: 'FR',
    parent: 'ca/a',
    endorses: [{ standard: 'int/s', status: 'mandatory' }],
  }),
  record('organization', 'int/c', { supplies: [{ project: 'ca/x', services: ['hosting'] }] }),
  record('standard', 'int/s', {}),
  record('funding', 'fr/f', { funderOrganization: 'fr/b' }),
];
const registry: Registry = {
  config: DEFAULT_CONFIG,
  federation: { schemaVersion: 1 },
  reviewers: { schemaVersion: 1 },
  vocabularies: {},
  vocabularyFiles: [],
  edited: [],
  strings: {},
  records,
  changes: { events: [] },
  drafts: [],
  tombstones: [],
  overlays: [],
  locks: [],
  known: new Set(),
};
const graph = buildGraph(registry);
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);

test('what one record says of another is found from the other side', () => {
  expect(ids(graph.ownedBy('fr/b'))).toEqual(['fr/y']);
  expect(ids(graph.partneredBy('fr/b'))).toEqual(['ca/x']);
  expect(ids(graph.partsOf('ca/a'))).toEqual(['fr/b']);
  expect(graph.usesOf('fr/y').map(({ organization }) => organization.id)).toEqual(['ca/a']);
  expect(graph.suppliersOf('ca/x').map(({ organization }) => organization.id)).toEqual(['int/c']);
  expect(graph.endorsementsOf('int/s').map(({ organization }) => organization.id)).toEqual(['fr/b']);
  expect(graph.projectsWith('int/s').map(({ project: { id } }) => id)).toEqual(['ca/x']);
  expect(ids(graph.basedOn('ca/x'))).toEqual(['fr/y']);
  expect(ids(graph.programmesOf('fr/b'))).toEqual(['fr/f']);
  expect(graph.fundedBy('fr/f')).toMatchObject([{ project: { id: 'fr/y' }, funding: { funder: 'B' } }]);
  expect(graph.usesOf('ca/x')).toEqual([]);
});

test('a project has the country of its owner, or none', () => {
  const country = (id: string) => graph.countryOf(graph.project(id) as NonNullable<ReturnType<typeof graph.project>>);
  expect(country('ca/x')).toBe('CA');
  expect(country('fr/z')).toBeUndefined();
});

test('similar projects share functions, the one with most in common first, never itself', () => {
  const [, y] = graph.projects;
  expect(y && ids(graph.similarTo(y))).toEqual(['ca/x', 'fr/z']);
});
