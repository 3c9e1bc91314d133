import { visible } from '../excerpt.ts';
import type { CopyRepository } from './copy-repository.ts';
import type { UpgradePlan } from './plan-upgrade.ts';
import { counts, heldText, nextSteps, planText, vocabularyText } from './tell.ts';
import type { Prepared } from './upgrade-commit.ts';
import type { UpgradeStatus, UpgradeWishes } from './upgrade-status.ts';
import { withoutSecrets } from './upstream.ts';

/** Prints what an upgrade did, or would do. */
export function printUpgrade(
  copy: CopyRepository,
  plan: UpgradePlan,
  status: UpgradeStatus,
  prepared: Prepared | undefined,
  options: UpgradeWishes,
) {
  console.log(planText(plan));
  for (const line of vocabularyText(plan)) console.log(line);
  if (status === 'current') return console.error('There is nothing to take.');
  if (status === 'held') return console.error(heldText(plan, commandText(options)));
  if (prepared === undefined) return console.error(`Nothing was prepared. To do it: ${visible(commandText(options))}`);
  console.error(
    `${prepared.isSame ? 'Prepared already' : 'Prepared'}: the branch ${visible(prepared.branch)}. Nothing else was changed. Next:\n${nextSteps(
      plan,
      prepared.branch,
      copy.branch,
    )
      .map((step) => `  ${step}`)
      .join('\n')}`,
  );
}

/** The command again, with what was named. */
function commandText({ from, to, discardEdits = false }: UpgradeWishes): string {
  const named = [
    from === undefined ? '' : ` --from ${quoted(withoutSecrets(from))}`,
    to === undefined ? '' : ` --to ${quoted(to)}`,
  ];
  return `npm run registry -- upgrade${named.join('')}${discardEdits ? ' --discard-edits' : ''}`;
}

function quoted(value: string): string {
  return /^[\w./:@%+-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

/** What an upgrade did, or would do, for programs. */
export function upgradeReport(
  { branch }: CopyRepository,
  plan: UpgradePlan,
  status: UpgradeStatus,
  prepared: Prepared | undefined,
) {
  const { from, to, upstream, edits, isOlder, vocabularies, texts } = plan;
  return {
    version: 1,
    status,
    upstream,
    from,
    to,
    isOlder,
    files: counts(plan),
    edits,
    vocabularies,
    texts,
    ...(prepared === undefined
      ? {}
      : { branch: prepared.branch, commit: prepared.commit, next: nextSteps(plan, prepared.branch, branch) }),
  };
}
