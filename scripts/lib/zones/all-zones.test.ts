import { expect, test } from 'vitest';
import { sha256 } from '../../../src/federation/sha256-node.ts';
import { temporaryRegistry } from '../../../src/registry/fixtures/temporary-registry-fs.ts';
import { loadRegistry } from '../../../src/registry/load-fs.ts';
import { planDelegation } from '../../../src/setup/zones/plan-delegation.ts';
import { planTakeBack } from '../../../src/setup/zones/plan-take-back.ts';
import { ownRegistry } from '../sync/own-registry.ts';
import { writeRecords } from '../write-records.ts';
import { readZoneState } from './read-state.ts';

const TERMS = 'schemaVersion: 1\nid: functions\nterms:\n  moose-counting:\n    label:\n      en: Moose counting\n';
const WORLD = 'https://world.example.org/';

/** A copy of ca and ca-qc that takes all other zones from one source. */
function copy() {
  const root = temporaryRegistry({
    'registry.yaml':
      'schemaVersion: 1\nid: ca\nname:\n  en: Canada\nzones: [ca, ca-qc]\nlanguages: [en]\ndataLicense: CC0-1.0\n',
    'federation.yaml': `schemaVersion: 1\nsources:\n  - id: world\n    url: ${WORLD}\n    zones: "*"\n    trust: review\n`,
    'vocabularies/functions.ca-qc.yaml': TERMS,
  });
  return { root, shown: 'registry', isDefault: false };
}

function change(folder: ReturnType<typeof copy>, zones: readonly string[], url?: string, moves = false) {
  const state = readZoneState(folder, loadRegistry(folder.root), zones);
  const plan =
    url === undefined ? planTakeBack(state, { zones }, sha256) : planDelegation(state, { zones, url, moves }, sha256);
  if (!('problem' in plan)) writeRecords(folder.root, plan.files);
  return plan;
}

test('a zone goes to the source of all zones and comes back from it, its words with it', () => {
  const folder = copy();
  expect(change(folder, ['ca-qc'], WORLD)).toMatchObject({
    source: { id: 'world', zones: '*' },
    counts: { records: 1 },
  });
  expect(ownRegistry(folder)).toMatchObject({
    zones: ['ca'],
    delegations: { 'ca-qc': WORLD },
    sources: [{ zones: '*' }],
  });
  expect(change(folder, ['ca-qc'])).toMatchObject({ counts: { records: 1 }, from: [{ source: { id: 'world' } }] });
  expect(ownRegistry(folder)).toMatchObject({ zones: ['ca', 'ca-qc'], delegations: {}, sources: [{ zones: '*' }] });
});

test('a zone of the source of all zones moves to a copy of its own, and is adopted', () => {
  const folder = copy();
  expect(change(folder, ['int'], 'https://int.example.org/')).toEqual({
    problem: 'elsewhere',
    zone: 'int',
    found: [WORLD],
  });
  expect(change(folder, ['int'], 'https://int.example.org/', true)).toMatchObject({ moved: ['int'] });
  expect(ownRegistry(folder).sources).toMatchObject([
    { id: 'world', zones: '*' },
    { id: 'int', zones: ['int'] },
  ]);
  expect(change(folder, ['int'])).toMatchObject({ from: [{ source: { id: 'int' } }] });
  expect(ownRegistry(folder)).toMatchObject({ zones: ['ca', 'ca-qc', 'int'], sources: [{ zones: '*' }] });
});
