import { expect, test } from 'vitest';
import { federationSchema } from '../schema/config.ts';
import { isAdmitted } from './filter.ts';

const ROW = { kind: 'project', id: 'ca-qc/forms', countries: ['CA', 'FR'] };

test.each(['project', 'ca-qc/forms', 'project:ca-qc/forms', 'ca-qc/*', 'project:ca-qc/*', 'country:FR'])(
  'a record is named by its kind, id, zone or country: %s',
  (entry) => {
    expect(isAdmitted(ROW, { include: [entry] })).toBe(true);
    expect(isAdmitted(ROW, { include: ['note', entry] })).toBe(true);
    expect(isAdmitted(ROW, { exclude: [entry] })).toBe(false);
    expect(isAdmitted(ROW, { include: [entry], exclude: [entry] })).toBe(false);
  },
);

test.each(['ca/*', 'ca-qc', 'organization', 'organization:ca-qc/forms', 'country:US', 'country:fr', 'forms', '*'])(
  'and by nothing else: %s',
  (entry) => {
    expect(isAdmitted(ROW, { include: [entry] })).toBe(false);
    expect(isAdmitted(ROW, { exclude: [entry] })).toBe(true);
  },
);

test('without settings everything is let in, and with an empty list nothing', () => {
  expect(isAdmitted(ROW, {})).toBe(true);
  expect(isAdmitted(ROW, { include: [] })).toBe(false);
});

test.each(['project', 'ca/gc-notify', 'ca/*', 'project:ca/gc-notify', 'project:ca-qc/*', 'country:CA', 'vocabulary'])(
  'settings may name %s',
  (entry) => expect(entriesAccepted([entry])).toBe(true),
);

test.each(['projects', 'ca', 'ca/', 'country:ca', 'country:Canada', 'project:CA/*', '*', 'projects:ca/*'])(
  'settings that name %s would filter nothing, and are refused',
  (entry) => expect(entriesAccepted([entry])).toBe(false),
);

function entriesAccepted(include: readonly string[]): boolean {
  const source = { id: 'ca', url: 'https://ca.example.org/', zones: ['ca'], trust: 'review', include };
  return federationSchema.safeParse({ schemaVersion: 1, sources: [source] }).success;
}
