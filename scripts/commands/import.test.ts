import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { registryHere } from '../fixtures/command-here.ts';
import { folder, HOME, project, registry } from '../fixtures/command-line.ts';
import { atTerminal, describeAtTerminal, KEY } from '../lib/pseudo-terminal.ts';
import { importRecords } from './import.ts';

const PARCELS = `publiccodeYmlVersion: "0.5"
name: Parcels
url: https://github.com/example/parcels.git
softwareType: standalone/web
developmentStatus: stable
organisation: {name: An Office}
description:
  en:
    shortDescription: Follows parcels
legal: {license: mit}
maintenance:
  type: internal
  contacts:
    - {name: Ada Example, email: ada.example@example.org}
`;
const RECORD =
  '# yaml-language-server: $schema=../../../public/schema/project.json\nschemaVersion: 1\nname: Parcels\nsummary:\n  en: Follows parcels\ntype: application\nstatus: stable\nfunctions:\n  - notifications\nowner: int/office\nrepository: https://github.com/example/parcels\nlicense: MIT\nmaintenance:\n  type: internal\nsource:\n  format: publiccode.yml\n';
const FUNCTIONS = ['--set', 'functions=notifications'];

/** A file below the folder in which commands run. */
function put(name: string, text: string): string {
  mkdirSync(join(HOME, name, '..'), { recursive: true });
  writeFileSync(join(HOME, name), text);
  return name;
}

const filesOf = (root: string) => readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted();

describe('without a terminal, import', () => {
  test('writes a valid record and tells what it leaves out; never over another', async () => {
    const root = folder('import-sound', {});
    const file = put('sound/publiccode.yml', PARCELS);
    const run = () => registry(['import', 'auto', file, ...FUNCTIONS, '--root', 'import-sound']);
    const { code, stdout, stderr } = await run();
    expect([code, stdout]).toEqual([0, 'import-sound/projects/int/parcels.yaml\n']);
    const written = readFileSync(join(root, 'projects/int/parcels.yaml'), 'utf8');
    expect(written.replace(/ {2}retrieved: .*\n/, '')).toBe(RECORD);
    expect(written).not.toContain('ada');
    expect(stderr).toMatch(/people are not published here\.\n {4}maintenance\.contacts\.0: /);
    expect((await registry(['validate', 'int/parcels', '--root', 'import-sound'])).code).toBe(0);
    const again = await run();
    expect([again.code, again.stderr.includes('This id belongs to another project already')]).toEqual([2, true]);
    expect(readFileSync(join(root, 'projects/int/parcels.yaml'), 'utf8')).toBe(written);
  });

  test.each([
    ['what lacks', PARCELS, [], 1, 'Still needed, with --set: functions=<term of functions>'],
    ['a repository listed already', PARCELS, [...FUNCTIONS, '--slug', 'others'], 1, 'the repository of “int/post” too'],
    [
      'a look-alike',
      PARCELS.replace('Parcels', 'Letter Past').replace('/parcels', '/past'),
      FUNCTIONS,
      1,
      'spelled like',
    ],
    ['no YAML', 'publiccodeYmlVersion: "0.5"\nname: a: b\n', [], 1, 'publiccode.yml:2:7: not read. A colon'],
    ['another format', PARCELS, ['--zone', 'int'], 1, 'This is publiccode.yml, not codemeta.json.'],
    ['a field that is none', PARCELS, ['--set', 'nmae=Cards'], 2, 'No field of the kind project is called “nmae”'],
  ])('writes nothing for %s', async (what, text, args, exit, message) => {
    const name = `import-${what.replaceAll(' ', '-')}`;
    const root = folder(name, {
      'projects/int/post.yaml': project('Letter Post', 'repository: https://github.com/example/parcels\n'),
    });
    const before = filesOf(root);
    const file = put(`${name}-files/publiccode.yml`, text);
    const format = what === 'another format' ? 'codemeta' : 'auto';
    const { code, stderr } = await registryHere(importRecords, [format, file, ...args, '--root', name]);
    expect([code, stderr]).toEqual([exit, expect.stringContaining(message)]);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(filesOf(root)).toEqual(before);
  });

  test('asks nothing of an address that is not public', async () => {
    folder('import-address', {});
    const address = 'https://127.0.0.1/publiccode.yml';
    const { code, stderr } = await registryHere(importRecords, ['auto', address, '--root', 'import-address']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('is not an https address of a named public host')]);
  });

  test('reports each file of a folder, and writes the ones that will do', async () => {
    const root = folder('import-folder', {});
    put('many/a/publiccode.yml', PARCELS);
    put('many/b.yml', PARCELS.replace('/parcels', '/cards').replace('Parcels', 'Cards').replace('An Office', 'Nobody'));
    put('many/c.yml', 'a: [');
    put('many/read.me', 'no');
    const run = (...more: string[]) =>
      registry(['import', 'auto', 'many', ...FUNCTIONS, ...more, '--root', 'import-folder']);
    const dry = JSON.parse((await run('--dry-run', '--json')).stdout);
    expect(dry.records.map(({ status, file }: Record<string, string>) => [status, file])).toEqual([
      ['valid', 'projects/int/parcels.yaml'],
      ['refused', 'projects/int/cards.yaml'],
    ]);
    expect(dry.records[1].missing).toEqual(['owner=<organization>']);
    expect(dry.records[0].notCarried).toContainEqual(expect.objectContaining({ reason: 'person' }));
    expect(dry.unread).toEqual([expect.objectContaining({ from: 'many/c.yml', line: 1 })]);
    expect(existsSync(join(root, 'projects'))).toBe(false);
    const { code, stderr } = await run();
    expect([code, stderr]).toEqual([1, expect.stringContaining('1 written, 1 refused, 1 not read.')]);
    expect(filesOf(join(root, 'projects'))).toEqual(['int', 'int/parcels.yaml']);
  });
});

describeAtTerminal('at a terminal, import', () => {
  test('asks for what the file does not say', async () => {
    const root = folder('import-asked', {});
    const file = put('asked/publiccode.yml', PARCELS);
    const { code, screen } = await atTerminal(
      ['import', 'auto', file, '--root', 'import-asked'],
      [
        { at: 'Functions –', does: `notif${KEY.tab}${KEY.enter}` },
        { at: 'Website –', does: KEY.enter },
        { at: 'Interface languages –', does: KEY.enter },
        { at: 'Started –', does: KEY.enter },
        { at: 'Zone –', does: KEY.enter },
        { at: 'Slug –', does: KEY.enter },
        { at: 'Write ', does: KEY.enter },
      ],
    );
    expect([code, screen]).toEqual([
      0,
      expect.stringContaining('Names and addresses of people are not published here.'),
    ]);
    const written = readFileSync(join(root, 'projects/int/parcels.yaml'), 'utf8');
    expect(written.replace(/ {2}retrieved: .*\n/, '')).toBe(RECORD);
  });
});
