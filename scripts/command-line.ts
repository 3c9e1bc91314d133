import { Console } from 'node:console';
import { Command, CommanderError } from 'commander';
import { RegistryRootError } from '../src/registry/load-fs.ts';
import { archive } from './commands/archive.ts';
import { changes } from './commands/changes.ts';
import { check } from './commands/check.ts';
import { checkPr } from './commands/check-pr.ts';
import { codeowners } from './commands/codeowners.ts';
import { complete, completion } from './commands/completion.ts';
import { contributeRecord } from './commands/contribute.ts';
import { delegate } from './commands/delegate.ts';
import { doctor } from './commands/doctor.ts';
import { end } from './commands/end.ts';
import { fix } from './commands/fix.ts';
import { format } from './commands/format.ts';
import { importRecords } from './commands/import.ts';
import { init } from './commands/init.ts';
import { list } from './commands/list.ts';
import { migrate } from './commands/migrate.ts';
import { newRecord } from './commands/new.ts';
import { overlay } from './commands/overlay.ts';
import { rename } from './commands/rename.ts';
import { schema } from './commands/schema.ts';
import { show } from './commands/show.ts';
import { stats } from './commands/stats.ts';
import { sync } from './commands/sync.ts';
import { takeBack } from './commands/take-back.ts';
import { upgrade } from './commands/upgrade.ts';
import { validate } from './commands/validate.ts';
import { EXIT, UsageError } from './lib/exit-code.ts';
import { Cancelled } from './lib/prompts.ts';
import { isRefusal, refusalText } from './lib/system-refusal.ts';

const program = new Command('registry')
  .description('Public Square, the open registry of digital government: work with its records.')
  .option('--root <folder>', 'the registry folder to work on (default: registry/ of this repository)')
  .addHelpText('after', '\nExit codes: 0 fine, 1 findings, 2 wrong use or a failure of ours.')
  .showHelpAfterError('(add --help for how to use it)');

for (const command of [
  validate,
  newRecord,
  importRecords,
  fix,
  format,
  rename,
  end,
  migrate,
  list,
  show,
  check,
  checkPr,
  changes,
  sync,
  overlay,
  contributeRecord,
  delegate,
  takeBack,
  archive,
  stats,
  schema,
  codeowners,
  init,
  doctor,
  upgrade,
  completion,
])
  program.addCommand(command);
program.addCommand(complete, { hidden: true });
// `--root` may stand before or after the command's name.
for (const command of program.commands) command.option('--root <folder>', 'the registry folder to work on');
for (const command of [program, ...program.commands]) command.exitOverride();

/** Runs the command that the arguments of this process name; the exit code is returned. */
export async function main(): Promise<number> {
  try {
    await program.parseAsync();
    return Number(process.exitCode ?? EXIT.fine);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.wrongUse;
    if (error instanceof Cancelled) {
      console.error('registry: left; nothing was written.');
      return EXIT.findings;
    }
    if (error instanceof UsageError || error instanceof RegistryRootError) console.error(`registry: ${error.message}`);
    else if (isRefusal(error)) console.error(`registry: ${refusalText(error)}`);
    else
      console.error(
        'registry: a fault of this program, not of your records. Please report it with these lines.\n',
        error,
      );
    return EXIT.wrongUse;
  }
}

/** What was printed and could not be is no success; a reader that has seen enough, as `head`, is. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.fine);
  console.error(`registry: the output could not be written (${error.message}).`);
  process.exit(EXIT.wrongUse);
});
// The console that Node gives is silent where its stream fails.
globalThis.console = new Console({ stdout: process.stdout, stderr: process.stderr, ignoreErrors: false });
