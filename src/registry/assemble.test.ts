import { expect, test } from 'vitest';
import { zoneAuthority } from '../rules/zone-authority.ts';
import { assembleRegistry } from './assemble.ts';
import { parseSourceFile } from './source-file.ts';

const CONFIG = 'schemaVersion: 1\nid: ca\nname: {en: Registry}\nzones: [ca]\nlanguages: [en]\ndataLicense: CC0-1.0\n';
const OFFICE = 'schemaVersion: 1\nname: Office\ntype: national\ncountry: FR\nsummary: {en: Serves}\n';

/** How many records the registry says are of no zone of its own. */
function strangers(federation: Record<string, string>): number {
  const files = { 'registry.yaml': CONFIG, ...federation, 'organizations/fr/office.yaml': OFFICE };
  const sources = Object.entries(files).map(([file, text]) => parseSourceFile(file, new TextEncoder().encode(text)));
  const found: unknown[] = [];
  zoneAuthority.check(assembleRegistry(sources).registry, (finding) => found.push(finding), { today: '2026-11-25' });
  return found.length;
}

test('a fault in federation.yaml is told once, and not at each record that is taken', () => {
  const source = (url: string) =>
    `schemaVersion: 1\nsources: [{id: world, url: "${url}", zones: "*", trust: review}]\n`;
  expect(strangers({})).toBe(1);
  expect(strangers({ 'federation.yaml': 'schemaVersion: 1\n' })).toBe(1);
  expect(strangers({ 'federation.yaml': source('https://world.example.org/') })).toBe(0);
  expect(strangers({ 'federation.yaml': source('http://world.example.org/') })).toBe(0);
});
