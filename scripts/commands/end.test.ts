import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { registryHere } from '../fixtures/command-here.ts';
import { folder, HOME, project, registry } from '../fixtures/command-line.ts';
import { end } from './end.ts';

const FILES = {
  'projects/int/letter-post.yaml': `# The first one.\n${project('Letter Post', 'formerIds:\n  - int/post\nchecked: # by mail\n  on: 2026-01-01\n  by: Ada Example\n').replace('stable', 'stable # for years')}`,
  'projects/int/parcels.yaml': project('Parcels', 'related:\n  - int/letter-post\nbasedOn:\n  - int/letter-post\n'),
  'projects/int/cards.yaml': project('Postcards', 'related:\n  - int/letter-post\n  - int/parcels\n'),
};
const read = (file: string) => readFileSync(join(HOME, file), 'utf8');

test('end says of a project that it has ended, when, why and what replaced it; comments stay', async () => {
  folder('ended', FILES);
  const args = [
    'end',
    'int/letter-post',
    '--root',
    'ended',
    '--date',
    '2024',
    '--reason',
    'en=Nobody writes letters',
    '--reason',
    'fr=Personne n’écrit',
  ];
  const more = ['--successor', 'int/cards', '--lessons', 'en=Write more'];
  const would = await registry([...args, ...more, '--dry-run']);
  expect([would.code, would.stdout.split('\n')[0]]).toEqual([0, 'would write ended/projects/int/letter-post.yaml']);
  expect(read('ended/projects/int/letter-post.yaml')).toContain('status: stable # for years');
  const done = await registry([...args, ...more]);
  expect([done.code, done.stdout]).toEqual([0, 'wrote ended/projects/int/letter-post.yaml\n']);
  const text = read('ended/projects/int/letter-post.yaml');
  expect(text).toContain('# The first one.\n');
  expect(text).toContain('status: obsolete # for years\n');
  expect(text).toContain(
    'ended:\n  date: 2024\n  reason:\n    en: Nobody writes letters\n    fr: Personne n’écrit\n  successor: int/cards\n  lessons:\n    en: Write more\nformerIds:',
  );
  expect(await registry(['validate', '--root', 'ended'])).toMatchObject({ code: 0, stdout: '' });
  expect(await registry(args)).toMatchObject({ code: 2, stderr: expect.stringContaining('has ended already') });
});

test('a tombstone leaves nothing of the record, and its successor takes everything over', async () => {
  folder('merged', FILES);
  const { code, stdout, stderr } = await registry([
    'end',
    'int/letter-post',
    '--tombstone',
    'merged',
    '--successor',
    'int/parcels',
    '--note',
    'en=Parcels took it over',
    '--date',
    '2026-11-01',
    '--yes',
    '--root',
    'merged',
  ]);
  expect(code).toBe(0);
  expect(stdout).toBe(
    'wrote merged/projects/int/cards.yaml\nwrote merged/projects/int/parcels.yaml\nwrote merged/projects/int/post.yaml\nwrote merged/projects/int/letter-post.yaml\n',
  );
  expect(stderr).toContain('now refers to int/parcels: merged/projects/int/cards.yaml: related.0\n');
  const stone =
    '# yaml-language-server: $schema=../../../public/schema/project.json\nschemaVersion: 1\nstate: tombstone\nreason: merged\nsuccessor: int/parcels\nnote:\n  en: Parcels took it over\ndate: 2026-11-01\n';
  expect(read('merged/projects/int/letter-post.yaml')).toBe(stone);
  expect(read('merged/projects/int/post.yaml')).toBe(stone);
  // It stood there already, and the successor does not refer to itself.
  expect(read('merged/projects/int/cards.yaml')).toContain('related:\n  - int/parcels\n');
  expect(read('merged/projects/int/parcels.yaml')).not.toMatch(/related|basedOn/);
  expect(await registry(['validate', '--root', 'merged'])).toMatchObject({ code: 0, stdout: '' });
});

test('end warns of a day that has not come', async () => {
  folder('ahead', FILES);
  const args = ['end', 'int/cards', '--reason', 'en=x', '--date', '2199-01-01', '--dry-run', '--root', 'ahead'];
  expect(await registry(args)).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/^Warning: 2199-01-01 lies ahead\./),
  });
});

describe('end writes nothing', () => {
  folder('living', FILES);
  const before = read('living/projects/int/letter-post.yaml');
  const tomb = (reason: string, ...more: string[]) => ['int/letter-post', '--tombstone', reason, ...more];
  test.each([
    ['an unknown id', ['int/leter-post', '--reason', 'en=x'], 'Did you mean int/letter-post?'],
    ['nothing, outside a terminal', [], 'end takes an id: registry end ca/gc-notify'],
    ['no reason, outside a terminal', ['int/letter-post', '--dry-run'], 'Say why it ended, once for each language'],
    ['an unknown id without a reason', ['int/leter-post'], 'Did you mean int/letter-post?'],
    [
      'a day that never was, without a reason',
      ['int/letter-post', '--date', '2024-02-31'],
      '--date: The field “date” does not take this value.',
    ],
    [
      'a reason without its language',
      ['int/letter-post', '--reason', 'Enough'],
      'A text is written with its language, as en=text, not “Enough”.',
    ],
    [
      'a reason in no language',
      ['int/letter-post', '--reason', 'xx-yy-zz=Enough'],
      '--reason: “xx-yy-zz” is not a name that can stand here.',
    ],
    [
      'a day that never was',
      ['int/letter-post', '--reason', 'en=x', '--date', '2024-02-31'],
      '--date: The field “date” does not take this value. Expected: a day that exists.',
    ],
    [
      'a successor that is none',
      ['int/letter-post', '--reason', 'en=x', '--successor', 'int/parcel'],
      'There is no project of this id. Did you mean int/parcels?',
    ],
    ['what is no project', ['int/office', '--reason', 'en=x'], 'Only a project ends.'],
    [
      'a tombstone nobody said yes to',
      ['int/cards', '--tombstone', 'withdrawn'],
      'say --yes where nobody can be asked',
    ],
    [
      'a tombstone with a reason that is none',
      tomb('bored', '--yes'),
      'Allowed choices are merged, withdrawn, duplicate, error',
    ],
    [
      'a tombstone that others refer to',
      tomb('withdrawn', '--yes'),
      'Others refer to int/letter-post. Name a --successor that takes that over, or change them first:\n  living/projects/int/cards.yaml: related.0\n',
    ],
    [
      'its own successor',
      tomb('merged', '--yes', '--successor', 'int/letter-post'),
      'A record is not its own successor.',
    ],
    ['a merger into nothing', ['int/cards', '--tombstone', 'duplicate'], '--tombstone duplicate needs --successor'],
  ])('for %s', async (_, args, message) => {
    const { code, stdout, stderr } = await registryHere(end, [...args, '--root', 'living']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(read('living/projects/int/letter-post.yaml')).toBe(before);
    expect(existsSync(join(HOME, 'living/projects/int/post.yaml'))).toBe(false);
  });
});
