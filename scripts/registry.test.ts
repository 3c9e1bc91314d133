import { execFile, execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { cachePath } from '../src/registry/cache-fs.ts';
import { type Files, RULE_FIXTURES, writeFiles } from '../src/registry/fixtures/temporary-registry-fs.ts';
import { PROJECT } from './lib/registry-folder.ts';

vi.setConfig({ testTimeout: 60_000, maxConcurrency: 2 });

const HOME = realpathSync(mkdtempSync(join(tmpdir(), 'public-square-cli-')));
const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(cachePath(PROJECT, root) ?? '', { force: true });
  rmSync(HOME, { recursive: true, force: true });
});

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in the folder above the registries, with no colours and no registry of the environment. */
function registry(args: readonly string[], env: Record<string, string> = {}, cwd = HOME): Promise<Run> {
  const { REGISTRY_ROOT: _, NO_COLOR: __, FORCE_COLOR: ___, ...rest } = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(PROJECT, 'scripts/registry.ts'), ...args],
      { cwd, env: { ...rest, ...env }, timeout: 50_000 },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr }),
    );
  });
}

/** A registry folder below HOME: the base of the fixtures with more files. */
function folder(name: string, files: Files = {}): string {
  const root = join(HOME, name);
  cpSync(join(RULE_FIXTURES, 'base'), root, { recursive: true });
  writeFiles(root, files);
  roots.push(root);
  return root;
}

function project(name: string, more = '', owner = 'int/office'): string {
  return `schemaVersion: 1\nname: ${name}\nsummary:\n  en: Sends letters\ntype: service\nstatus: stable\nfunctions:\n  - notifications\nowner: ${owner}\nwebsite: https://post.example.org/\n${more}`;
}

const sound = folder('sound', {
  'projects/int/letter-post.yaml': project(
    'Letter Post',
    'license: MIT\naudience:\n  levels:\n    - local\n    - national\n',
  ),
  'projects/int/parcels.yaml': project('"=cmd|x"', 'license: EUPL-1.2\nrelated:\n  - int/letter-post\n'),
  'projects/int/old-post.yaml': 'schemaVersion: 1\nstate: tombstone\nreason: merged\nsuccessor: int/letter-post\n',
});
const faulty = folder('faulty', {
  'projects/int/letter-post.yaml': project('政务通知：信 \u202eX', 'licence: MIT\nlicense: GPL v3\n', 'int/ofice'),
  'projects/int/parcels.yaml': project('Pаrcels', 'documentation: http://docs.example.org/\n').replace(
    'stable',
    'stabel',
  ),
  'organizations/gb/office.yaml': 'schemaVersion: 1\nname: Office\ntype: national\ncountry: UK\n',
});

