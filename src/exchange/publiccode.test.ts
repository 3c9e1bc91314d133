import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OPTIONS } from './fixtures/registry.ts';
import { readForeign } from './read-foreign.ts';

const TEXT = readFileSync(new URL('fixtures/publiccode.yml', import.meta.url), 'utf8');
const URL_OF_FILE = 'https://raw.githubusercontent.com/example/letter-post/HEAD/publiccode.yml';

function read(text: string, more: object = {}) {
  const result = readForeign(text, { ...OPTIONS, ...more });
  if (result.problem !== undefined) throw new Error(JSON.stringify(result.problem));
  const [record] = result.records;
  if (record === undefined) throw new Error('no record');
  return { format: result.format, ...record };
}

test('a publiccode.yml becomes a project', () => {
  const { format, kind, data } = read(TEXT, { url: URL_OF_FILE });
  expect([format, kind]).toEqual(['publiccode', 'project']);
  expect(data).toEqual({
    name: { en: 'Letter Post', 'pt-BR': 'Correio' },
    summary: { en: 'Sends the letters of public bodies', 'pt-BR': 'Envia as cartas dos órgãos públicos' },
    description: {
      en: 'Sends letters on paper and keeps count of what was sent, when it was sent, by which office it was sent and to whom it went.\n\nSee the manual and a picture of it.\n\n- Prints\n- Counts',
      'pt-BR': expect.stringContaining('Envia as cartas dos órgãos públicos. Guarda também'),
    },
    documentation: 'https://post.example.org/docs',
    api: 'https://post.example.org/api',
    type: 'application',
    status: 'stable',
    functions: ['notifications', 'messaging'],
    repository: 'https://github.com/example/letter-post',
    website: 'https://post.example.org/',
    roadmap: 'https://post.example.org/roadmap',
    publiccode: URL_OF_FILE,
    license: 'AGPL-3.0-or-later',
    started: '2021-04-08',
    audience: { scope: ['local-authorities'], countries: ['GB', 'FR'], unsupportedCountries: ['US'] },
    platforms: ['web', 'mac'],
    interfaceLanguages: ['en', 'pt-BR'],
    owner: 'int/office',
    maintenance: {
      type: 'contract',
      contacts: [
        { name: 'Office of Letters', email: 'info@office.example.org' },
        { name: 'Post Team', email: 'post-team@office.example.org' },
      ],
      contractors: ['Printers Ltd'],
      until: '2027-01-31',
    },
    basedOn: ['int/stamps'],
    dependsOn: ['int/stamps'],
    source: { format: 'publiccode.yml', url: URL_OF_FILE, retrieved: '2026-11-23' },
  });
});

test('what is not carried is told, each with its reason; no person is', () => {
  const { data, notCarried } = read(TEXT);
  expect(Object.fromEntries(notCarried.map(({ path, reason }) => [path, reason]))).toEqual({
    applicationSuite: 'no-field',
    softwareVersion: 'no-field',
    releaseDate: 'no-field',
    logo: 'no-field',
    'categories.1': 'not-understood',
    usedBy: 'no-field',
    'description.en.genericName': 'no-field',
    'description.en.longDescription': 'unsafe',
    'description.en.screenshots': 'no-field',
    'description.pt_br.shortDescription': 'too-long',
    'description.pt_br.documentation': 'no-field',
    'legal.mainCopyrightOwner': 'no-record',
    'maintenance.contractors.0.email': 'person',
    'maintenance.contractors.0.website': 'no-field',
    'maintenance.contacts.0': 'person',
    'maintenance.contacts.1.name': 'person',
    'localisation.localisationReady': 'no-field',
    'localisation.availableLanguages.2': 'not-understood',
    'dependsOn.open.0.versionMin': 'no-field',
    'dependsOn.open.1.name': 'no-record',
    'dependsOn.hardware': 'no-field',
    authors: 'person',
    it: 'no-field',
  });
  expect(notCarried.find(({ path }) => path === 'softwareVersion')?.value).toBe('1.10');
  expect(JSON.stringify(data)).not.toMatch(/Ann|Ben|ann\.example/);
});

test.each([
  ['a licence that could be two', 'legal: {license: GPL v3}', 'legal.license', 'not-understood'],
  ['a page without https', 'landingURL: http://post.example.org', 'landingURL', 'unsafe'],
  ['a status of another list', 'developmentStatus: sunsetting', 'developmentStatus', 'not-understood'],
  [
    'a description without a language',
    'description: {shortDescription: Sends}',
    'description.shortDescription',
    'not-understood',
  ],
  [
    'a long description in no language',
    `description: {x y: {shortDescription: "${'Sends letters. '.repeat(20)}"}}`,
    'description.x y.shortDescription',
    'not-understood',
  ],
  ['a name that is too long', `name: ${'x'.repeat(121)}`, 'name', 'too-long'],
  [
    'a contact without the kind of maintenance',
    'maintenance: {contacts: [{name: Team, email: team@example.org}]}',
    'maintenance.contacts',
    'no-field',
  ],
])('%s is told', (_, line, path, reason) => {
  const { data, notCarried } = read(`publiccodeYmlVersion: "0.2"\n${line}\n`);
  expect(notCarried.map((each) => [each.path, each.reason])).toEqual([[path, reason]]);
  expect(Object.keys(data)).toEqual(['source']);
});

test.each([
  ['no localised name', 'name: Post', 'Post'],
  ['the same', 'name: Post\ndescription: {fr: {localisedName: Post}}', 'Post'],
  [
    'another in one language',
    'name: post\ndescription: {fr: {localisedName: Courrier}}',
    { fr: 'Courrier', en: 'post' },
  ],
  ['others in all', 'name: post\ndescription: {en: {localisedName: Post}}', { en: 'Post' }],
])('a name with %s', (_, text, name) => {
  expect(read(`publiccodeYmlVersion: "0.2"\n${text}\n`).data['name']).toEqual(name);
});

test('a file without its repository names the one that it was read from', () => {
  expect(read('publiccodeYmlVersion: "0.2"\nname: Post\n', { url: URL_OF_FILE }).data['repository']).toBe(
    'https://github.com/example/letter-post',
  );
});

test('a text keeps what it is read by, and loses what cannot be seen', () => {
  const text = '\u200fسامانهٔ اطلاع‌رسانی\u200b';
  const { data } = read(`publiccodeYmlVersion: "0.2"\nname: x\ndescription: {fa: {shortDescription: "${text}"}}\n`);
  expect(data['summary']).toEqual({ fa: 'سامانهٔ اطلاع‌رسانی' });
});
