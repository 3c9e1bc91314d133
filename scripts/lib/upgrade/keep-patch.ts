import { existsSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { diffTrees } from '../../../src/git/trees-git.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';
import type { CopyRepository } from './copy-repository.ts';
import type { UpgradePlan } from './plan-upgrade.ts';
import { treeWith } from './upgrade-commit.ts';

/** @throws {UsageError} where there is something already, or no folder for it */
export function refuseStanding(file: string): void {
  if (file === '') throw new UsageError('--keep-patch is empty. Name a file to write.');
  if (existsSync(file)) throw new UsageError(`${visible(file)} is there already. Name another file for --keep-patch.`);
  const folder = dirname(resolve(file));
  if (!existsSync(folder)) throw new UsageError(`There is no folder ${visible(folder)} for --keep-patch.`);
}

/** Writes what the copy had changed in the program, as a patch against the release that it stands on. */
export function writePatch({ git, head }: CopyRepository, { from, edits }: UpgradePlan, file: string): void {
  const replaced = new Set(edits.filter(({ fate }) => fate === 'replaced').map(({ path }) => path));
  const mine = diffTrees(git, from.commit, head).filter(({ path }) => replaced.has(path.text));
  const edited = treeWith(git, from.commit, mine);
  const options = [
    '-r',
    '-p',
    '--binary',
    '--full-index',
    '--no-renames',
    '--no-ext-diff',
    '--no-textconv',
    '--no-color',
  ];
  writeFileSync(resolve(file), git(['diff-tree', ...options, from.commit, edited]), { flag: 'wx' });
}
