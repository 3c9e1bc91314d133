import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Git, gitIn } from './run-git.ts';

/** The top folder of the work tree that has a folder, absolute. */
export function topFolder(git: Git): string {
  return lineOf(git(['rev-parse', '--show-toplevel']));
}

/** A tree of a work tree as it stands, and git that knows its objects. */
export interface WorkTree {
  /** Full hash. */
  readonly tree: string;
  readonly git: Git;
}

/**
 * Gives `use` the tree of everything in a work tree that git would take: what is committed, changed and new, without what is ignored. Neither the
 * user's index nor the repository's objects are touched: both are beside, in a folder that is gone afterwards.
 */
export function withWorkTree<T>(top: string, use: (workTree: WorkTree) => T): T {
  const plain = gitIn(top);
  const folder = mkdtempSync(join(tmpdir(), 'registry-check-'));
  try {
    const pathOf = (name: string) => resolve(top, lineOf(plain(['rev-parse', '--git-path', name])));
    const [index, own] = [join(folder, 'index'), join(folder, 'objects')];
    // A copy knows which files have not changed since; without one, every file would be read.
    if (existsSync(pathOf('index'))) copyFileSync(pathOf('index'), index);
    mkdirSync(own);
    const env = {
      GIT_INDEX_FILE: index,
      GIT_OBJECT_DIRECTORY: own,
      GIT_ALTERNATE_OBJECT_DIRECTORIES: listed(pathOf('objects')),
    };
    const git: Git = (args, request = {}) => plain(args, { ...request, env: { ...env, ...request.env } });
    git(['add', '--all', '--', '.']);
    return use({ tree: git(['write-tree']).toString('latin1').trim(), git });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function lineOf(answer: Buffer): string {
  return answer.toString('utf8').replace(/\r?\n$/, '');
}

/** A path in a list of paths, where a colon or semicolon would part it: https://git-scm.com/docs/git#Documentation/git.txt-codeGITALTERNATEOBJECTDIRECTORIEScode */
function listed(path: string): string {
  return /[":;\n]/.test(path) ? JSON.stringify(path) : path;
}
