import { Command } from 'commander';
import { GitError } from '../../src/git/run-git.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { registryFolder } from '../lib/registry-folder.ts';
import { copyRepository } from '../lib/upgrade/copy-repository.ts';
import { refuseStanding, writePatch } from '../lib/upgrade/keep-patch.ts';
import { planUpgrade } from '../lib/upgrade/plan-upgrade.ts';
import { printUpgrade, upgradeReport } from '../lib/upgrade/print-upgrade.ts';
import { commitUpgrade } from '../lib/upgrade/upgrade-commit.ts';
import { refuseOlder, refuseUncommitted, statusOf, type UpgradeWishes } from '../lib/upgrade/upgrade-status.ts';
import { fetchUpstream } from '../lib/upgrade/upstream.ts';

interface UpgradeOptions extends UpgradeWishes {
  readonly dryRun?: boolean;
  readonly keepPatch?: string;
  readonly json?: boolean;
}

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
  if (options.json === true) console.log(JSON.stringify(upgradeReport(copy, plan, outcome, prepared), null, 2));
  else printUpgrade(copy, plan, outcome, prepared, options);
}
