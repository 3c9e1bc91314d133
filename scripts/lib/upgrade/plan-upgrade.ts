import { mergeBases } from '../../../src/git/objects-git.ts';
import type { Git } from '../../../src/git/run-git.ts';
import { diffTrees, type TreeFile, treeFiles } from '../../../src/git/trees-git.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';
import { type Comparison, compareFiles } from './compare-files.ts';
import type { CopyRepository } from './copy-repository.ts';
import { findBase } from './find-base.ts';
import { looksLikeRegistry } from './owners.ts';
import {
  type MissingTexts,
  missingTexts,
  otherVocabularies,
  type ReleaseFacts,
  releaseFacts,
} from './release-facts.ts';
import type { Upstream } from './upstream.ts';
import { compareVersions } from './versions.ts';

/** A state of the program as people know it. */
export interface ProgramState extends ReleaseFacts {
  /** Full hash. */
  readonly commit: string;
  /** The release's name, or the first digits of the commit. */
  readonly name: string;
  /** The day of the commit. */
  readonly day: string;
}

export interface UpgradePlan extends Comparison {
  /** What the copy stands on: the state of the program that is nearest to its files. */
  readonly from: ProgramState;
  readonly to: ProgramState;
  readonly upstream: string;
  /** The release changes something that the copy does not have as it has. */
  readonly isBehind: boolean;
  /** The release is older than what the copy stands on. */
  readonly isOlder: boolean;
  /** Shared vocabularies that the release has otherwise, by the names of their files. */
  readonly vocabularies: readonly string[];
  /** What the copy's own languages lack with the release. */
  readonly texts: readonly MissingTexts[];
  /** True of the path of a file that the copy will have. */
  readonly hasFile: (path: string) => boolean;
}

/** What taking a release would do. Nothing is written. */
export function planUpgrade({ git, head }: CopyRepository, { target, tips, nameOf, shown }: Upstream): UpgradePlan {
  const [ours, theirs] = [treeFiles(git, head), treeFiles(git, target.commit)];
  refuseForeign(theirs, target.name, shown);
  const base = findBase(git, head, tips);
  const release = diffTrees(git, base, target.commit);
  const comparison = compareFiles({ here: diffTrees(git, base, head), release });
  const news = new Set(release.map(({ path }) => path.key));
  const [from, to] = [stateOf(git, base, nameOf(base)), stateOf(git, target.commit, target.name)];
  const paths = new Set(theirs.map(({ path }) => path.text));
  const own = new Set(ours.map(({ path }) => path.text));
  return {
    ...comparison,
    ...{ from, to, upstream: shown },
    isBehind: comparison.changes.some(({ path }) => news.has(path.key)),
    isOlder: isOlder(git, from, to),
    vocabularies: otherVocabularies(ours, theirs),
    texts: missingTexts(git, { head, base, target: target.commit }, ours, theirs),
    hasFile: (path) => paths.has(path) && !own.has(path),
  };
}

function refuseForeign(files: readonly TreeFile[], name: string, shown: string): void {
  const paths = new Set(files.map(({ path }) => path.text));
  if (!['package.json', 'scripts/registry.ts'].every((path) => paths.has(path)))
    throw new UsageError(
      visible(`${name} of ${shown} is no release of this program: it lacks package.json or scripts/registry.ts.`),
    );
  const trap = files.find(({ path }) => looksLikeRegistry(path.text));
  if (trap !== undefined)
    throw new UsageError(
      visible(
        `${name} of ${shown} has ${trap.path.text}, which some disks take for the registry folder. Nothing is taken.`,
      ),
    );
}

function stateOf(git: Git, commit: string, name: string): ProgramState {
  const day = git(['log', '--no-walk', '--format=%cs', commit]).toString('latin1').trim();
  return { commit, name, day, ...releaseFacts(git, commit) };
}

function isOlder(git: Git, from: ProgramState, to: ProgramState): boolean {
  if (from.commit === to.commit) return false;
  if (mergeBases(git, from.commit, to.commit).includes(to.commit)) return true;
  return compareVersions(to.version ?? '', from.version ?? '') < 0;
}
