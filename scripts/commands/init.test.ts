import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assembleRegistry } from '../../src/registry/assemble.ts';
import { parseSourceFile } from '../../src/registry/source-file.ts';
import { QUESTIONS } from '../../src/setup/questions.ts';
import type { Texts } from '../../src/setup/texts.ts';
import { folder, project, registry } from '../fixtures/command-line.ts';
import { givenTexts } from '../lib/init/ask.ts';
import { readBrought } from '../lib/init/brought.ts';

import { idProblem } from '../lib/new-record/identity.ts';
import { type Act, atTerminal, describeAtTerminal, KEY } from '../lib/pseudo-terminal.ts';
import { PROJECT } from '../lib/registry-folder.ts';

const ARABIC = join(PROJECT, 'src/e2e/fixtures/arabic-copy/i18n/ar.json');
const office = (country: string) =>
  `schemaVersion: 1\nname: Office of ${country}\ntype: national\ncountry: ${country}\nsummary:\n  en: Serves ${country}\n`;

/** The registry of all zones, of which somebody makes a copy. */
const WHOLE = {
  'registry.yaml':
    '# Who this copy is.\nschemaVersion: 1\nid: whole\nname:\n  en: Whole\nzones: "*"\nlanguages:\n  - en\ndataLicense: CC0-1.0\n',
  'federation.yaml': '# From whom.\nschemaVersion: 1\n',
  'organizations/jo/office.yaml': office('JO'),
  'projects/jo/letters.yaml': project('Letters', 'basedOn:\n  - int/parcels\n', 'jo/office'),
  'projects/int/parcels.yaml': project('Parcels'),
  'organizations/no/office.yaml': office('NO'),
};
const SOURCE = ['--source', 'https://whole.example.org'];
const COPY = ['--zone', 'jo', '--languages', 'ar,en,iu', '--name', 'ar=ساحة | en=Square of Letters'];

function everything(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:yaml|json)$/.test(file),
  );
  return Object.fromEntries(files.toSorted().map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

describe.concurrent('without a terminal, init', () => {
  test('starts a copy in three languages, one from right to left, which is valid and takes its first record', async () => {
    const root = folder('init-jo', WHOLE);
    const at = ['--root', 'init-jo'];
    const args = ['init', ...COPY, '--strings', ARABIC, '--include', 'none', ...SOURCE, ...at];
    const { code, stdout, stderr } = await registry(args);
    expect([code, stderr]).toEqual([0, expect.stringContaining('Inuktitut is not shown yet')]);
    expect(stdout).toContain('removed 1 files in init-jo/organizations/');
    expect(existsSync(join(root, 'organizations/no'))).toBe(false);
    expect(everything(root)['registry.yaml']).toMatch(
      /^# Who.*\nid: jo\n.*zones:\n {2}- jo\nlanguages:\n {2}- ar\n {2}- en\n/s,
    );
    expect(everything(root)['federation.yaml']).toMatch(/^# From whom\.\n.*url: https:\/\/whole\.example\.org\/\n/s);
    expect((await registry(['validate', ...at])).stderr).toMatch(/0 errors/);
    const fields = ['name=Notes', 'summary.en=Takes notes', 'type=service', 'status=stable', 'functions=notifications'];
    const set = [...fields, 'owner=jo/office', 'website=https://notes.example.org/'].flatMap((field) => [
      '--set',
      field,
    ]);
    expect((await registry(['new', 'project', ...set, ...at])).stdout).toBe('init-jo/projects/jo/notes.yaml\n');
  });

  test('asked again, changes only what is said, and writes over nothing without being told to', async () => {
    const root = folder('init-again', WHOLE);
    const at = ['--root', 'init-again'];
    await registry(['init', '--zone', 'jo', '--name', 'Letters', ...SOURCE, ...at]);
    const before = everything(root);
    const refused = await registry(['init', '--name', 'Other', ...at]);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('something else already: name')]);
    expect(everything(root)).toEqual(before);
    const told = await registry(['init', '--name', 'Other', '--owner', 'Ministry of Letters', '--yes', ...at]);
    expect([told.code, told.stdout]).toEqual([0, 'wrote init-again/registry.yaml\n']);
    expect(everything(root)['registry.yaml']).toMatch(
      /name:\n {2}en: Other\n.*owner:\n {2}name:\n {4}en: Ministry of Letters\n/s,
    );
  });

  test('brings a logo along, which the theme shows; a picture that could do more is refused before anything is written', async () => {
    const root = folder('init-logo', WHOLE);
    const picture = (inside: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32">${inside}</svg>\n`;
    const from = folder('init-pictures', {
      'good.svg': picture('<path d="M0 0h9"/>'),
      'bad.svg': picture('<script/>'),
    });
    const before = everything(root);
    const init = (file: string) =>
      registry(['init', ...COPY, ...SOURCE, '--logo', join(from, file), '--root', 'init-logo']);
    const refused = await init('bad.svg');
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('bad.svg:1:64 The element “script”')]);
    expect(everything(root)).toEqual(before);
    expect((await init('good.svg')).stdout).toContain('wrote init-logo/logo.svg\n');
    expect(readFileSync(join(root, 'logo.svg'), 'utf8')).toBe(picture('<path d="M0 0h9"/>'));
    expect(readFileSync(join(root, 'theme.css'), 'utf8')).toBe(':root {\n  --logo: url("logo.svg");\n}\n');
  });

  test('writes nothing with --dry-run, nor where something is missing', async () => {
    const root = folder('init-dry', WHOLE);
    const before = everything(root);
    const at = ['--root', 'init-dry'];
    const dry = await registry(['init', ...COPY, ...SOURCE, '--dry-run', ...at]);
    expect([dry.code, dry.stdout]).toEqual([
      0,
      expect.stringMatching(/^would write init-dry\/registry\.yaml\n.*id: jo\n/s),
    ]);
    const refused = await registry(['init', ...COPY, ...at]);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('give --source')]);
    expect(everything(root)).toEqual(before);
  });
});

