import type { Git } from './run-git.ts';

/** A path of a tree. Git knows bytes; they need not be UTF-8. */
export interface TreePath {
  /** The bytes, one character each: no two paths share it. */
  readonly key: string;
  /** As text; each byte that is not UTF-8 as `\xFF`. */
  readonly text: string;
  readonly isUtf8: boolean;
}

/** What stands at a path of a tree. */
export interface TreeEntry {
  /** Six octal digits: 100644 a plain file, 100755 a program, 120000 a link, 160000 a submodule. */
  readonly mode: string;
  /** The object’s full hash. */
  readonly hash: string;
}

export interface TreeFile extends TreeEntry {
  readonly path: TreePath;
  /** Bytes; absent for what is no blob. */
  readonly size?: number;
}

/** A path at which two trees differ. */
export interface TreeChange {
  readonly path: TreePath;
  readonly before?: TreeEntry;
  readonly after?: TreeEntry;
}

const ABSENT = '000000';

/** What differs from one tree to another, given as full hashes of trees or their commits: every file by itself, a moved one as two. */
export function diffTrees(git: Git, from: string, to: string): TreeChange[] {
  // A work tree’s .gitmodules may tell git to look away from submodules.
  const options = ['-r', '-z', '--raw', '--no-abbrev', '--no-renames', '--ignore-submodules=none'];
  const answer = git(['diff-tree', ...options, '--no-ext-diff', '--no-textconv', from, to]);
  const changes: TreeChange[] = [];
  const tokens = split(answer);
  for (let at = 0; at + 1 < tokens.length; at += 2) changes.push(rawChange(tokens[at] ?? '', tokens[at + 1] ?? ''));
  return changes;
}

function rawChange(row: string, path: string): TreeChange {
  const [oldMode = '', mode = '', oldHash = '', hash = ''] = row.slice(1).split(' ');
  return {
    path: treePath(path),
    ...(oldMode === ABSENT ? {} : { before: { mode: oldMode, hash: oldHash } }),
    ...(mode === ABSENT ? {} : { after: { mode, hash } }),
  };
}

/** A commit and how it differs from its first parent, or from nothing. */
export interface CommitChanges {
  readonly hash: string;
  readonly parent?: string;
  readonly changes: readonly TreeChange[];
}

/** The commits that lead to some, given as full hashes, each by its first parent; those that came later first. */
export function firstParentLines(git: Git, tips: readonly string[]): CommitChanges[] {
  const options = [
    '--first-parent',
    '--diff-merges=first-parent',
    '--topo-order',
    '--raw',
    '--no-abbrev',
    '--no-renames',
  ];
  const answer = git(['log', ...options, '-z', '--ignore-submodules=none', '--format=%x01%H%x00%P', ...tips, '--']);
  const commits: (CommitChanges & { readonly changes: TreeChange[] })[] = [];
  const tokens = answer.toString('latin1').split('\0')[Symbol.iterator]();
  for (const token of tokens) {
    const text = token.replace(/^\n/, '');
    if (text.startsWith('\x01')) {
      const [parent = ''] = String(tokens.next().value).split(' ');
      commits.push({ hash: text.slice(1), ...(parent === '' ? {} : { parent }), changes: [] });
    } else if (text.startsWith(':')) commits.at(-1)?.changes.push(rawChange(text, String(tokens.next().value)));
  }
  return commits;
}

/** Every file of a tree, given as a full hash of it or its commit, with its size. */
export function treeFiles(git: Git, tree: string): TreeFile[] {
  return split(git(['ls-tree', '-r', '-l', '-z', '--full-tree', tree])).map((row) => {
    const tab = row.indexOf('\t');
    const [mode = '', , hash = '', size = ''] = row.slice(0, tab).split(/ +/);
    const path = treePath(row.slice(tab + 1));
    return { mode, hash, path, ...(/^\d+$/.test(size) ? { size: Number(size) } : {}) };
  });
}

/** Answers with `-z`, their bytes one character each. */
function split(answer: Buffer): string[] {
  return answer.toString('latin1').split('\0').filter(Boolean);
}

const ASCII = /^[\x20-\x7e]*$/;
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function treePath(key: string): TreePath {
  if (ASCII.test(key)) return { key, text: key, isUtf8: true };
  try {
    return { key, text: UTF8.decode(Buffer.from(key, 'latin1')), isUtf8: true };
  } catch {
    return { key, text: readable(key), isUtf8: false };
  }
}

/** Bytes beyond ASCII as `\xFF`: where one is no UTF-8, nobody knows what the others were meant to be. */
function readable(key: string): string {
  return key.replace(/[^\x00-\x7f]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}
