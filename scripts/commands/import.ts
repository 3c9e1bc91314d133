import { Argument, Command } from 'commander';
import { dayOfClock } from '../../src/registry/load-fs.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { type BatchOptions, importThing, outcomeText, unreadText } from '../lib/import/batch.ts';
import { dataOf } from '../lib/import/data.ts';
import {
  FORMAT_CHOICES,
  type FormatChoice,
  notCarriedText,
  type ReadSources,
  readThings,
  type Thing,
} from '../lib/import/read.ts';
import { readSources } from '../lib/import/sources.ts';
import { askAboutLookAlikes, askFields, askId } from '../lib/new-record/ask-record.ts';
import { askingIn, givenId } from '../lib/new-record/asking.ts';
import { conclude } from '../lib/new-record/conclude.ts';
import { draftRecord } from '../lib/new-record/draft.ts';
import { missingFields } from '../lib/new-record/questions.ts';
import { canAsk, prompt } from '../lib/prompts.ts';
import { load, type RegistryFolder, registryFolder } from '../lib/registry-folder.ts';

interface ImportOptions extends BatchOptions {
  readonly json?: boolean;
}

export const importRecords = new Command('import')
  .description('make records of files in other formats: tells what is not carried over; writes valid files or nothing')
  .addArgument(new Argument('<format>', 'the format; auto finds it').choices(FORMAT_CHOICES))
  .argument('<from>', 'a file, a folder, the https address of a file or repository, or - for standard input')
  .option(
    '--set <field=value...>',
    'a field, in place of what the file says: owner=ca/office, functions=forms,payments',
    (value: string, all: string[]) => [...all, value],
    [],
  )
  .option('--owner <id>', 'the id of the owner: the same as --set owner=')
  .option('--zone <zone>', 'the zone (default: that of the owner or the country)')
  .option('--slug <slug>', 'the last part of the id (default: made from the name)')
  .option('--yes', 'ask nothing, and write also where another record is spelled alike')
  .option('--dry-run', 'write nothing')
  .option('--json', 'report in JSON, and ask nothing')
  .addHelpText(
    'after',
    '\nExamples:\n  npm run registry -- import auto https://github.com/example/post\n  npm run registry -- import publiccode publiccode.yml --owner fr/dinum --set functions=forms',
  )
  .action(async (format: FormatChoice, from: string, options: ImportOptions, command: Command) => {
    const folder = registryFolder(command);
    const { registry } = load(folder);
    const { sources, isFolder } = await readSources(from);
    const read = readThings(sources, format, registry);
    const [thing, ...others] = read.things;
    const isOne = thing !== undefined && others.length === 0 && !isFolder;
    if (!isOne && options.slug !== undefined && read.things.length > 0)
      throw new UsageError('--slug is for one record; here there may be several.');
    if (isOne && options.json !== true) await importOne(folder, thing, options);
    else importAll(folder, read, options);
  });

/** One record, completed by asking where somebody can be asked. */
async function importOne(folder: RegistryFolder, thing: Thing, options: ImportOptions): Promise<void> {
  const { registry } = load(folder);
  const { kind, notCarried } = thing.imported;
  const data = dataOf(thing.imported, options, registry.config);
  const asking = askingIn(folder, registry, kind, data);
  const asks = canAsk() && options.yes !== true;
  if (asks) {
    prompt.begin(`A new ${kind} from ${visible(thing.source.name)}`);
    prompt.tell(notCarriedText(notCarried));
    if (data['name'] !== undefined || data['title'] !== undefined) await askAboutLookAlikes(asking);
    await askFields(asking);
  } else console.error(notCarriedText(notCarried));
  const missing = missingFields(kind, data);
  if (missing.length > 0) console.error(`Still needed, with --set: ${missing.join('; ')}.`);
  const today = dayOfClock();
  const id = asks ? await askId(asking, options, today) : givenId(asking, options, today);
  await conclude({ folder, draft: draftRecord(folder, kind, id, data, ''), asks, options, asking, id });
}

/** Each record on its own: one that will not do does not keep the others from being written. */
function importAll(folder: RegistryFolder, { things, unread }: ReadSources, options: ImportOptions): void {
  const outcomes = things.map((thing) => {
    const outcome = importThing(folder, thing, options);
    if (options.json !== true) console.log(outcomeText(outcome, folder.shown));
    return outcome;
  });
  const refused = outcomes.filter(({ status }) => status === 'refused').length;
  process.exitCode = refused + unread.length > 0 ? EXIT.findings : EXIT.fine;
  if (options.json === true) {
    const notRead = unread.map(({ source, reason, line, col }) => ({ from: source.name, reason, line, col }));
    console.log(JSON.stringify({ version: 1, records: outcomes, unread: notRead }, null, 2));
    return;
  }
  for (const each of unread) console.error(unreadText(each));
  const done = options.dryRun === true ? 'would be written' : 'written';
  console.error(`${outcomes.length - refused} ${done}, ${refused} refused, ${unread.length} not read.`);
}
