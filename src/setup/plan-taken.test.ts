import { expect, test } from 'vitest';
import { parseLock } from '../federation/lock.ts';
import { sha256 } from '../federation/sha256-node.ts';
import { assembleRegistry } from '../registry/assemble.ts';
import { parseSourceFile } from '../registry/source-file.ts';
import { planTaken, sharedVocabularies } from './plan-taken.ts';

const source = (id: string, zones: string) =>
  `  - {id: ${id}, url: https://${id}.example.org/, zones: ${zones}, trust: review}\n`;
const list = (term: string) => `schemaVersion: 1\nid: functions\nterms: {${term}: {label: {en: A term}}}\n`;
const office = 'schemaVersion: 1\nname: Office\ntype: national\n';
const FILES: Readonly<Record<string, string>> = {
  'registry.yaml': 'schemaVersion: 1\nid: ca\nname: {en: Ours}\nzones: [ca]\nlanguages: [en]\ndataLicense: CC0-1.0\n',
  'federation.yaml': `schemaVersion: 1\nsources:\n${source('all', '"*"')}${source('fr', '[fr]')}`,
  'organizations/ca/office.yaml': office,
  'organizations/fr/office.yaml': office,
  'organizations/no/office.yaml': office,
  'projects/no/old.yaml': 'schemaVersion: 1\nstate: tombstone\nreason: withdrawn\n',
  'vocabularies/functions.yaml': list('forms'),
  'vocabularies/functions.ca.yaml': list('ours'),
  'vocabularies/functions.fr.yaml': list('theirs'),
};

function planned(files: Readonly<Record<string, string>>) {
  const sources = Object.entries(files).map(([file, text]) => parseSourceFile(file, new TextEncoder().encode(text)));
  return planTaken(assembleRegistry(sources).registry, (file) => files[file], sha256);
}

const keysOf = (text = '') => {
  const { records = {}, tombstones = {} } = parseLock(text) ?? {};
  return [...Object.keys(records), ...Object.keys(tombstones)];
};

test('each source has a lock that begins with what stands here of its zones, and a lock that is there stays', () => {
  const plan = planned(FILES);
  expect([...plan.keys()]).toEqual(['federation.lock/all.json', 'federation.lock/fr.json']);
  expect(keysOf(plan.get('federation.lock/all.json'))).toEqual([
    'organization:no/office',
    'vocabulary:int/functions',
    'project:no/old',
  ]);
  expect(keysOf(plan.get('federation.lock/fr.json'))).toEqual([
    'organization:fr/office',
    'vocabulary-addition:fr/functions',
  ]);
  const locks = Object.fromEntries([...plan].map(([file, text]) => [file, text ?? '']));
  expect(planned({ ...FILES, ...locks })).toEqual(new Map());
  expect(planned({ ...FILES, 'federation.lock/fr.json': 'no lock', 'federation.lock/all.json': '{}' })).toEqual(
    new Map(),
  );
});

test('words for records that nobody takes any more go; those that all share stay', () => {
  const plan = planned({ ...FILES, 'federation.yaml': 'schemaVersion: 1\n' });
  expect([...plan]).toEqual([['vocabularies/functions.fr.yaml', undefined]]);
});

test('a folder without vocabularies is given the shared ones', () => {
  const read = (files: Readonly<Record<string, string>>) =>
    assembleRegistry(Object.entries(files).map(([file, text]) => parseSourceFile(file, new TextEncoder().encode(text))))
      .registry;
  const shipped = read(FILES);
  const shared = [['vocabularies/functions.yaml', FILES['vocabularies/functions.yaml']]];
  expect([...sharedVocabularies(read({}), shipped, (file) => FILES[file])]).toEqual(shared);
  expect(sharedVocabularies(shipped, shipped, (file) => FILES[file]).size).toBe(0);
});
