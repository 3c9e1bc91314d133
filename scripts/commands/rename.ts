import { Command, Option } from 'commander';
import type { RecordName } from '../../src/registry/change/redirect-references.ts';
import type { RenamePlan } from '../../src/registry/change/rename.ts';
import type { LoadedRegistry } from '../../src/registry/load-fs.ts';
import { KIND_NAMES, type Kind } from '../../src/schema/kinds.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { askRecord, findRecord } from '../lib/find-record.ts';
import { canAsk, prompt } from '../lib/prompts.ts';
import { load, type RegistryFolder, registryFolder } from '../lib/registry-folder.ts';
import { checkedRename, newIdProblem, renameLines } from '../lib/rename-record.ts';
import { writeRecords } from '../lib/write-records.ts';

interface RenameOptions {
  readonly kind?: Kind;
  readonly dryRun?: boolean;
}

export const rename = new Command('rename')
  .description('give a record another id: moves its file, keeps the old address, corrects every reference')
  .argument('[id]', 'the record’s id, as ca/gc-notify or project/ca/gc-notify, or its file')
  .argument('[new id]', 'the id that it gets, as ca/notify')
  .addOption(new Option('--kind <kind>', 'the kind, where several kinds have this id').choices(KIND_NAMES))
  .option('--dry-run', 'say what would change, write nothing')
  .addHelpText(
    'after',
    '\nExamples:\n  npm run registry -- rename ca/gc-notify ca/notify\n  npm run registry -- rename    (in a terminal: asks for the rest)\n\nStopped half-way, it can be run again and finishes.',
  )
  .action(async (name: string | undefined, to: string | undefined, options: RenameOptions, command: Command) => {
    const folder = registryFolder(command);
    const loaded = load(folder);
    const asks = canAsk() && (name === undefined || to === undefined);
    if (!asks && (name === undefined || to === undefined))
      throw new UsageError('rename takes an id and a new id: registry rename ca/gc-notify ca/notify');
    if (asks) prompt.begin('Rename a record');
    const from = findRecord(
      { registry: loaded.registry, folder, kind: options.kind },
      name ?? (await askRecord(loaded.registry)),
    );
    const newId = to ?? (await askNewId(loaded, from));
    const plan = checkedRename(folder, loaded, from, newId);
    if (options.dryRun === true) return tell(folder, plan, 'would ');
    if (asks && !(await prompt.yes(question(plan, newId), true))) return prompt.end('Nothing was written.');
    writeRecords(folder.root, plan.drafts);
    tell(folder, plan, '');
    console.error(`${visible(from.id)} is now ${newId}; its old address leads there.`);
  });

function askNewId(loaded: LoadedRegistry, from: RecordName): Promise<string> {
  return prompt.text('What is its new id?', (typed) => newIdProblem(loaded, from, typed), from.id);
}

function question({ places }: RenamePlan, to: string): string {
  const files = places.size === 1 ? '1 file' : `${places.size} files`;
  return `Move it to ${to}, and correct the references in ${files}?`;
}

function tell(folder: RegistryFolder, plan: RenamePlan, would: 'would ' | ''): void {
  for (const line of renameLines(folder, plan, would)) console.log(line);
  process.exitCode = EXIT.fine;
}
