import { describe, expect, test } from 'vitest';
import { sampleContext } from './fixtures/context.ts';
import { added, FILE, issue, report } from './fixtures/reports.ts';
import { annotationsOf, commitStatus } from './statuses.ts';

const { t } = sampleContext('fr');
const fault = issue(
  { rule: 'missing-field', code: 'missing', file: FILE, path: [], values: { field: 'owner' }, expected: 'an id' },
  4,
);
const alike = issue({ rule: 'similar-name', code: 'similar', file: FILE, values: { name: 'a\u202e', others: 'b' } }, 3);

describe('the commit status', () => {
  test.each([
    ['passed', report({ records: [added()] }), 'success'],
    ['passed with warnings', report({ records: [added()], issues: [alike] }), 'success'],
    ['failed', report({ records: [added()], issues: [fault] }), 'failure'],
    ['mixed', report({ scope: 'mixed' }), 'failure'],
    ['not yet', 'pending', 'pending'],
    ['our own failure', 'failure', 'error'],
  ] as const)('%s', (_, outcome, state) => {
    const status = commitStatus(outcome, { t, targetUrl: 'https://git.example.org/1' });
    expect(status).toMatchObject({ context: 'registry/validate', state, target_url: 'https://git.example.org/1' });
    expect([...status.description].length).toBeLessThanOrEqual(140);
  });
  test('is in the language of the contributor', () => {
    expect(commitStatus(report({ issues: [fault] }), { t })).toEqual({
      context: 'registry/validate',
      state: 'failure',
      description: '1 point à corriger',
    });
  });
  test('is cut where a copy’s own words are long', () => {
    const long = Object.assign(() => 'x'.repeat(300), t);
    expect([...commitStatus('pending', { t: long }).description]).toHaveLength(140);
  });
});

test('annotations stand at their lines, by how grave they are, without what could mislead', () => {
  const [first, second] = annotationsOf([fault, alike], (one) => one);
  expect(first).toMatchObject({
    path: FILE,
    start_line: 4,
    end_line: 4,
    annotation_level: 'failure',
    title: 'missing-field',
  });
  expect(first?.message.split('\n').slice(0, 2)).toEqual(['The field “owner” is missing.', 'an id']);
  expect(second).toMatchObject({ annotation_level: 'warning', message: expect.stringContaining('a\\u{202e}') });
});
