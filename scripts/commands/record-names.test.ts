import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { registryHere } from '../fixtures/command-here.ts';
import { folder, HOME, project } from '../fixtures/command-line.ts';
import { end } from './end.ts';
import { rename } from './rename.ts';
import { show } from './show.ts';
import { stats } from './stats.ts';
import { validate } from './validate.ts';

folder('names', {
  'projects/int/letters.yaml': project('Letters', 'formerIds:\n  - int/letter-post\n'),
  'projects/int/parcels.yaml': project('Parcels'),
  'projects/int/broken.yaml': 'name: "int/parcels\n',
  'projects/int/cards.yaml':
    'schemaVersion: 1\nstate: tombstone\nreason: merged\nsuccessor: int/parcels\ndate: 2026-11-01\n',
});
const COMMANDS = { end, rename, show, stats, validate } as const;
const on = (...[name = '', ...args]: string[]) =>
  registryHere(COMMANDS[name as keyof typeof COMMANDS], [...args, '--root', 'names']);
const MOVED = 'int/letter-post is now int/letters.\n';

describe('an old address leads to the record that had it, in', () => {
  test.each([
    ['show', ['show', 'int/letter-post'], 'projects/int/letters.yaml'],
    ['rename', ['rename', 'int/letter-post', 'int/mail', '--dry-run'], 'would move names/projects/int/letters.yaml'],
    ['end', ['end', 'int/letter-post', '--reason', 'en=x', '--dry-run'], 'would write names/projects/int/letters.yaml'],
  ])('%s', async (_, args, out) => {
    const { code, stdout, stderr } = await on(...args);
    expect(code).toBe(0);
    expect(stderr).toContain(MOVED);
    expect(stdout).toContain(out);
  });
  test('validate', async () => {
    const { code, stderr } = await on('validate', 'int/letter-post');
    expect([code, stderr.slice(0, MOVED.length)]).toEqual([0, MOVED]);
    expect(stderr).toContain('names: 1 of 5 records.');
  });
  test('a successor, which must have its id of today', async () => {
    const { code, stderr } = await on('end', 'int/parcels', '--reason', 'en=x', '--successor', 'int/letter-post');
    expect([code, stderr]).toEqual([
      2,
      'registry: --successor int/letter-post: It is now int/letters: name that one.\n',
    ]);
  });
});

describe('what a name does not lead to is told', () => {
  const stone = 'registry: int/cards is a tombstone since 2026-11-01 (merged); int/parcels stands in its place.\n';
  test.each([
    ['a tombstone, to end', ['end', 'int/cards'], stone],
    ['a tombstone, to rename', ['rename', 'int/cards', 'int/x'], stone],
    [
      'a record of another kind',
      ['show', 'int/letters', '--kind', 'organization'],
      'registry: There is no organization int/letters. It is of the kind project.\n',
    ],
    [
      'a record that cannot be read',
      ['show', 'int/broken'],
      'registry: int/broken cannot be read. Mend what validate says of it first.\n',
    ],
    [
      'a mistyped id',
      ['validate', 'int/leters'],
      'registry: No record is named int/leters. Did you mean int/letters?\n',
    ],
  ])('%s', async (_, args, message) => {
    expect(await on(...args)).toEqual({ code: 2, stdout: '', stderr: message });
  });
});

describe('a record is named by', () => {
  const names = [
    ['its id', 'int/letters'],
    ['its kind and id', 'project/int/letters'],
    ['its folder and id', 'projects/int/letters'],
    ['its file in the registry', 'projects/int/letters.yaml'],
    ['its file from here', 'names/projects/int/letters.yaml'],
    ['its file on this machine', join(HOME, 'names/projects/int/letters.yaml')],
  ];
  test.each(names)('%s', async (_, name) => {
    const shown = await on('show', name, '--json');
    expect(JSON.parse(shown.stdout)).toMatchObject({ kind: 'project', id: 'int/letters' });
    expect((await on('validate', name)).stderr).toContain('names: 1 of 5 records.');
    expect((await on('rename', name, 'int/mail', '--dry-run')).code).toBe(0);
  });
  test('a folder inside the registry, for several', async () => {
    const { code, stderr } = await on('validate', 'projects/int');
    expect([code, stderr.split('.')[0]]).toEqual([1, 'names: 4 of 5 records']);
  });
});

describe('--json is short for --format json', () => {
  test('of validate', async () => {
    const { stdout } = await on('validate', 'int/letters', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ records: 1 });
  });
  test('and contradicts another format', async () => {
    const { code, stdout, stderr } = await on('stats', '--format', 'csv', '--json');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe('registry: --json and --format csv contradict each other: give one of them.\n');
  });
  test('stats tells what it does not count', async () => {
    const { code, stderr } = await on('stats', '--json');
    expect([code, stderr]).toEqual([0, '1 record has errors and is not counted (run validate).\n']);
  });
});
