import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { PullRequestReport } from '../../src/github/pull-request-report.ts';
import { PROJECT } from '../../src/registry/fixtures/hostile/hostile-file.ts';
import { folder, registry } from '../fixtures/command-line.ts';
import { fixtureFiles, GitRepository, writeIn } from '../fixtures/git-repository.ts';

const git = new GitRepository();
afterAll(() => git.remove());

const FILE = 'registry/projects/int/post.yaml';
const base = git.commit({ ...fixtureFiles(), '.gitignore': 'ignored/\n' });
const good = git.commit({ [FILE]: PROJECT }, base);
git.branch('main', base);
git.branch(
  'bad',
  git.commit({ [FILE]: PROJECT.replace('stable', 'stabel'), 'registry/projects/int/x,y\n::y.yaml': '' }, base),
);

const run = (...args: string[]) => registry(args, {}, git.folder);
const checkPr = (head: string, ...more: string[]) => run('check-pr', '--base', 'main', `--head=${head}`, ...more);

describe.concurrent('check-pr', () => {
  test('finds faults with 1, with their lines', async () => {
    const { code, stdout } = await checkPr('bad');
    expect(code).toBe(1);
    expect(stdout).toContain(
      `${FILE}:6:9 error The field “status” does not take this value. [wrong-value]\n    6 | status: stabel\n`,
    );
    expect(stdout).toContain('to mend:       tree, schema\n');
    expect(stdout).not.toContain('\n::y');
  });
  test('annotates lines, and no file name adds a line', async () => {
    const { stdout } = await checkPr('bad', '--format', 'github');
    expect(stdout).toContain(`::error file=${FILE},line=6,col=9,title=wrong-value::`);
    expect(
      stdout
        .trim()
        .split('\n')
        .every((line) => /^::(?:error|notice) file=registry\//.test(line)),
    ).toBe(true);
  });
  test('fails with 2 where it is we who fail', async () => {
    const { code, stdout, stderr } = await checkPr('--output=x');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'registry: the check failed, not the pull request. There is no commit "--output=x" in this repository.\n',
    );
  });
});

function gitFiles(): string[] {
  return readdirSync(join(git.folder, '.git'), { recursive: true, encoding: 'utf8' }).toSorted();
}

test('check looks at what is committed and what is not, and leaves no trace', async () => {
  git.branch('work', good);
  writeIn(git.folder, '.git/HEAD', 'ref: refs/heads/work\n');
  for (const [path, content] of Object.entries({ ...fixtureFiles(), '.gitignore': 'ignored/\n', [FILE]: PROJECT }))
    writeIn(git.folder, path, content);
  execFileSync('git', ['read-tree', good], { cwd: git.folder });
  const clean = await run('check', '--root', 'registry');
  expect(clean).toMatchObject({ code: 0, stderr: '' });
  expect(clean.stdout).toContain('add project int/post\n');
  expect(clean.stdout).toContain('Compared with main, from where your branch left it. Next: commit, push');

  writeIn(
    git.folder,
    'registry/projects/int/wax.yaml',
    PROJECT.replace('Letter Post', 'Wax').replace('stable', 'stabel'),
  );
  writeIn(git.folder, 'ignored/x.yaml', 'x');
  const before = [gitFiles(), readFileSync(join(git.folder, '.git/index'))];
  const found = await run('check', '--root', 'registry', '--json');
  const report = JSON.parse(found.stdout) as PullRequestReport;
  expect(found.code).toBe(1);
  expect(report).toMatchObject({ base, passed: false, scope: 'records', zones: ['int'], kinds: ['project'] });
  expect(report.records.map(({ id }) => id)).toEqual(['int/post', 'int/wax']);
  expect(report.issues.map(({ file, rule }) => `${file} ${rule}`)).toContain(
    'registry/projects/int/wax.yaml wrong-value',
  );
  expect([gitFiles(), readFileSync(join(git.folder, '.git/index'))]).toEqual(before);
});

test.each([
  ['no repository', () => folder('no-git'), [], 'is in no git repository'],
  [
    'nothing to compare with',
    () => join(git.folder, 'registry'),
    ['--base', 'gone'],
    'There is no gone to compare with. Name the branch',
  ],
])('check says what to do where there is %s', async (_, rootOf, more, message) => {
  const { code, stdout, stderr } = await run('check', '--root', rootOf(), ...more);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
});
