import { Command } from 'commander';
import { GitError } from '../../src/git/run-git.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { registryFolder } from '../lib/registry-folder.ts';
import { type CopyRepository, copyRepository, uncommitted } from '../lib/upgrade/copy-repository.ts';
import { refuseStanding, writePatch } from '../lib/upgrade/keep-patch.ts';
import { planUpgrade, type UpgradePlan } from '../lib/upgrade/plan-upgrade.ts';
import { counts, heldText, nextSteps, planText, vocabularyText } from '../lib/upgrade/tell.ts';
import { commitUpgrade, type Prepared } from '../lib/upgrade/upgrade-commit.ts';
import { fetchUpstream, withoutSecrets } from '../lib/upgrade/upstream.ts';

interface UpgradeOptions {
  readonly from?: string;
  readonly to?: string;
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly discardEdits?: boolean;
  readonly keepPatch?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** What came of it. `held`: the copy has changed the program, and somebody must decide. */
type Status = 'current' | 'behind' | 'held' | 'prepared';

export const upgrade = new Command('upgrade')
  .description(
    'take a later release of the program, outside the registry folder: prepares a branch, and changes nothing else',
  )
  .option(
    '--from <repository>',
    'where the program comes from: an address, a folder or a remote (default: the remote upstream)',
  )
  .option(
    '--to <release>',
    'a tag, branch or commit (default: the newest release, or the main branch where there is none)',
  )
  .option('--check', 'only say whether there is something to take; exit with 1 where there is')
  .option('--dry-run', 'say what would change, prepare nothing')
  .option('--discard-edits', 'take the release also in place of files of the program that were changed here')
  .option('--keep-patch <file>', 'write what was changed here in the program to a file, as a patch')
  .option('--force', 'take the release although it is older')
  .option('--json', 'report in JSON')
  .addHelpText(
    'after',
    '\nThe registry folder stays byte for byte. What is fetched is kept beside the branches, as by git fetch.\n\nExamples:\n  npm run registry -- upgrade --check\n  npm run registry -- upgrade --from https://git.example.org/public-square --to v1.2.0 --dry-run',
  )
  .action((options: UpgradeOptions, command: Command) => {
    try {
      run(options, command);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      throw new UsageError(`${visible(error.message)}\nNothing was changed.`, { cause: error });
    }
  });

function run(options: UpgradeOptions, command: Command): void {
  if (options.keepPatch !== undefined) refuseStanding(options.keepPatch);
  const copy = copyRepository(registryFolder(command));
  const plan = planUpgrade(copy, fetchUpstream(copy.git, options.from, options.to));
  const looks = options.check === true || options.dryRun === true;
  const status = statusOf(plan, options);
  if (status !== 'current' && options.check !== true) refuseOlder(plan, options);
  if (status !== 'current' && !looks) refuseUncommitted(copy, plan);
  if (options.keepPatch !== undefined && !looks) writePatch(copy, plan, options.keepPatch);
  const prepared = status === 'prepared' && !looks ? commitUpgrade(copy, plan.to, plan.changes) : undefined;
  const outcome = status === 'prepared' && prepared === undefined ? 'behind' : status;
  process.exitCode = outcome === 'held' || (outcome === 'behind' && options.check === true) ? EXIT.findings : EXIT.fine;
  if (options.json === true) console.log(JSON.stringify(report(copy, plan, outcome, prepared), null, 2));
  else tell(copy, plan, outcome, prepared, options);
}

function statusOf(
  plan: UpgradePlan,
  { to, check = false, discardEdits = false, force = false }: UpgradeOptions,
): Status {
  const isEdited = plan.edits.some(({ fate }) => fate === 'replaced');
  if (!plan.isBehind && !(isEdited && discardEdits)) return 'current';
  // A copy of the main branch is ahead of the newest release: only who names that one means to go back.
  if (plan.isOlder && !force && (check || to === undefined)) return 'current';
  if (check) return 'behind';
  return isEdited && !discardEdits ? 'held' : 'prepared';
}

function refuseOlder({ from, to, isOlder }: UpgradePlan, { force = false }: UpgradeOptions): void {
  if (!isOlder || force) return;
  throw new UsageError(
    visible(
      `${to.name} is older than ${from.name}, on which this copy stands. Nothing was changed. Name a later one with --to, or add --force to go back.`,
    ),
  );
}

function refuseUncommitted({ git }: CopyRepository, { hasFile }: UpgradePlan): void {
  const open = uncommitted(git, hasFile);
  if (open.length === 0) return;
  const shown = open.slice(0, SHOWN).map((path) => `  ${visible(path)}\n`);
  const more = open.length > SHOWN ? `  and ${open.length - SHOWN} more\n` : '';
  throw new UsageError(
    `Outside registry/ there is work that is not committed:\n${shown.join('')}${more}Nothing was changed. Commit it (git add, git commit) or put it aside (git stash --include-untracked), and run this again.`,
  );
}

const SHOWN = 10;

function report({ branch }: CopyRepository, plan: UpgradePlan, status: Status, prepared: Prepared | undefined) {
  const { from, to, upstream, edits, isOlder, vocabularies, texts } = plan;
  return {
    version: 1,
    ...{ status, upstream, from, to, isOlder, files: counts(plan), edits, vocabularies, texts },
    ...(prepared === undefined
      ? {}
      : { branch: prepared.branch, commit: prepared.commit, next: nextSteps(plan, prepared.branch, branch) }),
  };
}

function tell(
  copy: CopyRepository,
  plan: UpgradePlan,
  status: Status,
  prepared: Prepared | undefined,
  options: UpgradeOptions,
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
function commandText({ from, to, discardEdits = false }: UpgradeOptions): string {
  const named = [
    from === undefined ? '' : ` --from ${quoted(withoutSecrets(from))}`,
    to === undefined ? '' : ` --to ${quoted(to)}`,
  ];
  return `npm run registry -- upgrade${named.join('')}${discardEdits ? ' --discard-edits' : ''}`;
}

function quoted(value: string): string {
  return /^[\w./:@%+-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
