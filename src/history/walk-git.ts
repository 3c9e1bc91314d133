import { objectSizes, readBlobs } from '../git/objects-git.ts';
import { type Git, GitError, gitIn, NoGitError } from '../git/run-git.ts';
import { parseRecordFile } from '../registry/parse.ts';
import { MAX_FILE_BYTES } from '../rules/shape-rules.ts';
import type { VersionContent } from './content-digest.ts';
import type { Commit, FileChange, ReadVersion } from './events.ts';

/** Git cannot tell the history; the message says so to people, with what to do. */
export class GitHistoryError extends Error {
  override readonly name = 'GitHistoryError';
}

export interface History {
  /** The commit that is checked out. */
  readonly head: string;
  /** True where `since` lies on the line of the main branch: then only what follows it was walked. */
  readonly continued: boolean;
  readonly commits: readonly Commit[];
  readonly read: ReadVersion;
}

/**
 * The commits of the main line that changed files of a registry folder, oldest first, and their versions. Nothing is checked out.
 * @param since a commit up to which the history is known
 * @throws {GitHistoryError} without git, outside of a repository, or where a shallow clone lacks a part of it
 */
export function walkHistory(root: string, since: string | undefined): History {
  const git = historian(root);
  const head = git(['rev-parse', '--verify', 'HEAD']).trim();
  const line = git(['rev-list', '--first-parent', 'HEAD']).split('\n');
  const continued = since !== undefined && line.includes(since);
  if (!continued && git(['rev-parse', '--is-shallow-repository']).trim() === 'true')
    throw new GitHistoryError(
      'This is a shallow clone: it lacks the history. Get it with: git fetch --unshallow (in a workflow: fetch-depth: 0).',
    );
  const log = git([
    ...['log', '--first-parent', '--diff-merges=first-parent', '--reverse', '--raw', '--no-abbrev', '--no-renames'],
    ...['-z', '--relative', '--format=%x01%H%x00%cs', continued ? `${since}..HEAD` : 'HEAD', '--', '.'],
  ]);
  const commits = parseLog(log);
  const versions = readVersions(gitIn(root), commits);
  const contents = new Map<string, VersionContent | undefined>();
  const read: ReadVersion = (kind, version) => {
    const key = `${kind}:${version}`;
    if (!contents.has(key)) contents.set(key, contentOf(kind, versions.get(version)));
    return contents.get(key);
  };
  return { head, continued, commits, read };
}

function contentOf(kind: Parameters<ReadVersion>[0], bytes: Uint8Array | undefined): VersionContent | undefined {
  if (bytes === undefined) return undefined;
  const { data, sound, body } = parseRecordFile('', kind, bytes);
  // A field that today's schema refuses is left out, so that an older record still has a history.
  const found = (data ?? sound) as object | undefined;
  return found === undefined ? undefined : { data: found, body };
}

/** Ordinary files; links and submodules are no records. */
const FILE_MODE = /^100/;

/** Reads `git log --raw -z`: a commit and its day, then for each file its modes and versions, and its path. */
function parseLog(log: string): Commit[] {
  const commits: (Commit & { readonly changes: FileChange[] })[] = [];
  const tokens = log.split('\0')[Symbol.iterator]();
  for (const token of tokens) {
    const text = token.replace(/^\n/, '');
    if (text.startsWith('\u0001'))
      commits.push({ commit: text.slice(1), day: String(tokens.next().value), changes: [] });
    else if (text.startsWith(':')) {
      const [oldMode = '', newMode = '', before = '', after = ''] = text.slice(1).split(' ');
      commits.at(-1)?.changes.push({
        file: String(tokens.next().value),
        ...(FILE_MODE.test(oldMode) ? { before } : {}),
        ...(FILE_MODE.test(newMode) ? { after } : {}),
      });
    }
  }
  return commits;
}

/** The content of every version by its name; one that is larger than a record may be is left out. */
function readVersions(git: Git, commits: readonly Commit[]): ReadonlyMap<string, Uint8Array> {
  const names = commits.flatMap(({ changes }) =>
    changes.flatMap(({ before, after }) => [before ?? [], after ?? []].flat()),
  );
  return readBlobs(git, new Map([...objectSizes(git, names)].filter(([, size]) => size <= MAX_FILE_BYTES)));
}

/** Git in the repository of a registry folder; its failures as {@link GitHistoryError}. */
function historian(root: string): (args: readonly string[]) => string {
  const git = gitIn(root);
  return (args) => {
    try {
      return git(args, { maxBytes: MAX_LOG_BYTES }).toString('utf8');
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      if (error instanceof NoGitError)
        throw new GitHistoryError('The history of records is told by git, which is not installed here.', {
          cause: error,
        });
      throw new GitHistoryError(
        `Git does not tell the history of ${root}: ${error.message} Run this in a clone with at least one commit.`,
        { cause: error },
      );
    }
  };
}

const MAX_LOG_BYTES = 1024 * 1024 * 1024;
