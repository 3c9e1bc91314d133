import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  /** Bytes; of a blob only. */
  readonly size?: number;
}

export interface CommitInput {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: GitPerson;
  readonly committer: GitPerson;
}

export interface GitPerson {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

export interface CommitData extends CommitInput {
  readonly sha: string;
}

/** A change of one file: its new text, or `null` where it goes. */
export type FileChanges = Readonly<Record<string, string | null>>;

/** No setting of the person or the machine, no prompt, and nothing that a repository could make git run. */
const ENVIRONMENT = {
  PATH: process.env['PATH'],
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
};

/** A bare git repository in a folder of its own, through git's plumbing: what the local host keeps commits and pull requests' heads in. */
export interface BareRepository {
  /** Where it can be fetched from. */
  readonly folder: string;
  readonly remove: () => void;
  /** The hash that a name stands for, of the type asked for; `undefined` where there is none. */
  readonly resolve: (name: string, type?: 'commit' | 'tree' | 'blob') => string | undefined;
  readonly blob: (content: Buffer | string) => string;
  /** Many at once, in their order. */
  readonly blobs: (contents: readonly string[]) => string[];
  readonly read: (blob: string) => Buffer;
  readonly list: (tree: string, recursive: boolean) => TreeEntry[];
  readonly entry: (commit: string, path: string) => TreeEntry | undefined;
  /** The tree that `base` becomes with these entries; a `sha` of null takes the file out. */
  readonly tree: (
    base: string | undefined,
    entries: readonly { path: string; mode: string; sha: string | null }[],
  ) => string;
  readonly commit: (input: CommitInput) => string;
  readonly commitData: (sha: string) => CommitData;
  readonly setRef: (name: string, sha: string) => void;
  readonly removeRef: (name: string) => void;
  /** Takes in what was pushed by git itself. */
  readonly readRefs: () => void;
  readonly mergeBase: (one: string, other: string) => string | undefined;
  /** The tree of a merge; `undefined` where the two are in conflict. */
  readonly mergedTree: (base: string, head: string) => string | undefined;
  /** Changed files between two commits, with their added and deleted lines. */
  readonly changes: (
    from: string,
    to: string,
  ) => { path: string; status: string; sha: string; additions: number; deletions: number }[];
  readonly count: (from: string, to: string) => number;
}

/** A bare repository in a temporary folder with one empty branch, driven by git itself. */
export function createBareRepository(branch: string): BareRepository {
  const folder = mkdtempSync(join(tmpdir(), 'dev-github-'));
  const run = (args: readonly string[], input?: Buffer | string, more: Record<string, string> = {}): Buffer =>
    execFileSync('git', ['--git-dir', folder, ...args], {
      env: { ...ENVIRONMENT, ...more },
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
      ...(input === undefined ? {} : { input }),
    });
  const line = (...args: string[]): string => run(args).toString().trim();
  const tryLine = (...args: string[]): string | undefined => {
    try {
      return line(...args) || undefined;
    } catch {
      return undefined;
    }
  };
  execFileSync('git', ['init', '--quiet', '--bare', `--initial-branch=${branch}`, folder], { env: ENVIRONMENT });
  // Nobody else writes here, and what hashes name never changes: git is asked once.
  const refs = new Map<string, string>();
  const hashOf = (name: string): string => refs.get(name) ?? refs.get(`refs/heads/${name}`) ?? name;
  const known = new Map<string, unknown>();
  const once = <T>(kind: string, hashes: readonly string[], ask: (...hashes: string[]) => T): T => {
    const named = hashes.map(hashOf);
    const key = [kind, ...named].join(' ');
    const found = known.get(key) ?? ask(...named);
    if (named.every((hash) => HASH.test(hash))) known.set(key, found);
    return found as T;
  };
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
    resolve: (name, type = 'commit') =>
      once(type, [name], (hash) =>
        tryLine('rev-parse', '--verify', '--quiet', '--end-of-options', `${hash}^{${type}}`),
      ),
    blob: (content) => run(['hash-object', '-w', '--stdin'], content).toString().trim(),
    blobs: (contents) => makeBlobs(run, folder, contents),
    read: (blob) => run(['cat-file', 'blob', blob]),
    list: (tree, recursive) => parseTree(run(['ls-tree', '-z', '-l', ...(recursive ? ['-r', '-t'] : []), tree])),
    entry: (commit, path) => parseTree(run(['ls-tree', '-z', '-l', commit, '--', path]))[0],
    tree: (base, entries) => makeTree(run, folder, base, entries),
    commit: (input) => makeCommit(run, input),
    commitData: (sha) => once('data', [sha], (hash) => parseCommit(hash, run(['cat-file', 'commit', hash]).toString())),
    setRef: (name, sha) => {
      run(['update-ref', name, sha]);
      refs.set(name, sha);
    },
    removeRef: (name) => {
      run(['update-ref', '-d', name]);
      refs.delete(name);
    },
    readRefs: () => {
      for (const row of line('for-each-ref', '--format=%(refname) %(objectname)').split('\n')) {
        const [name = '', sha = ''] = row.split(' ');
        refs.set(name, sha);
      }
    },
    mergedTree: (base, head) => tryLine('merge-tree', '--write-tree', hashOf(base), hashOf(head)),
    mergeBase: (...pair) => once('base', pair, (one, other) => tryLine('merge-base', one ?? '', other ?? '')),
    changes: (...pair) => once('changes', pair, (from, to) => changedFiles(run, from ?? '', to ?? '')),
    count: (...pair) => once('count', pair, (from, to) => Number(line('rev-list', '--count', `${from}..${to}`))),
  };
}

