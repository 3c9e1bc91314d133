import { asking, HostFailure, statusOf } from '../lib/host-failure.ts';
import type { Host } from '../lib/octokit.ts';
import { unless } from './set-labels.ts';

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

export function branchOf(issue: number): string {
  return `issue-${issue}`;
}

/**
 * Brings the branch of an issue to one commit with its record, onto the main branch. Nothing is written where it is so already, and nothing
 * where somebody else has committed to the branch since.
 * @returns whether the branch has the record
 */
export async function writeBranch(host: Host, content: BranchContent): Promise<boolean> {
  return asking(`writing the branch ${branchOf(content.issue)}`, async () => {
    const head = await headOf(host, branchOf(content.issue));
    if (head !== undefined && head.author !== host.botLogin) return false;
    if (head?.tree === content.tree) return true;
    const sha = await commit(host, content);
    const ref = `heads/${branchOf(content.issue)}`;
    // Another run may have made the branch meanwhile; what it wrote is this very record, or an older one.
    if (head === undefined)
      await host.octokit.rest.git.createRef({ ...host.at, ref: `refs/${ref}`, sha }).catch(unless(422));
    await host.octokit.rest.git.updateRef({ ...host.at, ref, sha, force: true });
    return true;
  });
}

async function headOf({ octokit, at }: Host, branch: string): Promise<{ author: string; tree: string } | undefined> {
  try {
    const { data: ref } = await octokit.rest.git.getRef({ ...at, ref: `heads/${branch}` });
    const { data } = await octokit.rest.git.getCommit({ ...at, commit_sha: ref.object.sha });
    return { author: data.author.name, tree: data.tree.sha };
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

async function commit(
  { octokit, at }: Host,
  { base, tree, path, text, title, author }: BranchContent,
): Promise<string> {
  const { git } = octokit.rest;
  const blob = await git.createBlob({ ...at, content: Buffer.from(text).toString('base64'), encoding: 'base64' });
  const { data: onto } = await git.getCommit({ ...at, commit_sha: base });
  const entry = { path, mode: '100644', type: 'blob', sha: blob.data.sha } as const;
  const made = await git.createTree({ ...at, base_tree: onto.tree.sha, tree: [entry] });
  // What was checked is what is proposed, to the byte.
  if (made.data.sha !== tree) throw new HostFailure('the host made another tree than the one that was checked');
  const message = [title, ...(author === undefined ? [] : [coAuthor(author)])].join('\n\n');
  return (await git.createCommit({ ...at, message, tree, parents: [base] })).data.sha;
}

/** https://docs.github.com/pull-requests/committing-changes-to-your-project/creating-and-editing-commits/creating-a-commit-with-multiple-authors */
function coAuthor({ login, id }: { readonly login: string; readonly id: number }): string {
  return `Co-authored-by: ${login} <${id}+${login}@users.noreply.github.com>`;
}
