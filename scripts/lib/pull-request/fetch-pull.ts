import { resolveCommit } from '../../../src/git/objects-git.ts';
import { gitIn } from '../../../src/git/run-git.ts';

export interface FetchedPull {
  /** Full hashes of the target's branch and of the head, as they stand at the host now. */
  readonly base: string;
  readonly head: string;
}

/** Where fetched commits are kept: no branch, so that nothing checks them out. */
const KEPT = 'refs/public-square';

/**
 * Fetches a pull request's head and its target's branch from the clone's origin, as objects only: nothing is checked out and nothing of them is
 * run. Without a token: what is public needs none.
 * @throws {GitError}
 */
export function fetchPull(clone: string, number: number, branch: string): FetchedPull {
  const head = `${KEPT}/pull/${number}`;
  const base = `${KEPT}/base`;
  fetchRefs(clone, [`+refs/pull/${number}/head:${head}`, `+refs/heads/${branch}:${base}`]);
  const git = gitIn(clone);
  return { base: resolveCommit(git, base), head: resolveCommit(git, head) };
}

/** @returns the full hash of a branch of the origin */
export function fetchBranch(clone: string, branch: string): string {
  fetchRefs(clone, [`+refs/heads/${branch}:${KEPT}/base`]);
  return resolveCommit(gitIn(clone), `${KEPT}/base`);
}

function fetchRefs(clone: string, refspecs: readonly string[]): void {
  const quietly = ['--quiet', '--no-tags', '--no-recurse-submodules', '--no-auto-maintenance', '--no-write-fetch-head'];
  // Files: the local host of the tests. Both are named by the clone's own settings, never by a contribution.
  gitIn(clone)(['fetch', ...quietly, 'origin', ...refspecs], { env: { GIT_ALLOW_PROTOCOL: 'https:file' } });
}
