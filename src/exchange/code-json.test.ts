import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OPTIONS } from './fixtures/registry.ts';
import { readForeign } from './read-foreign.ts';

const TEXT = readFileSync(new URL('fixtures/code.json', import.meta.url), 'utf8');

function read(text: string) {
  const result = readForeign(text, OPTIONS);
  if (result.problem !== undefined) throw new Error(JSON.stringify(result.problem));
  expect(result.format).toBe('code-json');
  return result.records;
}

test('each release of an inventory becomes a project', () => {
  const [open, closed] = read(TEXT);
  expect(open?.data).toEqual({
    name: 'Letter Post',
    summary: { en: 'Sends letters' },
    status: 'beta',
    repository: 'https://github.com/Example/Letter-Post',
    website: 'https://post.example.org',
    license: 'Apache-2.0',
    started: '2021-04-08',
    tags: ['letters'],
    programmingLanguages: ['Java'],
    owner: 'int/office',
    maintenance: {
      type: 'internal',
      contacts: [{ name: 'Printing Branch', email: 'opensource@office.example.org' }],
    },
    partners: [{ organization: 'int/office' }],
    related: ['int/stamps'],
    source: { format: 'code.json', retrieved: '2026-11-23' },
  });
  expect(open?.notCarried.map(({ path, reason }) => [path, reason])).toEqual([
    ['releases.0.organization', 'no-record'],
    ['releases.0.contact.name', 'person'],
    ['releases.0.contact.phone', 'no-field'],
    ['releases.0.date.lastModified', 'no-field'],
    ['releases.0.laborHours', 'no-field'],
    ['releases.0.partners.0.email', 'person'],
  ]);
  expect(closed?.data).toMatchObject({ name: 'Closed Post', license: 'not-open', owner: 'int/office' });
  expect(closed?.notCarried.map(({ path }) => path)).toEqual([
    'releases.1.permissions.exemptionText',
    'releases.1.laborHours',
  ]);
});

test.each([
  ['one entry', '{"name":"Post","repositoryURL":"https://github.com/example/post","laborHours":1}'],
  ['a list of entries', '[{"name":"Post","repositoryURL":"https://github.com/example/post","laborHours":1}]'],
  [
    'an inventory of version 1',
    '{"agency":"X","projects":[{"name":"Post","repository":"https://github.com/example/post"}]}',
  ],
])('%s is read', (_, text) => {
  expect(read(text)[0]?.data).toMatchObject({ name: 'Post', repository: 'https://github.com/example/post' });
});

test('an address leads to the licence where its name does not', () => {
  const licenses = [{ name: 'Other', URL: 'https://spdx.org/licenses/MIT.html' }];
  expect(read(JSON.stringify({ name: 'Post', permissions: { licenses } }))[0]?.data['license']).toBe('MIT');
});
