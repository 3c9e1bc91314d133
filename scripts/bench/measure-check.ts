import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT } from '../lib/registry-folder.ts';
import { median } from './median.ts';
import { runNode } from './run-process.ts';

/** The check of a pull request of one file, as a whole process. */
export interface CheckRun {
  /** Median of the runs. */
  readonly seconds: number;
  readonly runs: readonly number[];
}

const ROUNDS = 3;

/**
 * Commits a registry folder, and on a branch the edit of one record; then checks that branch. There is no cache: what a workflow finds.
 * @param root the folder `registry` of a folder that becomes a repository, absolute
 */
export async function measureCheck(root: string, progress: (text: string) => void): Promise<CheckRun> {
  const repository = dirname(root);
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: repository, stdio: ['ignore', 'ignore', 'inherit'] });
  const commit = (message: string) =>
    git(
      '-c',
      'user.name=Bench',
      '-c',
      'user.email=bench@example.org',
      'commit',
      '--quiet',
      '--all',
      '--message',
      message,
    );
  progress('committing the registry');
  git('init', '--quiet', '--initial-branch=main');
  git('add', 'registry');
  commit('All records');
  git('checkout', '--quiet', '-b', 'edit');
  edit(root);
  commit('One record');
  git('checkout', '--quiet', 'main');
  git('repack', '-a', '-d', '--quiet');
  const runs: number[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    progress(`check of a pull request, round ${round} of ${ROUNDS}`);
    const program = join(PROJECT, 'scripts/registry.ts');
    const revisions = ['--base', 'main', '--head', 'edit', '--repository', repository];
    runs.push((await runNode([program, 'check-pr', ...revisions, '--json'])).seconds);
  }
  return { seconds: median(runs), runs };
}

function edit(root: string): void {
  const [file = ''] = globSync('projects/*/*.yaml', { cwd: root }).toSorted();
  const path = join(root, file);
  writeFileSync(path, `${readFileSync(path, 'utf8').trimEnd()}\ntags:\n  - edited\n`);
}
