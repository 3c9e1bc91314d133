import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { registryHere } from '../fixtures/command-here.ts';
import { folder, project, registry, soundFolder } from '../fixtures/command-line.ts';
import { list } from './list.ts';
import { show } from './show.ts';

soundFolder();
folder('faulty', { 'projects/int/letter-post.yaml': project('政务通知：信 \u202eX', '', 'int/ofice') });

describe('format', () => {
  test('writes the canonical form once, keeps comments, and leaves what is not sound', async () => {
    const root = folder('format', {
      'projects/int/mixed.yaml':
        '# why it is here\nname: Mixed # as on the sign\r\nschemaVersion:   1\nsummary: {en: Sends letters}\ntype: service\nstatus: stable\nfunctions: [notifications]\nowner: int/office\nwebsite: https://mixed.example.org/\n',
      'projects/int/broken.yaml': 'name: Letters: the post\n',
      'projects/int/alias.yaml': 'name: &a x\nacronym: *a\n',
    });
    symlinkSync('mixed.yaml', join(root, 'projects/int/link.yaml'));
    execFileSync('mkfifo', [join(root, 'projects/int/pipe.yaml')]);
    const before = readFileSync(join(root, 'projects/int/mixed.yaml'), 'utf8');

    const check = await registry(['format', '--check', '--root', 'format']);
    expect(check.code).toBe(1);
    expect(check.stdout).toBe(
      'would change format/organizations/int/office.yaml\nwould change format/projects/int/mixed.yaml\n',
    );
    expect(readFileSync(join(root, 'projects/int/mixed.yaml'), 'utf8')).toBe(before);

    const write = await registry(['format', '--root', 'format']);
    expect(write.code).toBe(1);
    for (const file of ['alias', 'broken', 'link', 'pipe'])
      expect(write.stderr).toContain(`left as it is, not sound YAML: format/projects/int/${file}.yaml`);
    expect(readFileSync(join(root, 'projects/int/broken.yaml'), 'utf8')).toBe('name: Letters: the post\n');
    expect(lstatSync(join(root, 'projects/int/link.yaml')).isSymbolicLink()).toBe(true);
    expect(existsSync(join(root, 'projects/int/mixed.yaml.new'))).toBe(false);
    expect(readFileSync(join(root, 'projects/int/mixed.yaml'), 'utf8')).toBe(
      '# yaml-language-server: $schema=../../../public/schema/project.json\nschemaVersion: 1\n# why it is here\nname: Mixed # as on the sign\nsummary: {en: Sends letters}\ntype: service\nstatus: stable\nfunctions: [notifications]\nowner: int/office\nwebsite: https://mixed.example.org/\n',
    );

    const again = await registry(['format', 'int/mixed', '--check', '--root', 'format']);
    expect([again.code, again.stdout]).toEqual([0, '']);
  });
});

describe('list', () => {
  test('chooses by values, in lists and in fields', async () => {
    const { stdout, stderr } = await registryHere(list, [
      'project',
      '--where',
      'audience.levels=local',
      '--where',
      'license=MIT',
      '--root',
      'sound',
    ]);
    expect(stdout).toBe('int/letter-post  Letter Post\n');
    expect(stderr).toBe('1 of 2.\n');
  });
  test('writes CSV in which nothing is a formula', async () => {
    const { stdout } = await registryHere(list, ['project', '--format', 'csv', '--root', 'sound']);
    expect(stdout).toBe(
      "id,name,summary\nint/letter-post,Letter Post,Sends letters\nint/parcels,'=cmd|x,Sends letters\n",
    );
  });
  test('writes JSON', async () => {
    const { stdout } = await registryHere(list, ['organization', '--format', 'json', '--root', 'sound']);
    expect(JSON.parse(stdout)).toEqual([expect.objectContaining({ id: 'int/office', type: 'international' })]);
  });
  test('refuses a field of this copy’s own that it does not declare, and a value that it cannot have', async () => {
    folder('own-fields', {
      'registry.yaml':
        'schemaVersion: 1\nid: int\nname: {en: World}\nzones: "*"\nlanguages: [en]\ndataLicense: CC0-1.0\nextensions:\n  int: [{key: level, kinds: [project], type: choice, label: {en: Level}, values: {low: {en: Low}}}]\n',
      'projects/int/letters.yaml': project('Letters', 'extensions: {int: {level: low}}\n'),
    });
    const own = (where: string) => registryHere(list, ['project', '--where', where, '--root', 'own-fields']);
    expect((await own('extensions.int.level=low')).stdout).toBe('int/letters  Letters\n');
    expect(await own('extensions.int.levl=low')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/no field .*levl.* mean level/),
    });
    expect(await own('extensions.int.level=high')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is never “high”: low.'),
    });
  });
  test('finds nothing by names of the prototype', async () => {
    const { code, stdout, stderr } = await registryHere(list, [
      'project',
      '--where',
      'constructor.name=Object',
      '--root',
      'sound',
    ]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('No field of the kind project is called “constructor.name”');
  });
});

