import { expect, test } from 'vitest';
import type { Federation } from '../schema/config.ts';
import { isTakenZone, takesZone } from './taken-zones.ts';

const source = (id: string, zones: '*' | string[]) => ({
  id,
  url: `https://${id}.example.org/`,
  zones,
  trust: 'review' as const,
});
const [ALL, FR] = [source('all', '*'), source('fr', ['fr', 'ca-qc'])];
const TAKING: Federation = {
  schemaVersion: 1,
  delegations: { 'ca-on': 'https://on.example.org/', 'ca-ns': ALL.url },
  sources: [ALL, FR],
};

test.each([
  ['no', true, false],
  ['fr', false, true],
  ['ca-on', false, false],
  ['ca-ns', true, false],
  ['ca-qc', false, true],
])('%s is taken with all: %s; of who is named: %s', (zone, fromAll, fromNamed) => {
  expect([takesZone(TAKING, ALL, zone), takesZone(TAKING, FR, zone)]).toEqual([fromAll, fromNamed]);
  expect(isTakenZone(TAKING, zone)).toBe(fromAll || fromNamed);
});
