import { Argument, Command, Option } from 'commander';
import { KIND_NAMES, type Kind } from '../../src/schema/kinds.ts';
import { EXIT } from '../lib/exit-code.ts';
import { meets, parseCondition, refuseUndeclared } from '../lib/list/condition.ts';
import { type ListFormat, recordTable } from '../lib/list/record-table.ts';
import { load, registryFolder } from '../lib/registry-folder.ts';

interface ListOptions {
  readonly where: readonly string[];
  readonly format: ListFormat;
}

export const list = new Command('list')
  .description('list the records of a kind')
  .addArgument(new Argument('<kind>', 'the kind of record').choices(KIND_NAMES))
  .option(
    '--where <field=value...>',
    'only records with this value; a dot goes into a field (audience.levels=local)',
    (value: string, all: string[]) => [...all, value],
    [],
  )
  .addOption(new Option('--format <format>', 'how they are printed').choices(['table', 'json', 'csv']).default('table'))
  .addHelpText(
    'after',
    '\nExamples:\n  npm run registry -- list project --where status=stable --where license=MIT\n  npm run registry -- list organization --format csv',
  )
  .action((kind: Kind, { where, format }: ListOptions, command: Command) => {
    const conditions = where.map((text) => parseCondition(kind, text));
    const { registry } = load(registryFolder(command));
    for (const condition of conditions) refuseUndeclared(kind, registry, condition);
    const all = registry.records.filter((record) => record.kind === kind);
    const records = all.filter((record) => conditions.every((condition) => meets(record, condition)));
    if (records.length > 0 || format !== 'table') console.log(recordTable(records, format));
    console.error(`${records.length} of ${all.length}.`);
    process.exitCode = EXIT.fine;
  });
