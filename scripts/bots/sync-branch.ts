import { createHash } from 'node:crypto';
import { objectSizes, readBlobs } from '../../src/git/objects-git.ts';
import { gitIn } from '../../src/git/run-git.ts';
import { treeFiles } from '../../src/git/trees-git.ts';
import type { ProposedFiles } from '../lib/proposal/branch.ts';

/** The branch on which what is new at a source is proposed. */
export function syncBranch(source: string): string {
  return `sync/${source}`;
}

/** True for a branch that the bot proposes what is new at a source on. */
export function isSyncBranch(branch: string): boolean {
  return branch.startsWith('sync/');
}

/** HTTP’s tag in a lock, which a source’s host may give anew for the same content. */
const TAG = /^ {2}"etag": .*\n/m;

/**
 * What a pull request does, as a hash: what each file becomes, and what it was. The same content on a main branch that has moved on elsewhere
 * is the same; where the main branch has changed one of the files, it is another.
 * @param files by path from the root of the repository
 */
export function contentOfFiles(clone: string, base: string, files: ProposedFiles): string {
  const standing = textsAt(clone, base, files);
  const sum = createHash('sha256');
  for (const [path, text] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    for (const part of [path, standing.get(path)?.replace(TAG, ''), text?.replace(TAG, '')])
      sum.update(part === undefined ? '-' : `${Buffer.byteLength(part)}:${part}`);
  return sum.digest('hex');
}

function textsAt(clone: string, base: string, files: ProposedFiles): ReadonlyMap<string, string> {
  const git = gitIn(clone);
  const there = treeFiles(git, base).filter(({ path }) => files.has(path.text));
  const blobs = readBlobs(
    git,
    objectSizes(
      git,
      there.map(({ hash }) => hash),
    ),
  );
  return new Map(there.map(({ path, hash }) => [path.text, Buffer.from(blobs.get(hash) ?? []).toString('utf8')]));
}

const TRAILER = /^Sync-Content: ([0-9a-f]{64})$/m;

/** The message of a commit of ours; its last line names what it proposes. */
export function commitMessage(title: string, content: string): string {
  return `${title}\n\nSync-Content: ${content}`;
}

/** What a commit of ours proposes. */
export function contentOfCommit(message: string): string | undefined {
  return TRAILER.exec(message)?.[1];
}
