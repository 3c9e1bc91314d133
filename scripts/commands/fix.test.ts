import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatRecord } from '../../src/registry/format.ts';
import { folder, project, registry } from '../fixtures/command-line.ts';
import { atTerminal, describeAtTerminal, KEY } from '../lib/pseudo-terminal.ts';

const FILE = 'projects/int/letter-post.yaml';

test('mends in rounds, tells each, keeps the rest, and says what is left', async () => {
  const root = folder('fix', {
    [FILE]: project('Letter Post', 'licence: mit # as in LICENSE\ndocumentation: http://docs.example.org/\n'),
    'projects/int/windows.yaml': project('Windows').replaceAll('\n', '\r\n'),
    'projects/int/broken.yaml': 'name: Letters: the post\n',
  });
  const before = readFileSync(join(root, FILE), 'utf8');
  const check = await registry(['fix', '--check', '--root', 'fix']);
  expect([check.code, readFileSync(join(root, FILE), 'utf8')]).toEqual([1, before]);
  expect(check.stdout).toContain(
    'would mend fix/projects/int/letter-post.yaml:11:10 licence: mit → MIT [spdx-license]',
  );

  const write = await registry(['fix', '--root', 'fix']);
  expect(write.code).toBe(1);
  expect(write.stdout.match(/^mended /gm)).toHaveLength(3);
  expect(write.stderr).toMatch(/^3 mended in 2 files\. Left: 2 errors, .* \(run validate\)\.$/m);
  expect(readFileSync(join(root, FILE), 'utf8')).toContain('license: MIT # as in LICENSE\n');
  expect(readFileSync(join(root, FILE), 'utf8')).toContain('documentation: http://docs.example.org/\n');
  expect(readFileSync(join(root, 'projects/int/windows.yaml'), 'utf8')).not.toContain('\r');
  expect(readFileSync(join(root, 'projects/int/broken.yaml'), 'utf8')).toBe('name: Letters: the post\n');

  const named = await registry(['fix', 'int/windows', '--root', 'fix']);
  expect([named.code, named.stdout]).toEqual([0, '']);
});

test('tells what it mends in a list that it has made by the place that the value had', async () => {
  const text = project('Letter Post').replace('functions:\n  - notifications', 'functions: Notifications # all');
  folder('fix-list', { [FILE]: text });
  const { stdout } = await registry(['fix', '--check', '--root', 'fix-list']);
  expect(stdout).toContain(`${FILE}:7:12 functions: Notifications → [Notifications] [wrong-type]`);
  expect(stdout).toContain(`${FILE}:7:12 functions: Notifications → notifications [vocabulary-term]`);
});

describeAtTerminal('at a terminal, fix', () => {
  const before = project('Letter Post', 'license: mit # as in LICENSE\n');

  test('shows what it mended', async () => {
    folder('fix-shown', { [FILE]: before });
    const { code, screen } = await atTerminal(['fix', '--root', 'fix-shown'], []);
    expect(code).toBe(0);
    expect(screen).toContain('license: mit → MIT [spdx-license]');
    expect(screen).toContain('1 mended in 1 file.');
  });

  test.each([
    ['Ctrl-C', KEY.interrupt],
    ['a closed window', { hangUp: true } as const],
  ])('stopped by %s as soon as it speaks, leaves the old file or the new one', async (way, does) => {
    const name = `fix-${way.replaceAll(' ', '-')}`;
    const root = folder(name, { [FILE]: before });
    const { code: sound } = await registry(['fix', '--check', '--root', name]);
    expect(sound).toBe(1);
    await atTerminal(['fix', '--root', name], [{ at: 'mended', does }]);
    const after = readFileSync(join(root, FILE), 'utf8');
    expect([before, formatRecord('project', before.replace('mit', 'MIT'))]).toContain(after);
  });
});
