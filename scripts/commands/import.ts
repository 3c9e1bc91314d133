import { Argument, Command } from 'commander';
import { UsageError } from '../lib/exit-code.ts';
import { type ImportOptions, importAll } from '../lib/import/import-all.ts';
import { importOne } from '../lib/import/import-one.ts';
import { FORMAT_CHOICES, type FormatChoice, readThings } from '../lib/import/read.ts';
import { readSources } from '../lib/import/sources.ts';
import { load, registryFolder } from '../lib/registry-folder.ts';

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
