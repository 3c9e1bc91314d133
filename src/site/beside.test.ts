import { expect, test } from 'vitest';
import { assembleRegistry } from '../registry/assemble.ts';
import type { Federation } from '../schema/config.ts';
import type { AnyRecord } from '../schema/registry.ts';
import { besideOf } from './beside.ts';

const HERE = 'https://square.example.org/a/';
const source = { id: 'fr', url: 'https://registre.example.org', zones: ['fr'], trust: 'review' } satisfies NonNullable<
  Federation['sources']
>[number];

const project = (id: string, data: object) => {
  const [zone = '', slug = ''] = id.split('/');
  return { kind: 'project', id, zone, slug, file: '', data } as unknown as AnyRecord;
};

function besideEach(records: readonly AnyRecord[]): Record<string, string[]> {
  const { registry } = assembleRegistry([]);
  const beside = besideOf({ ...registry, federation: { schemaVersion: 1, sources: [source] }, records }, HERE);
  return Object.fromEntries(records.map((record) => [record.id, beside(record).map(({ id }) => id)]));
}

test('records of one repository stand beside each other, and others alone', () => {
  const repository = 'https://git.example.org/a/forms.git';
  const records = [
    project('ca/forms', { repository }),
    project('fr/formulaires', { repository: 'https://git.example.org/a/forms' }),
    project('fr/autre', {}),
  ];
  expect(besideEach(records)).toEqual({
    'ca/forms': ['fr/formulaires'],
    'fr/formulaires': ['ca/forms'],
    'fr/autre': [],
  });
});

test('a page of a record names it: one of this site, and one of the copy that writes it', () => {
  const records = [
    project('ca/a', { sameAs: [`${HERE}en/projects/fr/b/`, 'https://registre.example.org/fr/projects/fr/c'] }),
    project('fr/b', {}),
    project('fr/c', {}),
    project('fr/d', { sameAs: ['https://other.example.org/en/projects/fr/b/'] }),
  ];
  expect(besideEach(records)).toEqual({
    'ca/a': ['fr/b', 'fr/c'],
    'fr/b': ['ca/a', 'fr/c'],
    'fr/c': ['ca/a', 'fr/b'],
    'fr/d': [],
  });
});

test('what is said to be something else is not beside it', () => {
  const sameAs = ['https://www.wikidata.org/wiki/Q1'];
  const records = [
    project('ca/a', { sameAs, distinctFrom: ['fr/b'] }),
    project('fr/b', { sameAs }),
    project('fr/c', { sameAs }),
  ];
  expect(besideEach(records)).toEqual({ 'ca/a': ['fr/c'], 'fr/b': ['fr/c'], 'fr/c': ['ca/a', 'fr/b'] });
});
