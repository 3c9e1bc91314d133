import { mergeBases, resolveCommit } from '../../../src/git/objects-git.ts';
import { type Git, GitError } from '../../../src/git/run-git.ts';

const KEY = 'Program-Release';

/** The line of an upgrade's message that says which release it took; it outlives a squash. */
export function releaseLine(commit: string): string {
  return `${KEY}: ${commit}`;
}

/**
 * The release that the copy's last upgrade took, as its message says: a full hash. Others write messages, too; one that names no commit of the
 * program's own history says nothing, and one that names a wrong one lets more look edited, never less.
 */
export function lastRelease(git: Git, ours: string, tips: readonly string[]): string | undefined {
  const pattern = `^${KEY}: [0-9a-f]{40,64}$`;
  const asked = [
    '--first-parent',
    '--extended-regexp',
    `--grep=${pattern}`,
    '--max-count=1',
    '--format=%B',
    ours,
    '--',
  ];
  const message = git(['log', ...asked]).toString('utf8');
  const named = message
    .match(new RegExp(pattern, 'gm'))
    ?.at(-1)
    ?.slice(KEY.length + 2);
  if (named === undefined || !isCommit(git, named)) return undefined;
  return mergeBases(git, named, ...tips).includes(named) ? named : undefined;
}

function isCommit(git: Git, hash: string): boolean {
  try {
    return resolveCommit(git, hash) === hash;
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
}
