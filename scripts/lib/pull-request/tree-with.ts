import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { resolveTree } from '../../../src/git/objects-git.ts';
import { type Git, gitIn } from '../../../src/git/run-git.ts';

let made = 0;

/**
 * The tree of a commit with these plain files in place of what stands at their paths, written as git objects only: neither the work tree nor
 * the index of the clone is touched. The same content has the same hash everywhere.
 * @param files texts by path; `undefined` takes a file out
 * @returns the full hash of the tree
 */
export function treeWith(clone: string, commit: string, files: ReadonlyMap<string, string | undefined>): string {
  const git = gitIn(clone);
  const folder = git(['rev-parse', '--absolute-git-dir']).toString('utf8').trim();
  made += 1;
  const own = join(folder, `public-square-${process.pid}-${made}`);
  const env = { GIT_INDEX_FILE: `${own}-index` };
  try {
    const texts = [...files.values()].filter((text) => text !== undefined);
    const blobs = writeBlobs(git, `${own}-marks`, texts);
    const rows = [...files].map(([path, text]) => {
      const entry = text === undefined ? `0 ${'0'.repeat(40)}` : `100644 ${blobs.get(text)}`;
      return `${entry}\t${path}\0`;
    });
    git(['read-tree', resolveTree(git, commit)], { env });
    git(['update-index', '--add', '-z', '--index-info'], { env, input: rows.join('') });
    return git(['write-tree'], { env }).toString('latin1').trim();
  } finally {
    for (const file of [env.GIT_INDEX_FILE, `${own}-marks`]) rmSync(file, { force: true });
  }
}

/** The hashes of texts, which are then objects; one run of git for all: https://git-scm.com/docs/git-fast-import */
function writeBlobs(git: Git, marks: string, texts: readonly string[]): ReadonlyMap<string, string> {
  const blobs = texts.map((text, at) => `blob\nmark :${at + 1}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
  git(['fast-import', '--quiet', `--export-marks=${marks}`], { input: blobs.join('') });
  const rows = readFileSync(marks, 'utf8').split('\n').filter(Boolean);
  return new Map(
    rows.map((row) => [texts[Number(row.slice(1, row.indexOf(' '))) - 1] ?? '', row.slice(row.indexOf(' ') + 1)]),
  );
}
