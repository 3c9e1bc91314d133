import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mergeBases } from '../../../src/git/objects-git.ts';
import { type Git, GitError } from '../../../src/git/run-git.ts';
import type { TreeChange, TreeEntry } from '../../../src/git/trees-git.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';
import { type CopyRepository, registryTree } from './copy-repository.ts';
import { releaseLine } from './last-release.ts';
import { REGISTRY } from './owners.ts';

/** A tree with some changes, as its full hash. Neither index nor work tree is touched. */
export function treeWith(git: Git, tree: string, changes: readonly TreeChange[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'registry-upgrade-'));
  try {
    const env = { GIT_INDEX_FILE: join(folder, 'index') };
    git(['read-tree', tree], { env });
    // What goes is taken out first: a folder may come in a file's place.
    const nothing: TreeEntry = { mode: '0', hash: '0'.repeat(tree.length) };
    const [gone, come] = [changes.filter(({ after }) => !after), changes.filter(({ after }) => after)];
    const rows = [...gone, ...come].map(
      ({ path, after: { mode, hash } = nothing }) => `${mode} ${hash}\t${path.key}\0`,
    );
    git(['update-index', '-z', '--index-info'], { env, input: Buffer.from(rows.join(''), 'latin1') });
    return git(['write-tree'], { env }).toString('latin1').trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Prepared {
  readonly branch: string;
  readonly commit: string;
  /** The branch stood already, with the same files. */
  readonly isSame: boolean;
}

/**
 * Makes the upgrade as one commit on a new branch: the copy's tree with the changes. Its parents are the copy's commit and the release's, so that
 * both histories are its own; where the copy has the release's already, as when an older one is taken, the first alone. Until the branch stands
 * nothing can be seen of it.
 */
export function commitUpgrade(
  { git, head, registry }: CopyRepository,
  release: { readonly commit: string; readonly name: string },
  changes: readonly TreeChange[],
): Prepared {
  const branch = `upgrade/${release.name}`;
  const ref = `refs/heads/${branch}`;
  const tree = treeWith(git, head, changes);
  if (registryTree(git, tree) !== registry)
    throw new Error('The upgrade would have changed the registry folder. Nothing was changed.');
  const standing = git(['rev-parse', '--verify', '--quiet', '--end-of-options', ref], { accepts: [1] });
  const parents = mergeBases(git, head, release.commit).includes(release.commit) ? [head] : [head, release.commit];
  if (standing.length > 0) return standingBranch(git, branch, tree, parents);
  const message = `Upgrade the program to ${release.name}\n\nEverything outside ${REGISTRY}/ is as in that release, but for the host's settings.\n\n${releaseLine(release.commit)}\n`;
  const options = parents.flatMap((parent) => ['-p', parent]);
  const commit = byWhom(() => git(['commit-tree', tree, ...options, '-F', '-'], { input: message, env: identity() }));
  git(['update-ref', ref, commit, '0'.repeat(commit.length)]);
  return { branch, commit, isSame: false };
}

function standingBranch(git: Git, branch: string, tree: string, parents: readonly string[]): Prepared {
  const format = ['--no-walk', '--format=%H %T %P', `refs/heads/${branch}`];
  const [commit = '', standing, ...of] = git(['log', ...format])
    .toString('latin1')
    .trim()
    .split(' ');
  if (standing === tree && of.join() === parents.join()) return { branch, commit, isSame: true };
  throw new UsageError(
    `There is a branch ${visible(branch)} already, and it is something else. Nothing was changed. If it is of no use any more: git branch -D ${visible(branch)}`,
  );
}

/** Who commits, where the environment says so: git itself is asked without it. */
function identity(): Record<string, string> {
  const own = Object.entries(process.env).filter(([name]) => /^GIT_(?:AUTHOR|COMMITTER)_(?:NAME|EMAIL)$/.test(name));
  return Object.fromEntries(own.map(([name, value]) => [name, value ?? '']));
}

function byWhom(commit: () => Buffer): string {
  try {
    return commit().toString('latin1').trim();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UsageError(
      `${visible(error.message)}\nNothing was changed. Git must know who commits: git config user.name "…" and git config user.email "…"`,
      { cause: error },
    );
  }
}