describe.concurrent('the exit code is', () => {
  test('0 where nothing is found', async () => {
    const { code, stdout, stderr } = await registry(['validate', '--root', 'sound']);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toBe('sound: 2 projects, 1 organizations. 0 errors, 0 warnings.\n');
  });

  test('0 in an empty folder, with a warning', async () => {
    mkdirSync(join(HOME, 'empty'));
    roots.push(join(HOME, 'empty'));
    const { code, stdout, stderr } = await registry(['validate', '--root', 'empty']);
    expect(code).toBe(0);
    expect(stdout).toContain('empty/registry.yaml:1:1 warning There is no registry.yaml. [registry-config]');
    expect(stderr).toBe('empty: no records. 0 errors, 1 warning.\n');
  });

  test.each([
    ['no command', [], 'Usage: registry'],
    ['an unknown command', ['vaildate'], 'unknown command'],
    ['an unknown option', ['validate', '--fromat', 'json'], 'unknown option'],
    ['an unknown format', ['validate', '--format', 'xml', '--root', 'sound'], 'Allowed choices are text, json, github'],
    ['an unknown kind', ['list', 'projects', '--root', 'sound'], 'Allowed choices are project'],
    ['a missing folder', ['validate', '--root', 'nowhere'], 'There is no folder nowhere.'],
    ['a file as folder', ['validate', '--root', 'sound/registry.yaml'], 'There is no folder sound/registry.yaml.'],
    [
      'unknown ids, all of them named',
      ['validate', 'int/nothing', 'sound/projects/zz', 'int/parcels', '--root', 'sound'],
      'No record is named int/nothing, sound/projects/zz.',
    ],
    ['a condition without =', ['list', 'project', '--where', 'status', '--root', 'sound'], '--where takes field=value'],
  ])('2 for %s', async (_, args, message) => {
    const { code, stdout, stderr } = await registry(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  test('0 for help', async () => {
    const { code, stdout } = await registry(['validate', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('npm run registry -- validate ca/gc-notify');
  });
});

describe.concurrent('the registry is found', () => {
  const expected = 'int/letter-post';
  test.each([
    ['by --root behind the command', ['list', 'project', '--root', 'sound'], {}],
    ['by --root before the command', ['--root', 'sound', 'list', 'project'], {}],
    ['by REGISTRY_ROOT', ['list', 'project'], { REGISTRY_ROOT: 'sound' }],
    ['by --root rather than by REGISTRY_ROOT', ['list', 'project', '--root', 'sound'], { REGISTRY_ROOT: 'faulty' }],
  ])('%s', async (_, args, env) => {
    const { code, stdout } = await registry(args, env);
    expect(code).toBe(0);
    expect(stdout).toContain(expected);
  });

  test('in this repository where nothing is said, also by an empty variable', async () => {
    const { code, stdout } = await registry(['list', 'organization'], { REGISTRY_ROOT: '' });
    expect(code).toBe(0);
    expect(stdout.split('\n').length).toBeGreaterThan(50);
  });

  test('in the folder registry of a copy', async () => {
    mkdirSync(join(HOME, 'copy'));
    cpSync(sound, join(HOME, 'copy/registry'), { recursive: true });
    roots.push(join(HOME, 'copy/registry'));
    expect((await registry(['validate', '--root', 'copy'])).stderr).toContain('copy/registry: 2 projects');
  });
});

describe.concurrent('validate', () => {
  test('reports for people: place, excerpt with caret, found, expected, remedy', async () => {
    const { code, stdout, stderr } = await registry(['validate', '--root', 'faulty']);
    expect(code).toBe(1);
    expect(stderr).toBe('faulty: 1 organizations. 7 errors, 1 warning.\n');
    await expect(stdout).toMatchFileSnapshot('fixtures/report.txt');
  });

  test('reports to programs: one object on stdout alone, with all that is found in one run', async () => {
    const { code, stdout } = await registry(['validate', '--format', 'json', '--root', 'faulty']);
    expect(code).toBe(1);
    const { records, issues } = JSON.parse(stdout) as { records: number; issues: Record<string, unknown>[] };
    expect(records).toBe(2);
    expect(issues.map(({ rule, line, col, path }) => [rule, line, col, path])).toEqual([
      ['country-code', 4, 10, ['country']],
      ['unsafe-character', 2, 14, []],
      ['reference-exists', 9, 8, ['owner']],
      ['unknown-field', 11, 1, ['licence']],
      ['spdx-license', 12, 10, ['license']],
      ['mixed-script', 2, 7, ['name']],
      ['wrong-value', 6, 9, ['status']],
      ['unsafe-url', 11, 16, ['documentation']],
    ]);
    expect(issues[0]).toEqual({
      rule: 'country-code',
      severity: 'error',
      file: 'organizations/gb/office.yaml',
      line: 4,
      col: 10,
      path: ['country'],
      message: '“UK” is a reserved code, not a country.',
      found: 'UK',
      expected: 'a code of ISO 3166-1',
      hint: 'Write GB.',
    });
  });

  test('reports to GitHub, where no name or text can break out of its line', async () => {
    folder('names', { 'projects/int/a,b:c\n::error::x%0A.yaml': project('x') });
    const { code, stdout } = await registry(['validate', '--format', 'github', '--root', 'names']);
    expect(code).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^::error file=names\/projects\/int\/a%2Cb%3Ac%0A%3A%3Aerror%3A%3Ax%250A\.yaml,line=1,col=1,title=file-name::The file name /,
    );
  });

  test.each([
    ['an id', ['int/letter-post'], ['projects/int/letter-post.yaml']],
    ['a path from here', ['faulty/projects/int/parcels.yaml'], ['projects/int/parcels.yaml']],
    ['a path from the registry', ['organizations/gb/office.yaml'], ['organizations/gb/office.yaml']],
    ['a folder', ['faulty/projects/int'], ['projects/int/letter-post.yaml', 'projects/int/parcels.yaml']],
    [
      'the registry folder',
      ['faulty'],
      ['organizations/gb/office.yaml', 'projects/int/letter-post.yaml', 'projects/int/parcels.yaml'],
    ],
    ['files without a fault', ['faulty/vocabularies/functions.yaml', 'faulty/registry.yaml'], []],
  ])('looks at %s only', async (_, named, files) => {
    const { code, stdout } = await registry(['validate', ...named, '--format', 'json', '--root', 'faulty']);
    const { issues } = JSON.parse(stdout) as { issues: { file: string }[] };
    expect([...new Set(issues.map(({ file }) => file))]).toEqual(files);
    expect(code).toBe(files.length > 0 ? 1 : 0);
  });
});

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

describe.concurrent('list', () => {
  test('chooses by values, in lists and in fields', async () => {
    const { stdout, stderr } = await registry([
      'list',
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
    const { stdout } = await registry(['list', 'project', '--format', 'csv', '--root', 'sound']);
    expect(stdout).toBe(
      "id,name,summary\nint/letter-post,Letter Post,Sends letters\nint/parcels,'=cmd|x,Sends letters\n",
    );
  });
  test('writes JSON', async () => {
    const { stdout } = await registry(['list', 'organization', '--format', 'json', '--root', 'sound']);
    expect(JSON.parse(stdout)).toEqual([expect.objectContaining({ id: 'int/office', type: 'international' })]);
  });
  test('finds nothing by names of the prototype', async () => {
    const { code, stdout } = await registry([
      'list',
      'project',
      '--where',
      'constructor.name=Object',
      '--root',
      'sound',
    ]);
    expect([code, stdout]).toEqual([0, '\n']);
  });
});

describe.concurrent('show', () => {
  test('prints a record and what refers to it', async () => {
    const { code, stdout } = await registry(['show', 'int/letter-post', '--root', 'sound']);
    expect(code).toBe(0);
    expect(stdout).toContain('# project int/letter-post (sound/projects/int/letter-post.yaml)\nschemaVersion: 1\n');
    expect(stdout).toContain('\n# referred to by project int/parcels: related.0\n');
  });
  test('prints a faulty record with what is wrong, and no character that rewrites the terminal', async () => {
    const { code, stdout, stderr } = await registry(['show', 'int/letter-post', '--root', 'faulty']);
    expect(code).toBe(1);
    expect(stdout).toContain('name: 政务通知：信 \\u{202e}X\n');
    expect(stderr).toContain('[reference-exists]');
  });
  test('prints JSON, also of a tombstone', async () => {
    const { stdout } = await registry(['show', 'int/old-post', '--format', 'json', '--root', 'sound']);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'project', id: 'int/old-post', state: 'tombstone' });
  });
  test('names the nearest id', async () => {
    const { code, stderr } = await registry(['show', 'int/leter-post', '--root', 'sound']);
    expect(code).toBe(2);
    expect(stderr).toBe('registry: There is no record int/leter-post. Did you mean int/letter-post?\n');
  });
  test('asks for the kind where two have the id', async () => {
    folder('twins', { 'projects/int/office.yaml': project('Office') });
    const { code, stderr } = await registry(['show', 'int/office', '--format', 'json', '--root', 'twins']);
    expect(code).toBe(2);
    expect(stderr).toContain('There is a project and a organization int/office. Say which one with --kind.');
    const { stdout } = await registry([
      'show',
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