const HASH = /^[0-9a-f]{40}$/;

type Run = (args: readonly string[], input?: Buffer | string, more?: Record<string, string>) => Buffer;

function parseTree(bytes: Buffer): TreeEntry[] {
  return bytes
    .toString()
    .split('\0')
    .filter((row) => row !== '')
    .map((row) => {
      const [facts = '', path = ''] = row.split('\t');
      const [mode = '', type = '', sha = '', size = '-'] = facts.split(/ +/);
      return { path, mode, type, sha, ...(size === '-' ? {} : { size: Number(size) }) };
    });
}

/** One run of git for all: https://git-scm.com/docs/git-fast-import */
function makeBlobs(run: Run, folder: string, contents: readonly string[]): string[] {
  const marks = join(folder, 'marks');
  const blobs = contents.map((text, index) => `blob\nmark :${index + 1}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
  run(['fast-import', '--quiet', `--export-marks=${marks}`], blobs.join(''));
  const rows = readFileSync(marks, 'utf8').trim().split('\n');
  rmSync(marks);
  const hashes = new Map(rows.map((row) => row.split(' ') as [string, string]));
  return contents.map((_, index) => hashes.get(`:${index + 1}`) ?? '');
}

/** Through an index of its own, which git removes with the folder. */
function makeTree(
  run: Run,
  folder: string,
  base: string | undefined,
  entries: Parameters<BareRepository['tree']>[1],
): string {
  const index = { GIT_INDEX_FILE: join(folder, `index-${process.hrtime.bigint()}`) };
  run(base === undefined ? ['read-tree', '--empty'] : ['read-tree', base], undefined, index);
  // A mode of 0 takes the entry out.
  const rows = entries
    .map(({ path, mode, sha }) => `${sha === null ? '0' : mode} ${sha ?? '0'.repeat(40)}\t${path}\0`)
    .join('');
  run(['update-index', '-z', '--index-info'], rows, index);
  const tree = run(['write-tree'], undefined, index).toString().trim();
  rmSync(index.GIT_INDEX_FILE, { force: true });
  return tree;
}

function makeCommit(run: Run, { tree, parents, message, author, committer }: CommitInput): string {
  return run(['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])], message, {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_AUTHOR_DATE: author.date,
    GIT_COMMITTER_NAME: committer.name,
    GIT_COMMITTER_EMAIL: committer.email,
    GIT_COMMITTER_DATE: committer.date,
  })
    .toString()
    .trim();
}

function parseCommit(sha: string, text: string): CommitData {
  const end = text.indexOf('\n\n');
  const headers = text.slice(0, end).split('\n');
  const values = (name: string): string[] =>
    headers.flatMap((header) => (header.startsWith(`${name} `) ? [header.slice(name.length + 1)] : []));
  return {
    sha,
    tree: values('tree')[0] ?? '',
    parents: values('parent'),
    author: parsePerson(values('author')[0] ?? ''),
    committer: parsePerson(values('committer')[0] ?? ''),
    message: text.slice(end + 2),
  };
}

function parsePerson(text: string): GitPerson {
  const [, name = '', email = '', seconds = '0'] = /^(.*) <(.*)> (\d+)/.exec(text) ?? [];
  return { name, email, date: `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}Z` };
}

const STATUS: Readonly<Record<string, string>> = { A: 'added', D: 'removed', T: 'changed' };

function changedFiles(run: Run, from: string, to: string): ReturnType<BareRepository['changes']> {
  const raw = run(['diff', '--raw', '--no-abbrev', '--no-renames', '-z', from, to]).toString().split('\0');
  const counts = new Map(
    run(['diff', '--numstat', '--no-renames', '-z', from, to])
      .toString()
      .split('\0')
      .map((row) => row.split('\t'))
      .map(([added = '', deleted = '', path = '']) => [path, [Number(added) || 0, Number(deleted) || 0] as const]),
  );
  const files = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const [, , before = '', after = '', letter = ''] = (raw[at] ?? '').split(' ');
    const path = raw[at + 1] ?? '';
    const [additions, deletions] = counts.get(path) ?? [0, 0];
    files.push({
      path,
      status: STATUS[letter] ?? 'modified',
      sha: letter === 'D' ? before : after,
      additions,
      deletions,
    });
  }
  return files;
}
