import { mergeBases } from '../../../src/git/objects-git.ts';
import type { Git } from '../../../src/git/run-git.ts';
import { diffTrees, firstParentLines, type TreeChange, type TreeEntry, treeFiles } from '../../../src/git/trees-git.ts';
import { isSame } from './compare-files.ts';
import { lastRelease } from './last-release.ts';
import { ownerOf } from './owners.ts';

/**
 * The commit of the program's history that a copy stands on: the one from whose files, outside the registry folder, fewest of the copy's
 * differ. So it is found in a copy that was made from a template, that is shallow or whose upgrades were squashed. None is thought of before the
 * release that the copy took last, or before the last commit that both histories share: what the copy took back since is an edit. Of several
 * that are as near, that one, else the oldest: what the copy lacks of a later one is then no edit here.
 * @param ours full hash of the copy's commit
 * @param tips full hashes of commits of the program: its branch, its releases
 */
export function findBase(git: Git, ours: string, tips: readonly string[]): string {
  const counts = countDifferences(git, ours, tips);
  const recorded = lastRelease(git, ours, tips);
  const shared = recorded === undefined ? mergeBases(git, ours, ...tips) : [recorded];
  for (const each of shared) if (!counts.has(each)) counts.set(each, differing(git, ours, each));
  const [last] = shared.toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
  const allowed = last === undefined ? undefined : new Set([last, ...since(git, last, tips)]);
  const candidates = [...counts].filter(([hash]) => allowed?.has(hash) ?? true);
  const least = Math.min(...candidates.map(([, count]) => count));
  const nearest = candidates.filter(([, count]) => count === least).map(([hash]) => hash);
  if (last !== undefined && nearest.includes(last)) return last;
  // Later commits come first. Of those with all files alike, a release is meant, or the newest.
  const alike = nearest.find((hash) => tips.includes(hash)) ?? nearest[0];
  return (least === 0 ? alike : nearest.at(-1)) ?? ours;
}

/** How many files of the program differ from the copy's, at each commit of the first-parent lines; later commits first. */
function countDifferences(git: Git, ours: string, tips: readonly string[]): Map<string, number> {
  const here = new Map(treeFiles(git, ours).map((file) => [file.path.key, file]));
  const isOff = (path: string, entry: TreeEntry | undefined) => (isSame(here.get(path), entry) ? 0 : 1);
  const counts = new Map<string, number>();
  for (const { hash, parent, changes } of firstParentLines(git, tips)) {
    const count = counts.get(hash) ?? differing(git, ours, hash);
    // Set anew, so that the order is that of the commits.
    counts.delete(hash);
    counts.set(hash, count);
    if (parent === undefined) continue;
    const steps = changes
      .filter(isCounted)
      .map((each) => isOff(each.path.key, each.before) - isOff(each.path.key, each.after));
    counts.set(
      parent,
      steps.reduce((sum, step) => sum + step, count),
    );
  }
  return counts;
}

function differing(git: Git, ours: string, commit: string): number {
  return diffTrees(git, commit, ours).filter(isCounted).length;
}

function isCounted({ path }: TreeChange): boolean {
  return ownerOf(path.text) === 'program';
}

/** The commits between one and some that came of it. */
function since(git: Git, commit: string, tips: readonly string[]): string[] {
  const answer = git(['rev-list', '--ancestry-path', ...tips, `^${commit}`]).toString('latin1');
  return answer.split('\n').filter(Boolean);
}
