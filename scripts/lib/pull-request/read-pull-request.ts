import { BOUNDS } from '../../../src/federation/protocol.ts';
import { sha256 } from '../../../src/federation/sha256-node.ts';
import { objectSizes, readBlobs } from '../../../src/git/objects-git.ts';
import type { Git } from '../../../src/git/run-git.ts';
import { diffTrees, type TreeChange, type TreeEntry, type TreeFile, treeFiles } from '../../../src/git/trees-git.ts';
import { insidePath } from '../../../src/github/area.ts';
import type { FileDifference, FileVersion, PullRequestInput } from '../../../src/github/pull-request-input.ts';
import { MAX_LOOKED_AT } from '../../../src/github/scope-findings.ts';
import type { SourceFile } from '../../../src/registry/assemble.ts';
import { roleOf } from '../../../src/registry/files.ts';
import { byteLimit, isRead, parseAcceptedFile } from '../../../src/registry/source-file.ts';

/** Three versions of a repository, as full hashes of commits or trees. */
export interface ThreeTrees {
  /** Where the branch left the target’s. */
  readonly base: string;
  readonly head: string;
  /** The target’s branch as it stands now. */
  readonly target: string;
}

type Read = Pick<PullRequestInput, 'differences' | 'sources' | 'paths' | 'textOf' | 'sha256'>;

const PLAIN = /^100/;

/** Reads from git objects what the check of a pull request looks at; nothing is checked out, and nothing larger than a file of the registry may be is read. */
export function readPullRequest(git: Git, trees: ThreeTrees, folder: string): Read {
  const changes = diffTrees(git, trees.base, trees.head);
  const files = treeFiles(git, trees.target);
  const differences = readDifferences(git, changes, files, folder);
  const inRegistry = files.flatMap((file) => {
    const inside = insidePath(file.path.text, folder);
    return inside === undefined ? [] : [{ ...file, inside }];
  });
  const hashes = new Map(inRegistry.map(({ inside, hash }) => [inside, hash]));
  return {
    differences,
    sources: readSources(git, inRegistry),
    paths: files.map(({ path }) => path.text),
    textOf: (file) => textOfBlob(git, hashes.get(file)),
    sha256,
  };
}

function readDifferences(
  git: Git,
  changes: readonly TreeChange[],
  files: readonly TreeFile[],
  folder: string,
): FileDifference[] {
  const target = new Map(files.map((file) => [file.path.key, file]));
  const sizes = objectSizes(
    git,
    changes.flatMap(({ before, after }) => [before?.hash ?? [], after?.hash ?? []].flat()),
  );
  const wanted = wantedBlobs(changes.slice(0, mostRead(changes, folder)), sizes, folder);
  const blobs = readBlobs(git, wanted);
  const version = (entry: TreeEntry): FileVersion => {
    const [size, bytes] = [sizes.get(entry.hash), blobs.get(entry.hash)];
    return { ...entry, ...(size === undefined ? {} : { size }), ...(bytes === undefined ? {} : { bytes }) };
  };
  return changes.map(({ path, before, after }) => {
    const now = target.get(path.key);
    return {
      path: path.text,
      isUtf8: path.isUtf8,
      ...(before === undefined ? {} : { before: version(before) }),
      ...(after === undefined ? {} : { after: version(after) }),
      ...(now === undefined ? {} : { target: { mode: now.mode, hash: now.hash } }),
    };
  });
}

/** Beside a lock stand as many records as a copy may have. */
function mostRead(changes: readonly TreeChange[], folder: string): number {
  const isLock = ({ path }: TreeChange) => roleOf(insidePath(path.text, folder) ?? '').type === 'lock';
  return changes.some(isLock) ? BOUNDS.records + MAX_LOOKED_AT : MAX_LOOKED_AT;
}

/** Blobs that are read, with their sizes: as many as may be held in memory. Of the others the report says that they were not looked at. */
function wantedBlobs(
  changes: readonly TreeChange[],
  sizes: ReadonlyMap<string, number>,
  folder: string,
): ReadonlyMap<string, number> {
  const wanted = new Map<string, number>();
  let total = 0;
  for (const { path, before, after } of changes)
    for (const entry of [after, before]) {
      const size = entry && sizes.get(entry.hash);
      if (entry === undefined || size === undefined || !isWanted(path.text, entry, size, folder)) continue;
      total += size;
      if (total <= MAX_BYTES) wanted.set(entry.hash, size);
    }
  return wanted;
}

const MAX_BYTES = 64 * 1024 * 1024;

function isWanted(path: string, { mode }: TreeEntry, size: number, folder: string): boolean {
  const inside = insidePath(path, folder);
  if (inside === undefined || !PLAIN.test(mode)) return false;
  const role = roleOf(inside);
  return isRead(role) && size <= byteLimit(role);
}

type RegistryFile = TreeFile & { readonly inside: string };

/** The files of the target's registry, each parsed. */
function readSources(git: Git, files: readonly RegistryFile[]): SourceFile[] {
  const read = files.filter(({ inside, size, ...entry }) => size !== undefined && isWanted(inside, entry, size, ''));
  const blobs = readBlobs(git, new Map(read.map(({ hash, size }) => [hash, size ?? 0])));
  return files.map(({ inside, hash }) => {
    const bytes = blobs.get(hash);
    if (bytes !== undefined) return parseAcceptedFile(inside, bytes);
    return { file: inside, role: roleOf(inside), parsed: { data: undefined, findings: [] } };
  });
}

function textOfBlob(git: Git, hash: string | undefined): string | undefined {
  const bytes = hash === undefined ? undefined : readBlobs(git, objectSizes(git, [hash])).get(hash);
  return bytes === undefined ? undefined : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
