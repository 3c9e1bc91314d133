import { Command } from 'commander';
import { findingsOf, locateIn } from '../../src/registry/load-fs.ts';
import type { Issue } from '../../src/rules/rule.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT } from '../lib/exit-code.ts';
import { changeText, mend } from '../lib/mend.ts';
import { load, registryFolder } from '../lib/registry-folder.ts';
import { countText } from '../lib/report.ts';
import { selectFiles } from '../lib/select.ts';
import { writeRecords } from '../lib/write-records.ts';

export const fix = new Command('fix')
  .description(
    'mend what leaves no choice, as mit for MIT or a full stop too many, and put those files in canonical form; comments stay',
  )
  .argument('[ids or paths...]', 'only these records: ids, files or folders')
  .option('--check', 'change nothing; exit with 1 where something would be mended')
  .addHelpText(
    'after',
    '\nExamples:\n  npm run registry -- fix\n  npm run registry -- fix ca/gc-notify\n  npm run registry -- fix --check',
  )
  .action((named: string[], { check = false }: { check?: boolean }, command: Command) => {
    const folder = registryFolder(command);
    const loaded = load(folder);
    const findings = findingsOf(loaded);
    const files = named.length === 0 ? undefined : selectFiles(named, folder, loaded.registry, findings);
    const { drafts, mended, after } = mend(folder, loaded, new Map(), (file) => files?.has(file) ?? true);
    if (!check) writeRecords(folder.root, drafts);
    for (const issue of mended) console.log(line(issue, folder.shown, check));
    const left = locateIn(
      after,
      findingsOf(after).filter(({ file }) => files?.has(file) ?? true),
    );
    const errors = left.some(({ severity }) => severity === 'error');
    console.error(
      `${mended.length} ${check ? 'to mend' : 'mended'} in ${drafts.size} ${drafts.size === 1 ? 'file' : 'files'}. Left: ${countText(left)}${left.length > 0 ? ' (run validate)' : ''}.`,
    );
    process.exitCode = errors || (check && mended.length > 0) ? EXIT.findings : EXIT.fine;
  });

function line(issue: Issue, shownRoot: string, check: boolean): string {
  const place = visible(`${shownRoot}/${issue.file}:${issue.line}:${issue.col}`);
  return `${check ? 'would mend' : 'mended'} ${place} ${visible(changeText(issue))} [${issue.rule}]`;
}
