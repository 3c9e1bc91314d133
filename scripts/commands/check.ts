import { Command } from 'commander';
import { GitError } from '../../src/git/run-git.ts';
import { type WorkTree, withWorkTree } from '../../src/git/work-tree-git.ts';
import { visible } from '../lib/excerpt.ts';
import { UsageError } from '../lib/exit-code.ts';
import { chosenFormat, jsonOption } from '../lib/format-option.ts';
import { checkRevisions } from '../lib/pull-request/check-revisions.ts';
import { isUncommitted, type LocalWork, localWork, targetBranch } from '../lib/pull-request/local-base.ts';
import { checkFormatOption, printChecked } from '../lib/pull-request/print-checked.ts';
import { registryFolder } from '../lib/registry-folder.ts';

export const check = new Command('check')
  .description('check all that a pull request from here would propose: what is committed and what is not')
  .option('--base <revision>', 'the branch that it would be for (default: main of upstream, of origin, or here)')
  .addOption(checkFormatOption())
  .addOption(jsonOption())
  .addHelpText(
    'after',
    '\nThe same checks as of the pull request itself. Nothing is committed, staged or written.\n\nExamples:\n  npm run registry -- check\n  npm run registry -- check --base upstream/main',
  )
  .action(({ base }: { base?: string }, command: Command) => {
    const format = chosenFormat(command);
    const folder = registryFolder(command);
    const work = localWork(folder, targetBranch(folder.root), base);
    try {
      withWorkTree(work.top, (workTree) => {
        const checked = checkRevisions({
          repository: work.top,
          base: work.base,
          head: 'HEAD',
          folder: work.folder,
          workTree,
          isOurs: false,
        });
        printChecked(checked, format);
        if (format === 'text') console.log(nextStep(checked.report.passed, work, workTree));
      });
    } catch (error) {
      if (error instanceof GitError) throw new UsageError(error.message, { cause: error });
      throw error;
    }
  });

function nextStep(passed: boolean, { base }: LocalWork, { git, tree }: WorkTree): string {
  const compared = `Compared with ${visible(base)}, from where your branch left it${isUncommitted(git, tree) ? '; what is not committed is looked at, too' : ''}.`;
  return passed ? `${compared} Next: commit, push, and open a pull request.` : `${compared} Mend, and run check again.`;
}
