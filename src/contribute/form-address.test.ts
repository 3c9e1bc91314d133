import { expect, test } from 'vitest';
import { type FormStart, formPath, formStart } from './form-address.ts';

test.each<FormStart>([
  { start: 'correct', kind: 'project', id: 'ca-qc/sample' },
  { start: 'new', kind: 'funding' },
  { start: 'suggest' },
])('the address of the form says what it opens with: %j', (start) => {
  const { search, pathname } = new URL(formPath(start), 'https://example.org/');
  expect([pathname, formStart(search)]).toEqual(['/contribute/', start]);
});

test.each([
  '',
  '?correct=project',
  '?correct=person:ca/x',
  '?correct=project:../x',
  '?new=__proto__',
  '?correct=project:ca/x%0A',
])('what there is not opens nothing: %s', (search) => expect(formStart(search)).toBeUndefined());