const LETTERS: Texts = { zone: 'jo', languages: 'ar, en', name: 'ar=ساحة | en=Square of Letters' };
const whole = assembleRegistry(
  Object.entries(WHOLE).map(([file, text]) => parseSourceFile(file, new TextEncoder().encode(text))),
).registry;

describe('init takes no', () => {
  test.each<[string, Texts, string]>([
    ['silence', {}, '--zone: This is needed.'],
    ['zone that is none', { ...LETTERS, zone: 'Jordan' }, '--zone: “Jordan” is no zone'],
    ['zone in capitals, which is no folder', { ...LETTERS, zone: 'JO' }, '--zone: “JO” is no zone'],
    ['language that is none', { ...LETTERS, languages: 'en, arabic' }, '--languages: '],
    ['language that nobody speaks', { ...LETTERS, languages: 'en, xx' }, '“xx” is no language'],
    ['name of two lines', { ...LETTERS, name: 'Square\nof Letters' }, '--name: '],
    ['address without a scheme', { ...LETTERS, url: 'square.example.org' }, '--url: '],
    ['host that does not tell', { ...LETTERS, repository: 'https://git.example.org/a/b' }, 'Write it behind'],
    ['contact that is neither', { ...LETTERS, contact: 'the team' }, '--contact: This is neither a page'],
    ['mailbox that is none', { ...LETTERS, intake: 'letters' }, '--intake: '],
    ['licence that is none', { ...LETTERS, dataLicense: 'free' }, '--data-license: This is no SPDX expression'],
    ['other zone that is none', { ...LETTERS, include: 'some' }, '--include: “some” is no zone'],
    ['source on this machine', { ...LETTERS, source: 'https://localhost/' }, '--source: '],
    ['forum without encryption', { ...LETTERS, forum: 'http://forum.example.org/' }, '--forum: '],
  ])('%s', (_, texts, message) => {
    expect(() => givenTexts(whole, texts)).toThrow(message);
  });

  test('new record of a zone that is taken from another copy', () => {
    const source = { id: 'whole', url: 'https://whole.example.org/', zones: ['int'], trust: 'review' as const };
    const settings = {
      config: { ...whole.config, zones: ['jo'] },
      federation: { schemaVersion: 1 as const, sources: [source] },
    };
    const problem = idProblem('project', 'int', 'notes', { ...whole, ...settings }, '2026-11-25');
    expect(problem).toContain('“int” is not one of this registry’s');
  });

  test('other zones of a registry that is a copy already', () => {
    const copy = { ...whole, config: { ...whole.config, zones: ['jo'] } };
    expect(() => givenTexts(copy, { include: 'none' })).toThrow('change its federation.yaml');
  });

  test.each([
    ['called otherwise', 'registry.yaml', 'is not called after a language'],
    ['missing', 'nowhere/ar.json', 'cannot be read'],
    ['no texts', join(PROJECT, 'src/rules/fixtures/json-syntax/fail/i18n/de.json'), 'de.json:3:1 This is not JSON'],
  ])('file of texts that is %s', (_, file, message) => {
    expect(() => readBrought([file])).toThrow(message);
  });
});

