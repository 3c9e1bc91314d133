import { expect, test } from 'vitest';
import { federationSchema } from '../schema/config.ts';
import { isAdmitted, isTold } from './filter.ts';

const ROW = { kind: 'project', id: 'ca-qc/forms', countries: ['CA', 'FR'], status: 'stable' };

test.each([
  'project',
  'ca-qc/forms',
  'project:ca-qc/forms',
  'ca-qc/*',
  'project:ca-qc/*',
  'country:FR',
  'status:stable',
])('a record is named by its kind, id, zone, country or status: %s', (entry) => {
  expect(isAdmitted(ROW, { include: [entry] })).toBe(true);
  expect(isAdmitted(ROW, { include: ['note', entry] })).toBe(true);
  expect(isAdmitted(ROW, { exclude: [entry] })).toBe(false);
  expect(isAdmitted(ROW, { include: [entry], exclude: [entry] })).toBe(false);
});

test.each([
  'ca/*',
  'ca-qc',
  'organization',
  'organization:ca-qc/forms',
  'country:US',
  'country:fr',
  'status:beta',
  'stable',
  'forms',
  '*',
])('and by nothing else: %s', (entry) => {
  expect(isAdmitted(ROW, { include: [entry] })).toBe(false);
  expect(isAdmitted(ROW, { exclude: [entry] })).toBe(true);
});

test('without settings everything is let in, and with an empty list nothing', () => {
  expect(isAdmitted(ROW, {})).toBe(true);
  expect(isAdmitted(ROW, { include: [] })).toBe(false);
});

test.each([
  [{}, true],
  [{ exclude: ['country:FR', 'status:obsolete'] }, true],
  [{ exclude: ['status:obsolete'] }, false],
  [{ include: ['status:stable', 'project'] }, true],
  [{ include: ['status:stable', 'organization'] }, false],
  [{ include: ['organization'], exclude: ['status:obsolete'] }, true],
])('a row without a status says enough for %j: %s', (settings, expected) => {
  const { status: _, ...older } = ROW;
  expect(isTold(older, settings)).toBe(expected);
  expect(isTold(ROW, settings)).toBe(true);
  expect(isTold({ ...older, kind: 'organization' }, settings)).toBe(true);
});

test.each([
  'project',
  'ca/gc-notify',
  'ca/*',
  'project:ca/gc-notify',
  'project:ca-qc/*',
  'country:CA',
  'vocabulary',
  'status:obsolete',
  'status:withdrawn',
])('settings may name %s', (entry) => expect(entriesAccepted([entry])).toBe(true));

test.each([
  'projects',
  'ca',
  'ca/',
  'country:ca',
  'country:Canada',
  'status:Stable',
  'status:paused',
  'project:CA/*',
  '*',
  'projects:ca/*',
])('settings that name %s would filter nothing, and are refused', (entry) =>
  expect(entriesAccepted([entry])).toBe(false),
);

function entriesAccepted(include: readonly string[]): boolean {
  const source = { id: 'ca', url: 'https://ca.example.org/', zones: ['ca'], trust: 'review', include };
  return federationSchema.safeParse({ schemaVersion: 1, sources: [source] }).success;
}
