import { Command, Option } from 'commander';
import { dayOfClock } from '../../src/registry/load-fs.ts';
import { KIND_NAMES } from '../../src/schema/kinds.ts';
import { tombstoneSchema } from '../../src/schema/tombstone.ts';
import { collectText } from '../lib/ask-fields.ts';
import { refuseForeign, refuseNewErrors } from '../lib/change.ts';
import { askDetails, planEnd } from '../lib/end/end-project.ts';
import { askTombstone, planTombstone } from '../lib/end/entomb.ts';
import type { EndOptions, EndPlan } from '../lib/end/plan.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { askRecord, findRecord } from '../lib/find-record.ts';
import { canAsk, prompt } from '../lib/prompts.ts';
import { load, type RegistryFolder, registryFolder } from '../lib/registry-folder.ts';
import { writeRecords } from '../lib/write-records.ts';

export const end = new Command('end')
  .description('say that a project has ended, and why; or put a tombstone in the place of a record')
  .argument('[id]', 'the record’s id, as ca/gc-notify or project/ca/gc-notify, or its file')
  .option('--reason <language=text>', 'why it ended, once for each language', collectText)
  .option('--date <date>', 'when it ended, as precise as known (default: today)')
  .option('--successor <id>', 'what replaced it; a tombstone’s successor takes its references over')
  .option('--lessons <language=text>', 'what was learned, once for each language', collectText)
  .addOption(
    new Option('--tombstone <why>', 'leave nothing of the record but that it was there').choices(
      tombstoneSchema.shape.reason.options,
    ),
  )
  .option('--note <language=text>', 'for a tombstone: what happened, once for each language', collectText)
  .addOption(new Option('--kind <kind>', 'the kind, where several kinds have this id').choices(KIND_NAMES))
  .option('--yes', 'ask nothing; a tombstone needs it outside a terminal')
  .option('--dry-run', 'say what would change, write nothing')
  .addHelpText(
    'after',
    '\nExamples:\n  npm run registry -- end ca/gc-notify    (in a terminal: asks for the rest)\n  npm run registry -- end ca/gc-notify --reason en="Its money ended" --successor ca/notify\n  npm run registry -- end ca/gc-notify --tombstone duplicate --successor ca/notify --yes',
  )
  .action(async (name: string | undefined, options: EndOptions, command: Command) => {
    const folder = registryFolder(command);
    const loaded = load(folder);
    const { registry } = loaded;
    const entombs = options.tombstone !== undefined;
    const lacks = name === undefined || (!entombs && options.reason === undefined);
    const asks = canAsk() && options.yes !== true && (lacks || entombs);
    if (name === undefined && !asks) throw new UsageError('end takes an id: registry end ca/gc-notify --reason en=…');
    if (asks) prompt.begin(entombs ? 'Put a tombstone in the place of a record' : 'End a project');
    const target = findRecord(
      { registry, folder, kind: options.kind },
      name ?? (await askRecord(registry, entombs ? undefined : 'project')),
    );
    const ending = { loaded, folder, target, today: dayOfClock() };
    const plan = entombs
      ? planTombstone(ending, asks ? await askTombstone(ending, options) : options)
      : planEnd(ending, asks ? await askDetails(ending, options) : options);
    if (entombs && !asks && options.yes !== true && options.dryRun !== true)
      throw new UsageError('A tombstone takes the record away: say --yes where nobody can be asked.');
    refuseForeign(registry, folder, plan.drafts.keys());
    refuseNewErrors(folder, loaded, plan.drafts);
    if (options.dryRun === true) return tell(folder, plan, true);
    if (asks) {
      prompt.tell([...plan.lines, '', plan.text].join('\n'));
      if (!(await prompt.yes(`Write ${folder.shown}/${target.file}?`, !entombs)))
        return prompt.end('Nothing was written.');
    }
    writeRecords(folder.root, plan.drafts);
    tell(folder, plan, false);
  });

function tell(folder: RegistryFolder, { drafts, text, lines }: EndPlan, isDry: boolean): void {
  for (const file of drafts.keys()) console.log(visible(`${isDry ? 'would write' : 'wrote'} ${folder.shown}/${file}`));
  if (isDry) console.log(text.trimEnd());
  for (const line of lines) console.error(visible(line));
  process.exitCode = EXIT.fine;
}
