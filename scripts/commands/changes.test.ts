import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentDigest } from '../../src/history/content-digest.ts';
import { loadRegistry } from '../../src/registry/load-fs.ts';
import { emptyFolder, folder, HOME, project, registry } from '../fixtures/command-line.ts';

const POST = 'projects/int/letter-post.yaml';
const CHANGES = 'observed/changes.jsonl';

/** Runs git as nobody in particular, on a day of its own. */
function git(root: string, day: number, ...args: string[]): string {
  const date = `2026-01-${String(day).padStart(2, '0')}T12:00:00Z`;
  const person = Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((role) => [
      [`GIT_${role}_NAME`, 'Test'],
      [`GIT_${role}_EMAIL`, 'test@example.org'],
      [`GIT_${role}_DATE`, date],
    ]),
  );
  const env = { ...process.env, ...person, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] });
}

function commit(root: string, day: number): void {
  git(root, day, 'add', '--all');
  git(root, day, 'commit', '--quiet', '--message', 'change');
}

/** A repository with a registry in it: a record comes, is laid out anew, is broken, is corrected on a branch. */
function repository(name: string): string {
  const root = folder(`${name}/registry`, { [POST]: project('Letter Post', 'license: MIT\n') });
  const top = join(HOME, name);
  git(top, 1, 'init', '--quiet', '--initial-branch=main');
  commit(top, 1);
  writeFileSync(join(root, POST), `# a comment\n${project('"Letter Post"', 'license: MIT\n')}`);
  symlinkSync('letter-post.yaml', join(root, 'projects/int/link.yaml'));
  writeFileSync(join(root, 'projects/int/huge.yaml'), `${project('Huge')}# ${'x'.repeat(40_000)}\n`);
  commit(top, 2);
  rmSync(join(root, 'projects/int/link.yaml'));
  rmSync(join(root, 'projects/int/huge.yaml'));
  git(top, 3, 'switch', '--quiet', '--create', 'branch');
  writeFileSync(join(root, POST), 'name: Letters: the post\n');
  commit(top, 3);
  writeFileSync(
    join(root, POST),
    project('Letter Post', 'license: EUPL-1.2\n').replace('  en:', '  fr: Des lettres\n  en:'),
  );
  commit(top, 4);
  git(top, 5, 'switch', '--quiet', 'main');
  git(top, 5, 'merge', '--quiet', '--no-ff', '--message', 'merge', 'branch');
  return root;
}

const read = (root: string) => readFileSync(join(root, CHANGES), 'utf8');
const told = (root: string) =>
  read(root)
    .split('\n')
    .filter((line) => line.includes('letter-post') || line.includes('parcels'))
    .map((line) => {
      const { day, what, fields = [] } = JSON.parse(line) as { day: string; what: string; fields?: string[] };
      return [day, what, ...fields].join(' ');
    });
const TOLD = ['2026-01-01 added', '2026-01-05 corrected license summary.fr'];

test('tells the history of the main line, to its end, once', async () => {
  const root = repository('told');
  const before = await registry(['changes', '--check', '--root', 'told']);
  expect([before.code, existsSync(join(root, CHANGES))]).toEqual([1, false]);

  const first = await registry(['changes', '--root', 'told']);
  expect(first.code).toBe(0);
  expect(first.stderr).toMatch(
    /^told\/registry\/observed\/changes\.jsonl: 3 changes, 3 of them new, up to [0-9a-f]{7}\.\n$/,
  );
  expect(told(root)).toEqual(TOLD);
  const { registry: loaded } = loadRegistry(root);
  const post = loaded.records.find(({ id }) => id === 'int/letter-post');
  expect(loaded.changes.events.findLast(({ id }) => id === 'int/letter-post')?.hash).toBe(post && contentDigest(post));

  const whole = read(root);
  commit(join(HOME, 'told'), 6);
  const again = await registry(['changes', '--check', '--root', 'told']);
  expect([again.code, again.stderr]).toEqual([
    0,
    'told/registry/observed/changes.jsonl: 3 changes, 0 of them new. Nothing to do.\n',
  ]);

  writeFileSync(join(root, 'projects/int/parcels.yaml'), project('Parcels'));
  rmSync(join(root, POST));
  commit(join(HOME, 'told'), 7);
  expect((await registry(['changes', '--check', '--root', 'told'])).code).toBe(1);
  expect(read(root)).toBe(whole);
  await registry(['changes', '--root', 'told']);
  expect(told(root)).toEqual([...TOLD, '2026-01-07 removed', '2026-01-07 added']);

  // The same from the beginning, also where what stands there is no file of ours or tells of another history.
  const continued = read(root);
  for (const spoilt of [
    '<<<<<<< HEAD\n',
    continued.replace(/"commit":"./, '"commit":"f').replace('added', 'confirmed'),
  ]) {
    writeFileSync(join(root, CHANGES), spoilt);
    expect((await registry(['changes', '--root', 'told'])).code).toBe(0);
    expect(read(root)).toBe(continued);
  }
});

test('needs no more history than it lacks, and says how to get it', async () => {
  const root = repository('deep');
  await registry(['changes', '--root', 'deep']);
  const known = read(root);
  git(
    HOME,
    8,
    'clone',
    '--quiet',
    '--depth',
    '1',
    `file://${join(HOME, 'deep')}`,
    join(emptyFolder('shallow'), 'clone'),
  );
  const none = await registry(['changes', '--root', 'shallow/clone']);
  expect([none.code, none.stdout]).toEqual([2, '']);
  expect(none.stderr).toMatch(/^registry: This is a shallow clone: .* git fetch --unshallow .*\n$/);
  const clone = join(HOME, 'shallow/clone/registry');
  expect(existsSync(join(clone, CHANGES))).toBe(false);

  emptyFolder('shallow/clone/registry/observed');
  writeFileSync(join(clone, CHANGES), known);
  writeFileSync(join(clone, 'projects/int/parcels.yaml'), project('Parcels'));
  commit(join(HOME, 'shallow/clone'), 9);
  expect((await registry(['changes', '--root', 'shallow/clone'])).code).toBe(0);
  expect(told(clone)).toEqual([...TOLD, '2026-01-09 added']);
});

test('says what it needs where git tells nothing', async () => {
  folder('no-git', { [POST]: project('Letter Post') });
  const outside = await registry(['changes', '--root', 'no-git']);
  expect([outside.code, outside.stderr]).toEqual([
    2,
    expect.stringMatching(
      /^registry: Git does not tell the history of .*no-git: .* Run this in a clone with at least one commit\.\n$/,
    ),
  ]);
  const uninstalled = await registry(['changes', '--root', 'no-git'], { PATH: '/nonexistent' });
  expect([uninstalled.code, uninstalled.stderr]).toEqual([
    2,
    'registry: The history of records is told by git, which is not installed here.\n',
  ]);
  git(emptyFolder('young'), 1, 'init', '--quiet');
  folder('young/registry', { [POST]: project('Letter Post') });
  expect((await registry(['changes', '--root', 'young'])).code).toBe(2);
  expect(existsSync(join(HOME, 'young/registry', CHANGES))).toBe(false);
});
