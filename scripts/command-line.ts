import { Console } from 'node:console';
import { Command, CommanderError } from 'commander';
import { RegistryRootError } from '../src/registry/load-fs.ts';
import { refuseContradictions } from './lib/contradictions.ts';
import { EXIT, UsageError } from './lib/exit-code.ts';
import { Cancelled } from './lib/prompts.ts';
import { isRefusal, refusalText } from './lib/system-refusal.ts';

/** The commands, in the order of the help. Each is loaded where it is wanted: all of them take longer to load than most take to run. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  validate: async () => (await import('./commands/validate.ts')).validate,
  new: async () => (await import('./commands/new.ts')).newRecord,
  import: async () => (await import('./commands/import.ts')).importRecords,
  fix: async () => (await import('./commands/fix.ts')).fix,
  format: async () => (await import('./commands/format.ts')).format,
  rename: async () => (await import('./commands/rename.ts')).rename,
  end: async () => (await import('./commands/end.ts')).end,
  migrate: async () => (await import('./commands/migrate.ts')).migrate,
  list: async () => (await import('./commands/list.ts')).list,
  show: async () => (await import('./commands/show.ts')).show,
  check: async () => (await import('./commands/check.ts')).check,
  'check-pr': async () => (await import('./commands/check-pr.ts')).checkPr,
  changes: async () => (await import('./commands/changes.ts')).changes,
  sync: async () => (await import('./commands/sync.ts')).sync,
  overlay: async () => (await import('./commands/overlay.ts')).overlay,
  contribute: async () => (await import('./commands/contribute.ts')).contributeRecord,
  delegate: async () => (await import('./commands/delegate.ts')).delegate,
  'take-back': async () => (await import('./commands/take-back.ts')).takeBack,
  archive: async () => (await import('./commands/archive.ts')).archive,
  stats: async () => (await import('./commands/stats.ts')).stats,
  schema: async () => (await import('./commands/schema.ts')).schema,
  codeowners: async () => (await import('./commands/codeowners.ts')).codeowners,
  init: async () => (await import('./commands/init.ts')).init,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  upgrade: async () => (await import('./commands/upgrade.ts')).upgrade,
  completion: async () => (await import('./commands/completion.ts')).completion,
};

const program = new Command('registry')
  .description('Public Square, the open registry of digital government: work with its records.')
  .option('--root <folder>', 'the registry folder to work on (default: registry/ of this repository)')
  .addHelpText('after', '\nExit codes: 0 fine, 1 findings, 2 wrong use or a failure of ours.')
  .showHelpAfterError('(add --help for how to use it)');

/** The command that the arguments name; without one, or where it is no name of a command, all: help, completion and errors tell of them. */
async function wantedCommands(args: readonly string[]): Promise<Command[]> {
  const [first = '', , third = ''] = args;
  const name = first === '--root' ? third : first;
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return load === undefined ? Promise.all(Object.values(COMMANDS).map((each) => each())) : [await load()];
}

async function prepare(args: readonly string[]): Promise<void> {
  const commands = await wantedCommands(args);
  for (const command of commands) program.addCommand(command);
  if (commands.length > 1) program.addCommand((await import('./commands/completion.ts')).complete, { hidden: true });
  // `--root` may stand before or after the command's name.
  for (const command of program.commands) command.option('--root <folder>', 'the registry folder to work on');
  for (const command of [program, ...program.commands]) {
    command.exitOverride();
    refuseContradictions(command);
  }
}

/** Runs the command that the arguments of this process name; the exit code is returned. */
export async function main(): Promise<number> {
  try {
    await prepare(process.argv.slice(2));
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
