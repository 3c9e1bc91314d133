import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';
import { type CopyRepository, uncommitted } from './copy-repository.ts';
import type { UpgradePlan } from './plan-upgrade.ts';

/** As many files as a message names. */
const SHOWN = 10;

/** What was asked for, beside the release. */
export interface UpgradeWishes {
  readonly from?: string;
  readonly to?: string;
  readonly check?: boolean;
  readonly discardEdits?: boolean;
  readonly force?: boolean;
}

/** What came of it. `held`: the copy has changed the program, and somebody must decide. */
export type UpgradeStatus = 'current' | 'behind' | 'held' | 'prepared';

/** What an upgrade comes to, before anything is written. */
export function statusOf(
  plan: UpgradePlan,
  { to, check = false, discardEdits = false, force = false }: UpgradeWishes,
): UpgradeStatus {
  const isEdited = plan.edits.some(({ fate }) => fate === 'replaced');
  if (!plan.isBehind && !(isEdited && discardEdits)) return 'current';
  // A copy of the main branch is ahead of the newest release: only who names that one means to go back.
  if (plan.isOlder && !force && (check || to === undefined)) return 'current';
  if (check) return 'behind';
  return isEdited && !discardEdits ? 'held' : 'prepared';
}

/** Nobody goes back unawares. @throws {UsageError} */
export function refuseOlder({ from, to, isOlder }: UpgradePlan, { force = false }: UpgradeWishes): void {
  if (!isOlder || force) return;
  throw new UsageError(
    visible(
      `${to.name} is older than ${from.name}, on which this copy stands. Nothing was changed. Name a later one with --to, or add --force to go back.`,
    ),
  );
}

/** Files that git does not know yet are in nobody's history. @throws {UsageError} */
export function refuseUncommitted({ git }: CopyRepository, { hasFile }: UpgradePlan): void {
  const open = uncommitted(git, hasFile);
  if (open.length === 0) return;
  const shown = open.slice(0, SHOWN).map((path) => `  ${visible(path)}\n`);
  const more = open.length > SHOWN ? `  and ${open.length - SHOWN} more\n` : '';
  throw new UsageError(
    `Outside registry/ there is work that is not committed:\n${shown.join('')}${more}Nothing was changed. Commit it (git add, git commit) or put it aside (git stash --include-untracked), and run this again.`,
  );
}
