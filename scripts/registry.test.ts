import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, folder, HOME, project, registry, soundFolder } from './fixtures/command-line.ts';
import { PROJECT } from './lib/registry-folder.ts';

const sound = soundFolder();
folder('faulty', {
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
    expect(stderr).toBe(
      'sound: 2 projects, 1 organization. 0 errors, 0 warnings. 2 less grave, shown with --severity info.\n',
    );
  });

  test('0 in an empty folder, with a warning', async () => {
    emptyFolder('empty');
    const { code, stdout, stderr } = await registry(['validate', '--root', 'empty']);
    expect(code).toBe(0);
    expect(stdout).toContain('empty/registry.yaml:1:1 warning There is no registry.yaml. [registry-config]');
    expect(stderr).toBe('empty: no records. 0 errors, 1 warning.\n');
  });

  test.each([
    ['no command', [], 'Usage: registry'],
    ['an unknown command', ['vaildate'], 'unknown command'],
    ['an unknown option', ['validate', '--fromat', 'json'], 'unknown option'],
    ['an unknown kind', ['list', 'projects', '--root', 'sound'], 'Allowed choices are project'],
    ['a missing folder', ['validate', '--root', 'nowhere'], 'There is no folder nowhere.'],
    [
      'unknown ids, all of them named',
      ['validate', 'int/nothing', 'sound/projects/zz', 'int/parcels', '--root', 'sound'],
      'No record is named int/nothing, sound/projects/zz.',
    ],
    ['an empty --root', ['validate', '--root', ''], '--root is empty'],
    [
      'a field that no project has',
      ['list', 'project', '--where', 'stauts=beta', '--root', 'sound'],
      'Did you mean status?',
    ],
    [
      'a value that a field never has',
      ['list', 'project', '--where', 'status=nope', '--root', 'sound'],
      'status is never “nope”',
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

test.skipIf(!existsSync('/dev/full'))('what cannot be printed is no success', () => {
  const program = `"${process.execPath}" "${join(PROJECT, 'scripts/registry.ts')}"`;
  const run = (command: string) => spawnSync('sh', ['-c', command], { cwd: HOME, encoding: 'utf8' });
  const { status, stderr } = run(`${program} list project --root sound > /dev/full`);
  expect([status, stderr]).toEqual([2, expect.stringContaining('the output could not be written')]);
  expect(run(`${program} validate --format json --root faulty | head -c 1`).stderr).not.toContain('    at ');
});

test.skipIf(process.getuid?.() === 0)('a file that may not be written is told without a stack', async () => {
  const root = folder('locked', { 'projects/int/a.yaml': project('A Service', 'license: mit\n') });
  chmodSync(join(root, 'projects/int'), 0o555);
  const { code, stderr } = await registry(['fix', '--root', 'locked']);
  chmodSync(join(root, 'projects/int'), 0o755);
  expect([code, stderr]).toEqual([2, expect.stringMatching(/cannot be written: you may not .* Nothing was changed/)]);
});

describe.concurrent('the registry is found', () => {
  const expected = 'int/letter-post';
  test.each([
    ['by --root before the command', ['--root', 'sound', 'list', 'project'], {}],
    ['by REGISTRY_ROOT', ['list', 'project'], { REGISTRY_ROOT: 'sound' }],
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
    cpSync(sound, emptyFolder('copy/registry'), { recursive: true });
    expect((await registry(['validate', '--root', 'copy'])).stderr).toContain('copy/registry: 2 projects');
  });
});

describe.concurrent('validate', () => {
  test('reports for people: place, excerpt with caret, found, expected, remedy', async () => {
    const { code, stdout, stderr } = await registry(['validate', '--root', 'faulty']);
    expect(code).toBe(1);
    expect(stderr).toBe('faulty: 2 organizations. 7 errors, 1 warning. 2 less grave, shown with --severity info.\n');
    await expect(stdout).toMatchFileSnapshot('fixtures/report.txt');
  });

  test('reports to programs: one object on stdout alone, with all that is found in one run', async () => {
    const { code, stdout } = await registry([
      'validate',
      '--format',
      'json',
      '--severity',
      'warning',
      '--root',
      'faulty',
    ]);
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
      expected: 'a country code of ISO 3166-1, two capital letters: CA, FR',
      hint: 'Write GB.',
      fix: { set: 'GB' },
      code: 'reserved',
      values: { code: 'UK' },
      words: { expected: { key: 'phrase.countryCode' }, hint: { key: 'phrase.write', values: { text: 'GB' } } },
    });
  });

  test('reports to GitHub, where no name or text can break out of its line', async () => {
    folder('names', { 'projects/int/a,b:c\n::error::x%0A.yaml': project('x') });
    const { code, stdout } = await registry(['validate', '--format', 'github', '--root', 'names']);
    expect(code).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^::error file=names\/projects\/int\/a%2Cb%3Ac\\u\{a\}%3A%3Aerror%3A%3Ax%250A\.yaml,line=1,col=1,title=file-name::A file cannot be called /,
    );
  });

  test.each([
    [
      'ids and paths',
      ['int/letter-post', 'organizations/gb/office.yaml'],
      ['organizations/gb/office.yaml', 'projects/int/letter-post.yaml'],
    ],
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
