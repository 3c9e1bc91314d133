import { type Git, GitError } from './run-git.ts';

/** Bytes of one `cat-file --batch`: so much is held in memory beside what was asked for. */
const BATCH_BYTES = 16 * 1024 * 1024;
const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * The full hash of the commit that a revision names.
 * @throws {GitError} where it names none; the revision may be anything, also what looks like an option
 */
export function resolveCommit(git: Git, revision: string): string {
  return resolve(git, revision, 'commit');
}

/** The full hash of the tree of a commit, or of a tree. */
export function resolveTree(git: Git, revision: string): string {
  return resolve(git, revision, 'tree');
}

function resolve(git: Git, revision: string, type: 'commit' | 'tree'): string {
  // No argument of a program can hold NUL.
  const asked = revision.replaceAll('\0', '\ufffd');
  const answer = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${asked}^{${type}}`], {
    accepts: [1],
  });
  const hash = answer.toString('latin1').trim();
  if (!HASH.test(hash)) throw new GitError(`There is no ${type} ${JSON.stringify(revision)} in this repository.`);
  return hash;
}

/**
 * Where the histories of two commits, given as full hashes, parted; none where they have nothing in common, several where each has taken over
 * from the other. Several others count as one that has taken over from them all.
 */
export function mergeBases(git: Git, one: string, ...others: string[]): string[] {
  const answer = git(['merge-base', '--all', one, ...others], { accepts: [1] }).toString('latin1');
  return answer.split('\n').filter((hash) => HASH.test(hash));
}

/** True where the repository lacks a part of its history. */
export function isShallow(git: Git): boolean {
  return git(['rev-parse', '--is-shallow-repository']).toString('latin1').trim() === 'true';
}

/** The sizes of objects by their hash, in bytes; what the repository does not have, as the commit of a submodule, is left out. */
export function objectSizes(git: Git, hashes: Iterable<string>): ReadonlyMap<string, number> {
  const input = [...new Set(hashes)].map((hash) => `${hash}\n`).join('');
  if (input === '') return new Map();
  const rows = git(['cat-file', '--batch-check=%(objectname) %(objectsize)'], { input }).toString('latin1').split('\n');
  return new Map(
    rows.flatMap((row) => {
      const [hash = '', size = ''] = row.split(' ');
      return /^\d+$/.test(size) ? [[hash, Number(size)] as const] : [];
    }),
  );
}

/** The bytes of blobs by their hash. Whoever asks has looked at the sizes: see {@link objectSizes}. */
export function readBlobs(git: Git, sizes: ReadonlyMap<string, number>): ReadonlyMap<string, Uint8Array> {
  const blobs = new Map<string, Uint8Array>();
  for (const batch of batches(sizes)) {
    const input = batch.map((hash) => `${hash}\n`).join('');
    const answer = git(['cat-file', '--batch'], { input, maxBytes: 2 * BATCH_BYTES + answerBytes(batch, sizes) });
    for (let at = 0; at < answer.length; ) {
      const end = answer.indexOf('\n', at);
      const [hash = '', , size] = answer.toString('latin1', at, end).split(' ');
      blobs.set(hash, answer.subarray(end + 1, end + 1 + Number(size)));
      at = end + 1 + Number(size) + 1;
    }
  }
  return blobs;
}

function answerBytes(hashes: readonly string[], sizes: ReadonlyMap<string, number>): number {
  return hashes.reduce((sum, hash) => sum + (sizes.get(hash) ?? 0), 0);
}

function* batches(sizes: ReadonlyMap<string, number>): Generator<string[]> {
  let [batch, bytes]: [string[], number] = [[], 0];
  for (const [hash, size] of sizes) {
    if (batch.length > 0 && bytes + size > BATCH_BYTES) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(hash);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
