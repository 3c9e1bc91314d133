import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { resolveCommit, resolveTree } from '../../../src/git/objects-git.ts';
import { type Git, GitError, gitIn, NoGitError } from '../../../src/git/run-git.ts';
import { topFolder } from '../../../src/git/work-tree-git.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';
import type { RegistryFolder } from '../registry-folder.ts';
import { REGISTRY } from './owners.ts';

/** The git repository of a copy, as it is committed. */
export interface CopyRepository {
  readonly git: Git;
  /** Full hash of the commit that is checked out. */
  readonly head: string;
  /** Full hash of the registry folder in it. */
  readonly registry: string;
  /** The branch that is checked out; none on a detached head. */
  readonly branch?: string;
}

/** @throws {UsageError} where the folder is no copy that can be upgraded: without git, repository, commit or program beside it */
export function copyRepository(folder: RegistryFolder): CopyRepository {
  const top = topOf(folder);
  if (realpathSync(join(top, REGISTRY)) !== realpathSync(folder.root))
    throw new UsageError(
      `An upgrade is for a repository with the program and its folder ${REGISTRY} at the top; ${visible(folder.shown)} is not that folder of ${visible(top)}.`,
    );
  const git = gitIn(top);
  const head = orElse(
    () => resolveCommit(git, 'HEAD'),
    'There is no commit yet. Commit the copy first: an upgrade is made of what is committed.',
  );
  const registry = orElse(
    () => registryTree(git, head),
    `The commit that is checked out has no folder ${REGISTRY}. Commit it first.`,
  );
  const branch = git(['symbolic-ref', '--quiet', '--short', 'HEAD'], { accepts: [1] })
    .toString('utf8')
    .trim();
  return { git, head, registry, ...(branch === '' ? {} : { branch }) };
}

function topOf({ root, shown }: RegistryFolder): string {
  try {
    const top = topFolder(gitIn(root));
    realpathSync(join(top, REGISTRY));
    return top;
  } catch (error) {
    if (error instanceof NoGitError)
      throw new UsageError(
        'An upgrade is made with git, which is not installed here. Install it, and run this again.',
        {
          cause: error,
        },
      );
    if (error instanceof GitError)
      throw new UsageError(
        `${visible(shown)} is in no git repository. An upgrade needs one: clone your copy, or git init and commit.\n${visible(error.message)}`,
        { cause: error },
      );
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new UsageError(`The repository of ${visible(shown)} has no folder ${REGISTRY} at its top.`, {
        cause: error,
      });
    throw error;
  }
}

/**
 * Full hash of the registry folder of a commit or tree, given as a full hash.
 * @throws {GitError} where it has none
 */
export function registryTree(git: Git, of: string): string {
  const named = git(['rev-parse', '--verify', '--quiet', `${of}:${REGISTRY}`], { accepts: [1, 128] });
  return resolveTree(git, named.toString('latin1').trim());
}

function orElse<T>(ask: () => T, message: string): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof GitError) throw new UsageError(message, { cause: error });
    throw error;
  }
}

/**
 * Paths outside the registry folder whose work is not committed: an upgrade would not know of it, and checking it out would be refused.
 * @param wanted whether the release has a file at a path, where a new one of the copy would stand in its way
 */
export function uncommitted(git: Git, wanted: (path: string) => boolean): string[] {
  const options = ['--porcelain=v1', '-z', '--untracked-files=all', '--no-renames', '--ignore-submodules=dirty'];
  const rows = git(['status', ...options])
    .toString('utf8')
    .split('\0')
    .filter(Boolean);
  return rows.flatMap((row) => {
    const path = row.slice(3);
    if (path.startsWith(`${REGISTRY}/`)) return [];
    return row.startsWith('??') && !wanted(path) ? [] : [path];
  });
}
