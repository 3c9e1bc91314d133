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

test.each(['', '?new=__proto__', '?correction=project:ca/x'])('what there is not opens nothing: %s', (search) =>
  expect(formStart(search)).toBeUndefined(),
);

test.each(['project', 'person:ca/x', 'project:../x', 'project:ca/x\n', ''])(
  'what is asked to be corrected and is no record is told: %j',
  (asked) => expect(formStart(`?correct=${encodeURIComponent(asked)}`)).toEqual({ start: 'unknown', asked }),
);
