import { Command } from 'commander';
import { roleOf } from '../../src/registry/files.ts';
import { fixRecord } from '../../src/registry/fix.ts';
import { findingsOf, type LoadedRegistry, locateIn } from '../../src/registry/load-fs.ts';
import { type Finding, type Fix, type Issue, shown } from '../../src/rules/rule.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT } from '../lib/exit-code.ts';
import { load, type RegistryFolder, registryFolder } from '../lib/registry-folder.ts';
import { countText } from '../lib/report.ts';
import { selectFiles } from '../lib/select.ts';
import { recordText, writeRecords } from '../lib/write-records.ts';

export const fix = new Command('fix')
  .description('mend what leaves no choice, as mit for MIT or a full stop too many; comments stay')
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
    const { drafts, mended, after } = mend(folder, loaded, findings, (file) => files?.has(file) ?? true);
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

/** One fix may bring another finding to light; more rounds than this would mean that two undo one another. */
const MAX_ROUNDS = 5;

interface Mending {
  /** What would be written. */
  readonly drafts: ReadonlyMap<string, string>;
  /** What was mended, each at the place where it stood when it was. */
  readonly mended: readonly Issue[];
  readonly after: LoadedRegistry;
}

/** Mends in memory, round by round, until nothing is left that can be. */
function mend(
  folder: RegistryFolder,
  first: LoadedRegistry,
  firstFindings: readonly Finding[],
  wanted: (file: string) => boolean,
): Mending {
  const drafts = new Map<string, string>();
  const mended: Issue[] = [];
  let loaded = first;
  let findings = firstFindings;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const made: Finding[] = [];
    for (const [file, found] of Map.groupBy(findings.filter(isMendable), (finding) => finding.file)) {
      const role = roleOf(file);
      const text = drafts.get(file) ?? recordText(folder.root, file);
      if (!wanted(file) || role.type !== 'record' || text === undefined) continue;
      const fixed = fixRecord(role.kind, text, found);
      if (fixed === undefined || fixed.text === text) continue;
      drafts.set(file, fixed.text);
      made.push(...fixed.made);
    }
    if (made.length === 0) break;
    mended.push(...locateIn(loaded, made));
    loaded = load(folder, drafts);
    findings = findingsOf(loaded);
  }
  return { drafts, mended, after: loaded };
}

/** What carries a fix, and what the canonical form itself mends: marks and line ends. */
function isMendable({ fix: carried, rule, code }: Finding): boolean {
  return carried !== undefined || (rule === 'file-encoding' && code !== 'utf8');
}

function line(issue: Issue, shownRoot: string, check: boolean): string {
  const place = visible(`${shownRoot}/${issue.file}:${issue.line}:${issue.col}`);
  return `${check ? 'would mend' : 'mended'} ${place} ${visible(change(issue))} [${issue.rule}]`;
}

function change({ fix: made, path, found, message }: Issue): string {
  if (made === undefined) return message;
  return `${path.join('.')}: ${found ?? 'nothing'} → ${result(made)}`;
}

function result(made: Fix): string {
  if ('remove' in made) return 'removed';
  return 'rename' in made ? made.rename : shown(made.set);
}
