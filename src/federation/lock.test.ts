import { expect, test } from 'vitest';
import { emptyLock, formatLock, type Lock, parseLock } from './lock.ts';

const HASH = 'a'.repeat(64);
const LOCK: Lock = {
  schemaVersion: 1,
  source: 'ca',
  snapshot: { sequence: 7, index: HASH, asOf: '2026-11-23', license: 'CC0-1.0' },
  etag: 'W/"7"',
  records: { 'project:ca/b': HASH, 'project:ca/a': HASH, 'organization:ca/z': HASH },
  tombstones: { 'project:ca/gone': HASH },
  quarantined: { 'dataset:ca/set': { hash: HASH, reason: 'unknown-kind' } },
  absent: { 'project:ca/b': { since: '2026-11-01', snapshots: 2 } },
};

test('a lock has one text, whatever the order in which it was made, and comes back from it', () => {
  const text = formatLock(LOCK);
  const { 'project:ca/b': b, ...others } = LOCK.records;
  const { absent, ...rest } = LOCK;
  expect(formatLock({ absent, ...rest, records: { ...others, 'project:ca/b': b ?? '' } })).toBe(text);
  expect(parseLock(text)).toEqual(LOCK);
  expect(text.split('\n').filter((line) => line.includes('project:ca/a'))).toEqual([`    "project:ca/a": "${HASH}",`]);
});

test.each([
  '',
  '[]',
  '{',
  formatLock(LOCK).replace('"ca"', '"CA"'),
  formatLock(LOCK).replace('project:ca/a', '../a'),
  formatLock({ ...LOCK, etag: '"\r\nX: y"' }),
  formatLock(emptyLock('ca')).replace('{', '{"more": 1,'),
])('what is no lock is none: %#', (text) => {
  expect(parseLock(text)).toBeUndefined();
});
