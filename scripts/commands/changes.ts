import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { eventsOf } from '../../src/history/events.ts';
import { GitHistoryError, walkHistory } from '../../src/history/walk-git.ts';
import { CHANGES_FILE, type ChangeHistory } from '../../src/schema/change.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { load, registryFolder } from '../lib/registry-folder.ts';

export const changes = new Command('changes')
  .description('write what happened to each record, from git, as data that the site shows')
  .option('--check', 'write nothing; exit with 1 where the file lags behind git')
  .addHelpText(
    'after',
    `\nThe file is ${CHANGES_FILE} in the registry folder. The site needs no git: it reads the file, and shows what is newer than it at the day of the build.\n\nExamples:\n  npm run registry -- changes\n  npm run registry -- changes --check`,
  )
  .action(({ check = false }: { check?: boolean }, command: Command) => {
    const folder = registryFolder(command);
    const { changes: known } = load(folder).registry;
    const told = tellHistory(folder.root, known);
    const file = `${folder.shown}/${CHANGES_FILE}`;
    const sum = `${told.history.events.length} changes, ${told.added} of them new`;
    if (told.same) console.error(`${file}: ${sum}. Nothing to do.`);
    else if (check) console.error(`${file}: ${sum}. It lags behind git: npm run registry -- changes`);
    else {
      write(join(folder.root, CHANGES_FILE), told.history);
      console.error(`${file}: ${sum}, up to ${told.history.commit?.slice(0, 7)}.`);
    }
    process.exitCode = check && !told.same ? EXIT.findings : EXIT.fine;
  });

interface Told {
  readonly history: ChangeHistory;
  /** How many events the file did not hold. */
  readonly added: number;
  /** The file tells the same already. Commits that changed no record do not count, or committing the file would ask for it again. */
  readonly same: boolean;
}

function tellHistory(root: string, known: ChangeHistory): Told {
  try {
    const { head, continued, commits, read } = walkHistory(root, known.commit);
    const before = continued ? known.events : [];
    const events = [...before, ...eventsOf(commits, read, before)];
    const added = events.length - known.events.length;
    const same = known.commit !== undefined && JSON.stringify(events) === JSON.stringify(known.events);
    return { history: { commit: head, events }, added: Math.max(0, added), same };
  } catch (error) {
    if (error instanceof GitHistoryError) throw new UsageError(error.message);
    throw error;
  }
}

/** Writes beside the file and renames, so that an interruption leaves the old file or the new one. */
function write(path: string, { commit, events }: ChangeHistory): void {
  const lines = [{ schemaVersion: 1, commit }, ...events].map((line) => `${JSON.stringify(line)}\n`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, lines.join(''));
  renameSync(`${path}.new`, path);
}
