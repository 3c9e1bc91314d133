import { expect, test } from 'vitest';
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
