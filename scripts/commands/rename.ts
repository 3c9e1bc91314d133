import { Command, Option } from 'commander';
import type { RecordName } from '../../src/registry/change/redirect-references.ts';
import { planRename, type RenamePlan } from '../../src/registry/change/rename.ts';
import { dayOfClock, type LoadedRegistry } from '../../src/registry/load-fs.ts';
import { KIND_NAMES, type Kind } from '../../src/schema/kinds.ts';
import { recordFile } from '../../src/schema/registry.ts';
import { REVIEWERS_FILE } from '../../src/schema/reviewers.ts';
import { refuseForeign, refuseNewErrors, refuseUnsound } from '../lib/change.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { askRecord, findRecord } from '../lib/find-record.ts';
import { idProblem } from '../lib/new-record/identity.ts';
import { canAsk, prompt } from '../lib/prompts.ts';
import { recordTexts } from '../lib/record-texts.ts';
import { load, type RegistryFolder, registryFolder } from '../lib/registry-folder.ts';
import { recordText, writeRecords } from '../lib/write-records.ts';

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
    const plan = checkedPlan(folder, loaded, from, newId);
    if (options.dryRun === true) return tell(folder, plan, 'would ');
    if (asks && !(await prompt.yes(question(plan, newId), true))) return prompt.end('Nothing was written.');
    writeRecords(folder.root, plan.drafts);
    tell(folder, plan, '');
    console.error(`${visible(from.id)} is now ${newId}; its old address leads there.`);
  });

/** What would be written. Throws a {@link UsageError} with the reason where it may not be. */
function checkedPlan(folder: RegistryFolder, loaded: LoadedRegistry, from: RecordName, to: string): RenamePlan {
  const { registry } = loaded;
  const all = recordTexts(loaded);
  const reviewers = recordText(folder.root, REVIEWERS_FILE);
  const named = reviewers === undefined ? [] : [[REVIEWERS_FILE, reviewers] as const];
  const plan = planRename(new Map([...all.texts, ...named]), from, to);
  refuseUnsound(plan, all, from, folder);
  const [oldFile, newFile] = [recordFile(from.kind, from.id), recordFile(from.kind, to)];
  // Whoever was stopped in the middle finds the new file beside the old one, with the very text that we would write.
  const resumes = all.texts.get(newFile) === plan.drafts.get(newFile);
  const problem = resumes ? undefined : newIdProblem(loaded, from, to);
  if (problem !== undefined) throw new UsageError(`${visible(to)}: ${problem}`);
  refuseForeign(registry, folder, plan.drafts.keys());
  refuseNewErrors(folder, loaded, plan.drafts, new Map([[newFile, oldFile]]));
  return plan;
}

function newIdProblem({ registry }: LoadedRegistry, { kind }: RecordName, to: string): string | undefined {
  const [zone = '', slug, ...more] = to.split('/');
  if (slug === undefined || more.length > 0) return 'An id is zone/slug, as ca/gc-notify.';
  return idProblem(kind, zone, slug, registry, dayOfClock());
}

function askNewId(loaded: LoadedRegistry, from: RecordName): Promise<string> {
  return prompt.text('What is its new id?', (typed) => newIdProblem(loaded, from, typed), from.id);
}

function question({ places }: RenamePlan, to: string): string {
  const files = places.size === 1 ? '1 file' : `${places.size} files`;
  return `Move it to ${to}, and correct the references in ${files}?`;
}

function tell(folder: RegistryFolder, { drafts, places }: RenamePlan, would: 'would ' | ''): void {
  const removed = [...drafts].find(([, text]) => text === undefined)?.[0];
  const [newFile] = drafts.keys();
  const verb = (word: string) => (would === '' ? `${word}d` : `would ${word}`);
  console.log(visible(`${verb('move')} ${folder.shown}/${removed} to ${folder.shown}/${newFile}`));
  for (const [file, where] of places)
    console.log(visible(`${verb('change')} ${folder.shown}/${file}: ${where.join(', ')}`));
  process.exitCode = EXIT.fine;
}
