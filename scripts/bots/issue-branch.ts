import { asking } from '../lib/host-failure.ts';
import type { Host } from '../lib/octokit.ts';
import { headOf, makeCommit, setBranch } from '../lib/proposal/branch.ts';

/** A record that an issue proposes, ready to be written. */
export interface BranchContent {
  readonly issue: number;
  /** Full hashes: of the commit that it goes onto, and of the tree that it then has. */
  readonly base: string;
  readonly tree: string;
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
  readonly title: string;
  /** Who wrote the issue. */
  readonly author: { readonly login: string; readonly id: number } | undefined;
}

/** The one branch on which an issue becomes a pull request, however often it is edited. */
export function branchOf(issue: number): string {
  return `issue-${issue}`;
}

/**
 * Brings the branch of an issue to one commit with its record, onto the main branch. Nothing is written where it is so already, and nothing
 * where somebody else has committed to the branch since.
 * @returns whether the branch has the record
 */
export async function writeBranch(host: Host, content: BranchContent): Promise<boolean> {
  const branch = branchOf(content.issue);
  return asking(`writing the branch ${branch}`, async () => {
    const head = await headOf(host, branch);
    if (head !== undefined && head.author !== host.botLogin) return false;
    if (head?.tree === content.tree) return true;
    const { base, tree, path, text, title, author } = content;
    const message = [title, ...(author === undefined ? [] : [coAuthor(author)])].join('\n\n');
    const sha = await makeCommit(host, { base, tree, files: new Map([[path, text]]), message });
    await setBranch(host, branch, sha, head !== undefined);
    return true;
  });
}

/** https://docs.github.com/pull-requests/committing-changes-to-your-project/creating-and-editing-commits/creating-a-commit-with-multiple-authors */
function coAuthor({ login, id }: { readonly login: string; readonly id: number }): string {
  return `Co-authored-by: ${login} <${id}+${login}@users.noreply.github.com>`;
}
