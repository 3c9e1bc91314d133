import { expect, test } from 'vitest';
import { KIND_NAMES, KINDS } from '../schema/kinds.ts';
import { hasStatus, rowStatus } from './row-status.ts';

test.each(KIND_NAMES)('every %s has a status, or none has', (kind) => {
  const { issues = [] } = KINDS[kind].schema.safeParse({}).error ?? {};
  expect(hasStatus(kind)).toBe(issues.some(({ path }) => path[0] === 'status'));
});

test.each([
  ['project', { status: 'stable' }, 'stable'],
  ['project', { status: 'later-word' }, 'later-word'],
  ['project', { status: 'No word' }, undefined],
  ['project', { status: ['stable'] }, undefined],
  ['project', {}, undefined],
  ['note', { status: 'stable' }, undefined],
])('the status of a %s that says %j is %s', (kind, data, expected) => {
  expect(rowStatus(kind, data)).toBe(expected);
});
