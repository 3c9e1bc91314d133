import { realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { resolveCommit, resolveTree } from '../../../src/git/objects-git.ts';
import { type Git, GitError, gitIn } from '../../../src/git/run-git.ts';
import { topFolder } from '../../../src/git/work-tree-git.ts';
import { plainText } from '../../../src/registry/load-fs.ts';
import { parseSourceFile } from '../../../src/registry/source-file.ts';
import type { RegistryConfig } from '../../../src/schema/config.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';
import type { RegistryFolder } from '../registry-folder.ts';

/** Where a registry folder stands in its git repository, and what its work is compared with. */
export interface LocalWork {
  /** The top of the work tree. */
  readonly top: string;
  /** The registry’s folder from there, with `/` on every system; empty where it is the top itself. */
  readonly folder: string;
  /** As people call it, `origin/main`. */
  readonly base: string;
}

/** The branch that contributions to a registry go to. */
export function targetBranch(root: string): string {
  const text = plainText(join(root, 'registry.yaml')) ?? '';
  const { parsed } = parseSourceFile('registry.yaml', new TextEncoder().encode(text));
  return (parsed.data as RegistryConfig | undefined)?.repository?.branch ?? 'main';
}

const WITHOUT_GIT = 'npm run registry -- validate checks the files as they stand, without git.';

/** @throws {UsageError} where there is no git, no repository, no commit or nothing to compare with */
export function localWork({ root, shown }: RegistryFolder, branch: string, named: string | undefined): LocalWork {
  const git = gitIn(root);
  const top = topOf(git, shown);
  if (!isCommit(git, 'HEAD'))
    throw new UsageError(`There is no commit yet that changes could be compared with. ${WITHOUT_GIT}`);
  const folder = relative(realpathSync(top), realpathSync(root)).replaceAll(sep, '/');
  // In a clone of one’s own copy, origin is that copy; upstream is what one contributes to.
  const candidates = named === undefined ? [`upstream/${branch}`, `origin/${branch}`, 'origin/HEAD', branch] : [named];
  const base = candidates.find((candidate) => isCommit(git, candidate));
  if (base !== undefined) return { top, folder, base };
  throw new UsageError(
    `There is no ${candidates.map(visible).join(', ')} to compare with. Name the branch that you contribute to: --base <branch>. To fetch it: git fetch origin ${visible(named ?? branch)}`,
  );
}

function topOf(git: Git, shown: string): string {
  try {
    return topFolder(git);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UsageError(
      `check compares with the branch that you contribute to, by git, and ${visible(shown)} is in no git repository, or git is not installed. ${WITHOUT_GIT}`,
      { cause: error },
    );
  }
}

function isCommit(git: Git, revision: string): boolean {
  try {
    resolveCommit(git, revision);
    return true;
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
}

/** True where the work tree is not what is committed. */
export function isUncommitted(git: Git, tree: string): boolean {
  return resolveTree(git, 'HEAD') !== tree;
}
