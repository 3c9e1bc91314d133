import { Command } from 'commander';
import { GitError } from '../../src/git/run-git.ts';
import { EXIT } from '../lib/exit-code.ts';
import { chosenFormat, jsonOption } from '../lib/format-option.ts';
import { checkRevisions } from '../lib/pull-request/check-revisions.ts';
import { checkFormatOption, printChecked } from '../lib/pull-request/print-checked.ts';

interface CheckPrOptions {
  readonly base: string;
  readonly head: string;
  readonly repository: string;
  readonly folder: string;
  readonly ours?: boolean;
}

export const checkPr = new Command('check-pr')
  .description('check what a pull request proposes, from git objects alone; nothing of it is checked out or run')
  .requiredOption('--base <revision>', 'the branch that it is for')
  .requiredOption('--head <revision>', 'what it proposes')
  .option('--repository <folder>', 'a clone that has both', '.')
  .option('--folder <path>', 'the folder of the registry in the repository', 'registry')
  .option('--ours', 'one of our own programs wrote it: files that programs write may change')
  .addOption(checkFormatOption())
  .addOption(jsonOption())
  .addHelpText(
    'after',
    '\nExit codes: 0 passed, 1 something must be mended, 2 we failed, whatever was proposed.\n\nExample:\n  npm run registry -- check-pr --base origin/main --head refs/pull/7/head --format json',
  )
  .action(({ ours = false, folder, ...named }: CheckPrOptions, command: Command) => {
    const format = chosenFormat(command);
    try {
      const inside = folder.replace(/^\.?\/+|\/+$/g, '');
      printChecked(checkRevisions({ ...named, folder: inside, isOurs: ours }), format);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      console.error(`registry: the check failed, not the pull request. ${error.message}`);
      process.exitCode = EXIT.wrongUse;
    }
  });
