import { expect, test } from 'vitest';
import { sha256 } from '../../federation/sha256-node.ts';
import type { Overlay } from '../../schema/overlay.ts';
import type { Registry } from '../../schema/registry.ts';
import { assembleRegistry } from '../assemble.ts';
import { parseSourceFile } from '../source-file.ts';
import { createOverlay, overlayFile } from './overlay.ts';
import { overlayFindings } from './overlay-findings.ts';
import { shownRegistry } from './shown-registry.ts';

const OFFICE = { schemaVersion: 1, name: 'Office', summary: { en: 'Serves' }, type: 'national', country: 'FR' };
const CONFIG = { schemaVersion: 1, id: 'ca', name: { en: 'CA' }, zones: ['ca'], languages: ['en'], dataLicense: 'MIT' };
const FEDERATION = {
  schemaVersion: 1,
  sources: [{ id: 'fr', url: 'https://fr.example.org/', zones: ['fr'], trust: 'review' }],
};

/** A copy that takes `fr/office`, and says this otherwise. */
function copyWith(overlay: Overlay, id = 'fr/office', office: object = OFFICE): Registry {
  const files = {
    'registry.yaml': CONFIG,
    'federation.yaml': FEDERATION,
    [`organizations/${id}.yaml`]: office,
    [overlayFile('organization', id)]: overlay,
  };
  const encode = (value: unknown) => new TextEncoder().encode(`${JSON.stringify(value)}\n`);
  return assembleRegistry(Object.entries(files).map(([file, data]) => parseSourceFile(file, encode(data)))).registry;
}

const findings = (registry: Registry) =>
  overlayFindings(registry, { today: '2026-11-25' }, sha256).map(
    ({ rule, file, path = [] }) => `${rule} ${file} ${path.join('.')}`,
  );
const shownData = (registry: Registry) => shownRegistry(registry).records[0]?.data;
const on = (patch: Overlay['patch']) => createOverlay(OFFICE, patch, sha256);
const FILE = 'overlays/organizations/fr/office.yaml';

test('what this copy says otherwise is shown, and the registry itself stays as others write it', () => {
  const registry = copyWith(on({ summary: { fr: 'Sert' }, website: 'https://office.example.org/' }));
  expect(findings(registry)).toEqual([]);
  expect(shownData(registry)).toMatchObject({ summary: { en: 'Serves', fr: 'Sert' } });
  expect(registry.records[0]?.data).not.toHaveProperty('website');
  expect(shownRegistry({ ...registry, overlays: [] }).records).toBe(registry.records);
});

test.each([
  ['a field that is none', { nonsense: 1 }, 'unknown-field', 'patch.nonsense', false],
  ['an address that is none', { website: 'http://office' }, 'unsafe-url', 'patch.website', false],
  ['a name taken away', { name: null }, 'missing-field', 'patch.name', false],
  ['a tombstone', { state: 'tombstone' }, 'unknown-field', 'patch.state', false],
  ['a country that is none', { country: 'ZQ' }, 'country-code', 'patch.country', true],
  ['a reference to nothing', { parent: 'ca/nobody' }, 'reference-exists', 'patch.parent', true],
] as const)('%s is a fault of the overlay, at its place', (_, patch, rule, path, isShown) => {
  const registry = copyWith(on(patch));
  expect(findings(registry)).toContain(`${rule} ${FILE} ${path}`);
  expect(shownData(registry) === registry.records[0]?.data).toBe(!isShown);
});

test('what is wrong with the record anyway is no fault of the overlay', () => {
  const office = { ...OFFICE, parent: 'fr/nobody' };
  expect(
    findings(copyWith(createOverlay(office, { website: 'https://o.example.org/' }, sha256), 'fr/office', office)),
  ).toEqual([]);
});

test('an overlay that the other copy’s change leaves without a fit is stale, and stops nothing', () => {
  const registry = copyWith(
    createOverlay({ ...OFFICE, website: 'https://old.example.org/' }, { website: 'x' }, sha256),
  );
  expect(findings(registry)).toEqual([`overlay-stale ${FILE} patch.website`]);
  expect(shownData(registry)).not.toHaveProperty('website');
});

test('an own record is corrected, not overlaid', () => {
  const registry = copyWith(on({ name: 'Other' }), 'ca/office');
  expect(shownData(registry)).toHaveProperty('name', 'Office');
});
