import { sha256 } from '../../../src/federation/sha256-node.ts';
import { isShallow, mergeBases, resolveCommit } from '../../../src/git/objects-git.ts';
import { type Git, GitError, gitIn } from '../../../src/git/run-git.ts';
import type { WorkTree } from '../../../src/git/work-tree-git.ts';
import { insidePath } from '../../../src/github/area.ts';
import { checkPullRequest, headText } from '../../../src/github/check-pull-request.ts';
import { readPolicy } from '../../../src/github/policy-fs.ts';
import type { PullRequestReport } from '../../../src/github/pull-request-report.ts';
import { dayOfClock } from '../../../src/registry/load-fs.ts';
import { PROJECT } from '../registry-folder.ts';
import { readPullRequest } from './read-pull-request.ts';

export interface Revisions {
  /** Any folder of the repository. */
  readonly repository: string;
  /** The target's branch, or any revision of it. */
  readonly base: string;
  /** What is proposed: a revision. */
  readonly head: string;
  /** What is looked at in place of the head’s own tree: work that is not committed yet. */
  readonly workTree?: WorkTree;
  /** The registry's folder from the root of the repository; the root itself where it is empty. */
  readonly folder: string;
  readonly isOurs: boolean;
  readonly today?: string;
}

export interface Checked {
  readonly report: PullRequestReport;
  /** A file's text as it is proposed, by its path from the root of the repository, for excerpts. */
  readonly textOf: (path: string) => string | undefined;
}

/**
 * Checks what a revision proposes to another, from git objects alone.
 * @throws {GitError} where git cannot tell: a revision that is not there, histories that have nothing in common
 */
export function checkRevisions({ workTree, folder, isOurs, today = dayOfClock(), ...named }: Revisions): Checked {
  const git = workTree?.git ?? gitIn(named.repository);
  const target = resolveCommit(git, named.base);
  const head = resolveCommit(git, named.head);
  const [base, ...others] = commonBases(git, target, head);
  const trees = { base, head: workTree?.tree ?? head, target };
  const read = readPullRequest(git, trees, folder);
  const { maxFiles } = readPolicy(PROJECT).thresholds;
  const report = checkPullRequest({
    ...{ ...read, base, head, folder, isOurs, today, maxFiles, sha256 },
    isCrossed: others.length > 0,
  });
  const changed = new Map(read.differences.map((difference) => [difference.path, difference]));
  return {
    report,
    textOf: (path) => {
      if (changed.has(path)) return headText(changed.get(path));
      const inside = insidePath(path, folder);
      return inside === undefined ? undefined : read.textOf(inside);
    },
  };
}

function commonBases(git: Git, target: string, head: string): [string, ...string[]] {
  const [base, ...others] = mergeBases(git, target, head);
  if (base !== undefined) return [base, ...others];
  throw new GitError(
    isShallow(git)
      ? 'This clone is shallow and lacks the commit where the branch left the target’s. Fetch the whole history (in a workflow: fetch-depth: 0).'
      : 'The two revisions have no history in common.',
  );
}
