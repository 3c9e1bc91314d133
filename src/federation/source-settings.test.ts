import { expect, test } from 'vitest';
import { federationSchema } from '../schema/config.ts';
import { SYNC_BOUNDS } from '../schema/sync-bounds.ts';
import { indexBytes, MIRROR, published, utf8 } from './fixtures/model-copy.ts';
import { emptyCopy, OFFICE } from './fixtures/one-copy.ts';
import { sha256 } from './sha256-node.ts';
import { SYNC_CHECKS } from './sync-checks.ts';
import type { Source, SyncContext } from './sync-context.ts';
import { verifyDescriptor, verifyIndex } from './verify.ts';

const SOURCE: Source = { id: 'ca', url: 'https://ca.example.org/', zones: ['ca'], trust: 'review' };

/** What a source with these settings comes to, of a copy in its seventh state: a fault, or the number of its records. */
function faultOf(more: Partial<Source>): string | number {
  const copy = emptyCopy('ca', 7, { 'organization:ca/office': OFFICE, 'organization:ca/other': OFFICE });
  const { descriptor, index } = published(copy);
  const source = { ...SOURCE, ...more };
  const own = { zones: ['fr'], delegations: {}, sources: [source], files: new Map(), overlays: new Map() };
  const context: SyncContext = { source, own, lock: undefined, day: '2026-11-23', sha256, checks: SYNC_CHECKS };
  const verified = verifyDescriptor(context, utf8.encode(JSON.stringify(descriptor)));
  if ('fault' in verified) return verified.fault;
  const rows = verifyIndex(context, verified, indexBytes(index));
  return 'fault' in rows ? rows.fault : rows.rows.length;
}

const INDEX = (() => {
  const copy = emptyCopy('ca', 7, { 'organization:ca/office': OFFICE, 'organization:ca/other': OFFICE });
  return published(copy).descriptor.index.sha256;
})();
const OTHER = 'a'.repeat(64);

test.each([
  [{}, 2],
  [{ verify: { sequence: 6, index: OTHER } }, 2],
  [{ verify: { sequence: 7, index: INDEX } }, 2],
  [{ verify: { sequence: 7, index: OTHER } }, 'equivocation'],
  [{ verify: { sequence: 8, index: OTHER } }, 'rollback'],
  [{ mirror: MIRROR }, 2],
  [{ mirror: 'https://elsewhere.example.org/' }, 'mirror'],
  [{ limits: { records: 2 } }, 2],
  [{ limits: { records: 1 } }, 'limits'],
  [{ limits: { indexBytes: 100 } }, 'limits'],
] as const)('%j: %s', (more, expected) => {
  expect(faultOf(more)).toBe(expected);
});

test.each(Object.entries(SYNC_BOUNDS))('%s may be set lower, not higher', (name, most) => {
  const parse = (limit: number) =>
    federationSchema.safeParse({ schemaVersion: 1, sources: [{ ...SOURCE, limits: { [name]: limit } }] }).success;
  expect([parse(most), parse(1), parse(most + 1), parse(0)]).toEqual([true, true, false, false]);
});

test('only one source may be asked for all', () => {
  const all = (id: string) => ({ ...SOURCE, id, zones: '*' });
  const parse = (...sources: object[]) => federationSchema.safeParse({ schemaVersion: 1, sources }).success;
  expect([parse(all('a'), SOURCE), parse(all('a'), all('b'))]).toEqual([true, false]);
});
