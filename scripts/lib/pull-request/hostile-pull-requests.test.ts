import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fixtureFiles, GitRepository, writeIn } from '../../fixtures/git-repository.ts';
import { HOSTILE_PULL_REQUESTS } from '../../fixtures/hostile-pull-requests.ts';
import { checkRevisions } from './check-revisions.ts';

const git = new GitRepository();
afterAll(() => git.remove());

const canary = join(git.folder, 'CANARY');
const touch = `touch ${canary} #`;
const base = git.commit(fixtureFiles());
git.branch('main', base);
for (const [path, content] of Object.entries(fixtureFiles())) writeIn(git.folder, path, content);
execFileSync('git', ['read-tree', base], { cwd: git.folder });

// Everything that a clone can be set to run; the trees of the pull requests name these drivers.
writeIn(git.folder, '.git/hooks/post-index-change', `#!/bin/sh\n${touch}\n`);
writeIn(git.folder, '.git/hooks/post-checkout', `#!/bin/sh\n${touch}\n`);
for (const hook of readdirSync(join(git.folder, '.git/hooks'))) chmodSync(join(git.folder, '.git/hooks', hook), 0o755);
const settings: Record<string, string> = {
  'core.fsmonitor': touch,
  'core.pager': touch,
  'core.sshCommand': touch,
  'core.attributesFile': join(git.folder, '.git/attributes'),
  'diff.external': touch,
  'diff.evil.command': touch,
  'diff.evil.textconv': touch,
  'filter.evil.clean': touch,
  'filter.evil.smudge': touch,
  'filter.evil.process': touch,
  'merge.evil.driver': touch,
  'gc.auto': '1',
};
writeIn(git.folder, '.git/attributes', '* diff=evil filter=evil merge=evil\n');
for (const [key, value] of Object.entries(settings)) execFileSync('git', ['config', key, value], { cwd: git.folder });

/** Every file but git’s objects, with its content. */
function everything(): Record<string, string> {
  const files = readdirSync(git.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).toSorted();
  return Object.fromEntries(
    paths.filter((path) => !path.includes('/.git/objects/')).map((path) => [path, readFileSync(path, 'latin1')]),
  );
}

const commits = HOSTILE_PULL_REQUESTS.map(({ make }) => make(git, base));
const before = everything();
let asSpecified = 0;

function told(head: string): string[] {
  const { report } = checkRevisions({
    ...{ repository: git.folder, base: 'main', folder: 'registry', isOurs: false, today: '2026-11-23' },
    head,
  });
  return report.issues
    .filter(({ severity }) => severity !== 'info')
    .map(({ severity, file, line, rule, code }) => `${severity} ${file}:${line} ${rule}/${code}`);
}

describe('hostile pull requests', () => {
  test.each(HOSTILE_PULL_REQUESTS.map((hostile, index) => ({ ...hostile, commit: commits[index] ?? '' })))(
    '$name',
    ({ commit, told: expected }) => {
      expect(told(commit)).toEqual(expected);
      asSpecified += 1;
    },
  );

  test('all are as specified, and nothing was run or written', () => {
    expect(asSpecified).toBe(HOSTILE_PULL_REQUESTS.length);
    expect(asSpecified).toBeGreaterThanOrEqual(60);
    expect(existsSync(canary)).toBe(false);
    expect(everything()).toEqual(before);
  });

  test('the canary dies where git is asked without care', () => {
    spawnSync('git', ['diff', '--ext-diff', base, commits[0] ?? ''], { cwd: git.folder });
    expect(existsSync(canary)).toBe(true);
  });
});

test.each([
  '--output=CANARY',
  '--upload-pack=touch CANARY',
  '-x',
  'main..HEAD',
  ':/Change',
  '',
  'main\0',
  'a'.repeat(5000),
  '\u001b[2J',
])('the revision %j is none, and no option', (revision) => {
  const revisions = { repository: git.folder, folder: 'registry', isOurs: false };
  expect(() => checkRevisions({ ...revisions, base: 'main', head: revision })).toThrow(/There is no commit|:\//);
  expect(() => checkRevisions({ ...revisions, base: revision, head: 'main' })).toThrow(/There is no commit/);
});