test('doctor exits with 1 where something blocks', async () => {
  folder('doctor-ill', { 'registry.yaml': WHOLE['registry.yaml'].replace('  - en', '  - ar') });
  const { code, stdout, stderr } = await registry(['doctor', '--root', 'doctor-ill']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^blocker languages {3}Arabic \(ar\): 0 % of the interface is translated, .*\n +fix: /);
  expect(stderr).toMatch(/^2 that block, \d+ that should be done, \d+ fine\.\n$/);
});

const line = (at: string, text = ''): Act => ({ at, does: `${text}${KEY.enter}` });
const ACTS: readonly Act[] = [
  line('Zones – which', 'Jordan'),
  line('“Jordan” is no zone', `${KEY.clear}jo`),
  line('Languages – in', `${KEY.clear}en, fr`),
  line('Name – what', 'Square of Letters'),
  line('Address – at'),
  line('Repository – at', 'https://gitlab.example.org/letters/square'),
  line('Owner – which', 'Ministry of Letters'),
  line('Contact – where', 'team@example.org'),
  line('Intake – which'),
  line('Data licence – under'),
  line('Other zones – which', `${KEY.clear}none`),
  line('Source – at', 'https://whole.example.org/'),
  line('Forum – where'),
];

describeAtTerminal('init, asked in a terminal', () => {
  test('asks twelve things, and writes what was answered', async () => {
    expect(QUESTIONS).toHaveLength(12);
    const root = folder('init-asked', WHOLE);
    const { code, screen } = await atTerminal(
      ['init', '--root', 'init-asked'],
      [...ACTS, line('Write init-asked/registry.yaml?')],
    );
    expect(code, screen).toBe(0);
    expect(everything(root)['registry.yaml']).toBe(
      '# Who this copy is.\nschemaVersion: 1\nid: jo\nname:\n  en: Square of Letters\nzones:\n  - jo\nlanguages:\n  - en\n  - fr\nrepository:\n  url: https://gitlab.example.org/letters/square\n  branch: main\n  host: gitlab\nowner:\n  name:\n    en: Ministry of Letters\ncontact:\n  name: Ministry of Letters\n  email: team@example.org\ndataLicense: CC0-1.0\n',
    );
  });

  test('loses nothing where the answer is no, and writes nothing where it is left', async () => {
    const root = folder('init-no', WHOLE);
    const before = everything(root);
    const said = await atTerminal(['init', '--root', 'init-no'], [...ACTS, { at: 'Write init-no', does: `n` }]);
    expect(said.screen).toContain("init --zone 'jo' --languages 'en, fr' --name 'Square of Letters'");
    const left = await atTerminal(
      ['init', '--root', 'init-no'],
      [...ACTS.slice(0, 4), { at: 'Address – at', does: KEY.escape }],
    );
    expect(left.code).toBe(1);
    expect(everything(root)).toEqual(before);
  });
});
