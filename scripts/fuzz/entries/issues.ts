import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFormAnswers, readIssueForm } from '../../../src/github/issue/issue-form.ts';
import { recordOfAnswers } from '../../../src/github/issue/record-of-answers.ts';
import { roleOf } from '../../../src/registry/files.ts';
import type { FuzzEntry } from '../entry.ts';
import { PROSE_SIGNS } from './signs.ts';

const FORMS = ['add-project', 'add-record', 'suggest-project'].map((name) =>
  readIssueForm(name, readFileSync(new URL(`../../../.github/ISSUE_TEMPLATE/${name}.yml`, import.meta.url), 'utf8')),
);
const FACTS: Readonly<Record<string, string>> = {
  id: 'int/post',
  file: 'registry/projects/int/post.yaml',
  record: '```yaml\nschemaVersion: 1\nname: Post\n```',
  language: 'fr',
  type: 'service · Service',
  functions: 'notifications · Notifications, ai',
};
const headings = FORMS.flatMap(({ fields }) => fields.map(({ label }) => `### ${label}\n\n`));
const bodies = FORMS.map(({ fields }) =>
  fields
    .filter(({ required, id }) => required || id in FACTS)
    .map(({ id, label }) => `### ${label}\n\n${FACTS[id] ?? 'Post'}\n\n`)
    .join(''),
);
const PIECES = [
  ...headings,
  ...Object.values(FACTS),
  '../',
  'registry/',
  '_No response_',
  '\r\n',
  ', ',
  ' · ',
  '```\n',
  '__proto__',
];

/** Issues that strangers write: the only way by which a text of theirs becomes a file without a pull request of their own. */
export const ISSUE_ENTRIES: readonly FuzzEntry[] = [
  {
    name: 'issue',
    about: 'readFormAnswers, recordOfAnswers: the text of an issue',
    starts: bodies,
    pieces: [...PIECES, ...PROSE_SIGNS],
    longest: 400,
    check(body) {
      const read = readFormAnswers(body, FORMS);
      if (read === undefined) return;
      for (const answer of Object.values(read.answers)) assert.notEqual(answer, '');
      const record = recordOfAnswers(read, FORMS);
      if ('none' in record) return;
      assert.equal(roleOf(record.file).type, 'record');
      assert(!/\.\.|\\|\n/.test(record.file), record.file);
      assert(record.text.endsWith('\n'));
    },
  },
];
