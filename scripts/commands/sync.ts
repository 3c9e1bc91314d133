import { Command } from 'commander';
import { roleOf } from '../../src/registry/files.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { progressOn } from '../lib/progress.ts';
import { type RegistryFolder, registryFolder } from '../lib/registry-folder.ts';
import { alone } from '../lib/sync/alone.ts';
import { ownRegistry } from '../lib/sync/own-registry.ts';
import { type SourceOutcome, syncRegistry } from '../lib/sync/sync-registry.ts';
import { outcomeText } from '../lib/sync/sync-report.ts';
import { finishWriting, isUnfinished } from '../lib/sync/write-at-once.ts';

interface SyncCommandOptions {
  readonly source?: string | undefined;
  readonly accept?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export const sync = new Command('sync')
  .description('take what has changed at the copies that federation.yaml names; all of it is written, or nothing')
  .option('--source <id>', 'only this source')
  .option('--accept', 'take also what is held back because so much changes or goes: you have looked at it')
  .option('--dry-run', 'write nothing')
  .option('--json', 'report in JSON')
  .addHelpText(
    'after',
    '\nA source that fails keeps what was taken from it before; the others go on.\n\nExamples:\n  npm run registry -- sync --dry-run\n  npm run registry -- sync --source ca',
  )
  .action(async ({ source, accept = false, dryRun = false, json = false }: SyncCommandOptions, command: Command) => {
    const folder = registryFolder(command);
    const { ids, sources, drafts } = dryRun
      ? await synchronized(folder, { source, accept, dryRun })
      : await alone(folder.root, () => synchronized(folder, { source, accept, dryRun }));
    process.exitCode = exitCode(sources);
    const files = dryRun ? 0 : drafts.size;
    if (json) {
      console.log(JSON.stringify({ version: 1, dryRun, filesWritten: files, sources }, null, 2));
      return;
    }
    for (const outcome of sources) console.log(outcomeText(outcome, dryRun));
    console.error(ids.length === 0 ? 'federation.yaml names no source.' : `${files} files written.`);
  });

async function synchronized(folder: RegistryFolder, { source, accept, dryRun = false }: SyncCommandOptions) {
  if (dryRun && isUnfinished(folder.root))
    throw new UsageError('A synchronization was stopped while it wrote. Run it without --dry-run, which finishes it.');
  const isOurs = (file: string) => ['record', 'vocabulary', 'lock'].includes(roleOf(file).type);
  if (finishWriting(folder.root, isOurs))
    console.error('A synchronization that was stopped while it wrote is now finished.');
  const ids = ownRegistry(folder).sources.map(({ id }) => id);
  if (source !== undefined && !ids.includes(source))
    throw new UsageError(`federation.yaml has no source ${source}. It has: ${ids.join(', ') || 'none'}.`);
  if (accept && source === undefined) throw new UsageError('--accept is for one source: name it with --source.');
  const progress = progressOn(process.stderr);
  const outcome = await syncRegistry(folder, { only: source, accept, dryRun, tell: progress.tell });
  progress.done();
  return { ids, ...outcome };
}

/** A fault of this program is none of a source's. */
function exitCode(sources: readonly SourceOutcome[]): number {
  if (sources.some(({ reason }) => reason === 'program')) return EXIT.wrongUse;
  return sources.some(({ status }) => status === 'refused' || status === 'needs-person') ? EXIT.findings : EXIT.fine;
}