describe.concurrent('schema', () => {
  test('prints the JSON Schema of a kind, with the terms of the registry at hand', async () => {
    const vocabulary = 'schemaVersion: 1\nid: functions\nterms:\n  parades:\n    label:\n      en: Parades\n';
    folder('parades', { 'vocabularies/functions.int.yaml': vocabulary });
    const { code, stdout } = await registry(['schema', 'project', '--root', 'parades']);
    expect(code).toBe(0);
    const { functions } = JSON.parse(stdout).else.properties;
    expect(functions.items.enum).toContain('parades');
    expect(functions.items.enumDescriptions).toContain('Parades');
  });
  test.each([
    ['neither a kind nor --write', [], 'Name one kind to print it, or give --write to write all.'],
    ['both', ['project', '--write'], 'Name one kind to print it, or give --write to write all.'],
    ['a kind that is none', ['gadget'], 'Allowed choices are project'],
  ])('is wrong use with %s', async (_, args, message) => {
    const { code, stdout, stderr } = await registry(['schema', ...args, '--root', 'sound']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

describe.concurrent('stats', () => {
  test('counts what the registry holds, to people and to programs alike', async () => {
    const { code, stdout } = await registry(['stats', '--root', 'sound']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Records by kind\. Total: 3\.\n {2}Project +2 +67 %\n {2}Organization +1 +33 %\n/);
    const json = await registry(['stats', '--json', '--root', 'sound'], { SOURCE_DATE: '2026-11-23' });
    const { day, statistics } = JSON.parse(json.stdout) as {
      day: string;
      statistics: { id: string; rows: unknown[] }[];
    };
    expect(day).toBe('2026-11-23');
    expect(statistics.find(({ id }) => id === 'licenses')?.rows).toEqual([
      { value: 'EUPL-1.2', count: 1 },
      { value: 'MIT', count: 1 },
    ]);
    const csv = await registry(['stats', '--format', 'csv', '--root', 'sound']);
    expect(csv.stdout).toContain('\nlicenses,MIT,MIT,1,2\n');
  });
});

describe('show', () => {
  test('prints a record and what refers to it', async () => {
    const { code, stdout } = await registryHere(show, ['int/letter-post', '--root', 'sound']);
    expect(code).toBe(0);
    expect(stdout).toContain('# project int/letter-post (sound/projects/int/letter-post.yaml)\nschemaVersion: 1\n');
    expect(stdout).toContain('\n# referred to by project int/parcels: related.0\n');
  });
  test('prints a faulty record with what is wrong, and no character that rewrites the terminal', async () => {
    const { code, stdout, stderr } = await registryHere(show, ['int/letter-post', '--root', 'faulty']);
    expect(code).toBe(1);
    expect(stdout).toContain('name: 政务通知：信 \\u{202e}X\n');
    expect(stderr).toContain('[reference-exists]');
  });
  test('prints JSON, also of a tombstone', async () => {
    const { stdout } = await registryHere(show, ['int/old-post', '--format', 'json', '--root', 'sound']);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'project', id: 'int/old-post', state: 'tombstone' });
  });
  test('names the nearest id', async () => {
    const { code, stderr } = await registryHere(show, ['int/leter-post', '--root', 'sound']);
    expect(code).toBe(2);
    expect(stderr).toBe('registry: There is no record int/leter-post. Did you mean int/letter-post?\n');
  });
  test('asks for the kind where two have the id', async () => {
    folder('twins', { 'projects/int/office.yaml': project('Office') });
    const { code, stderr } = await registryHere(show, ['int/office', '--format', 'json', '--root', 'twins']);
    expect(code).toBe(2);
    expect(stderr).toContain(
      'int/office is the id of several records: project, organization. Say which one with --kind.',
    );
    const { stdout } = await registryHere(show, [
      'int/office',
      '--kind',
      'organization',
      '--format',
      'json',
      '--root',
      'twins',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'organization',
      referredBy: [{ kind: 'project', id: 'int/office', path: 'owner' }],
    });
  });
});
