import { HostFailure, statusOf, unless } from '../host-failure.ts';
import type { Host } from '../octokit.ts';

/** Texts of files by their path from the root of the repository; `undefined` where a file goes. */
export type ProposedFiles = ReadonlyMap<string, string | undefined>;

/** The last commit of a branch. */
export interface BranchHead {
  readonly sha: string;
  /** The name that git has of who wrote it. */
  readonly author: string;
  readonly tree: string;
  readonly message: string;
}

/** The last commit of a branch; `undefined` where there is no such branch. */
export async function headOf({ octokit, at }: Host, branch: string): Promise<BranchHead | undefined> {
  try {
    const { data: ref } = await octokit.rest.git.getRef({ ...at, ref: `heads/${branch}` });
    const { data } = await octokit.rest.git.getCommit({ ...at, commit_sha: ref.object.sha });
    return { sha: data.sha, author: data.author.name, tree: data.tree.sha, message: data.message };
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

/** One commit with files, ready to be made. */
export interface ProposedCommit {
  /** Full hash of the commit that it goes onto. */
  readonly base: string;
  readonly files: ProposedFiles;
  readonly message: string;
  /** Full hash of the tree that it then has, where that is known: another one is not taken. */
  readonly tree?: string;
}

/** So much goes to the host at once. */
const AT_ONCE = { files: 200, characters: 1_000_000 } as const;

/** Makes a commit of files onto another; no branch has it yet. @returns its full hash */
export async function makeCommit(
  { octokit, at }: Host,
  { base, files, message, tree }: ProposedCommit,
): Promise<string> {
  const { git } = octokit.rest;
  const { data: onto } = await git.getCommit({ ...at, commit_sha: base });
  let made = onto.tree.sha;
  for (const some of inParts(files)) {
    const entries = some.map(([path, text]) => {
      const entry = { path, mode: '100644', type: 'blob' } as const;
      return text === undefined ? { ...entry, sha: null } : { ...entry, content: text };
    });
    made = (await git.createTree({ ...at, base_tree: made, tree: entries })).data.sha;
  }
  // What was checked is what is proposed, to the byte.
  if (tree !== undefined && made !== tree)
    throw new HostFailure('the host made another tree than the one that was checked');
  return (await git.createCommit({ ...at, message, tree: made, parents: [base] })).data.sha;
}

function inParts(files: ProposedFiles): (readonly [string, string | undefined])[][] {
  const all: (readonly [string, string | undefined])[][] = [];
  let [part, characters]: [(readonly [string, string | undefined])[], number] = [[], 0];
  for (const file of files) {
    if (part.length === AT_ONCE.files || characters > AT_ONCE.characters) {
      all.push(part);
      [part, characters] = [[], 0];
    }
    part.push(file);
    characters += file[1]?.length ?? 0;
  }
  return part.length === 0 ? all : [...all, part];
}

/** Lets a branch end in a commit, whatever it had; makes it where there is none. */
export async function setBranch({ octokit, at }: Host, branch: string, sha: string, isThere: boolean): Promise<void> {
  const ref = `heads/${branch}`;
  // Another run may have made the branch meanwhile.
  if (!isThere) await octokit.rest.git.createRef({ ...at, ref: `refs/${ref}`, sha }).catch(unless(422));
  await octokit.rest.git.updateRef({ ...at, ref, sha, force: true });
}
