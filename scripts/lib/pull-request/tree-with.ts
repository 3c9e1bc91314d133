import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { resolveTree } from '../../../src/git/objects-git.ts';
import { gitIn } from '../../../src/git/run-git.ts';

let made = 0;

/**
 * The tree of a commit with one plain file in place of what stands at its path, written as git objects only: neither the work tree nor the
 * index of the clone is touched. The same content has the same hash everywhere.
 * @returns the full hash of the tree
 */
export function treeWith(clone: string, commit: string, path: string, text: string): string {
  const git = gitIn(clone);
  const folder = git(['rev-parse', '--absolute-git-dir']).toString('utf8').trim();
  made += 1;
  const env = { GIT_INDEX_FILE: join(folder, `public-square-index-${process.pid}-${made}`) };
  try {
    const blob = git(['hash-object', '-w', '--stdin'], { input: text }).toString('latin1').trim();
    git(['read-tree', resolveTree(git, commit)], { env });
    git(['update-index', '--add', '-z', '--index-info'], { env, input: `100644 ${blob}\t${path}\0` });
    return git(['write-tree'], { env }).toString('latin1').trim();
  } finally {
    rmSync(env.GIT_INDEX_FILE, { force: true });
  }
}
