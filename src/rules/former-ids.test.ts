import { expect, test } from 'vitest';
import { assembleRegistry } from '../registry/assemble.ts';
import { parseAcceptedFile } from '../registry/source-file.ts';
import { formerAddresses } from '../site/former-addresses.ts';
import { formerIdsCount } from './former-ids.ts';
import { identity } from './identity.ts';
import type { Finding } from './rule.ts';

const source = (id: string, zones: string[]) => ({ id, url: `https://${id}.example.org/`, zones, trust: 'review' });
const settings = {
  config: { zones: ['int', 'eu'] },
  federation: {
    sources: [source('ca', ['ca', 'ca-qc']), source('fr', ['fr'])],
    delegations: { fr: source('fr', []).url },
  },
} as unknown as Parameters<typeof formerIdsCount>[0];

test.each([
  ['int', 'ca', true],
  ['int', 'eu', true],
  ['ca', 'ca', true],
  ['ca', 'ca-qc', true],
  ['ca', 'us', true],
  ['ca', 'int', false],
  ['ca', 'fr', false],
  ['fr', 'ca', false],
  ['us', 'int', false],
])('a record of %s has a say over an id of %s: %s', (zone, former, expected) => {
  expect(formerIdsCount(settings)(zone, former)).toBe(expected);
});

test('what another copy claims leads no address of ours elsewhere, and makes no error of our record', () => {
  const office = (more: string) =>
    new TextEncoder().encode(`schemaVersion: 1\nname: Office\ntype: national\nformerIds:\n${more}`);
  const { registry } = assembleRegistry([
    parseAcceptedFile('organizations/ca/office.yaml', office('  - int/old\n  - int/gone\n  - ca/old\n')),
    parseAcceptedFile('organizations/int/office.yaml', office('  - int/old\n')),
  ]);
  const whole = { ...registry, ...settings, config: { ...registry.config, zones: ['int'] } } as typeof registry;
  expect(formerAddresses(whole)).toMatchObject([
    { id: 'ca/old', to: 'ca/office' },
    { id: 'int/old', to: 'int/office' },
  ]);
  const found: unknown[] = [];
  identity.check(whole, (finding: Omit<Finding, 'rule'>) => found.push(finding), { today: '2026-11-23' });
  expect(found).toEqual([]);
});
