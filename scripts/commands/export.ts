import { Argument, Command, Option } from 'commander';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportWanted,
  exportRecords,
} from '../../src/export/export-records.ts';
import { KIND_NAMES, type Kind } from '../../src/schema/kinds.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { load, registryFolder } from '../lib/registry-folder.ts';
import { writeNewFile } from '../lib/write-new-file.ts';

interface ExportOptions {
  readonly format: ExportFormat;
  readonly out?: string;
  readonly force?: boolean;
}

export const exportCommand = new Command('export')
  .description('write all records of a kind with all their fields, for spreadsheets and programs')
  .addArgument(new Argument('<kind>', 'the kind of record, or all').choices([...KIND_NAMES, 'all']))
  .addOption(new Option('--format <format>', 'how they are written').choices(EXPORT_FORMATS).default('csv'))
  .option('--out <file>', 'the file to write; without it they are printed')
  .option('--force', 'write over the file where there is one')
  .addHelpText(
    'after',
    '\nExamples:\n  npm run --silent registry -- export project > projects.csv\n  npm run registry -- export all --format jsonl --out all.jsonl',
  )
  .action((kind: Kind | 'all', { format, out, force = false }: ExportOptions, command: Command) => {
    const wanted = parseWanted(kind, format);
    if (out === '') throw new UsageError('--out is empty. Name a file, or leave the option out.');
    if (force && out === undefined) throw new UsageError('--force goes with --out: nothing else is written over.');
    const { registry } = load(registryFolder(command));
    const text = exportRecords(registry, wanted);
    if (out === undefined) process.stdout.write(text);
    else writeNewFile(out, text, { force });
    const isWanted = (each: { kind: Kind }) => kind === 'all' || each.kind === kind;
    const count = registry.records.filter(isWanted).length;
    console.error(`${count === 1 ? '1 record' : `${count} records`}${out === undefined ? '' : ` in ${out}`}.`);
    warnOfFaulty(registry.drafts.filter(isWanted).length);
    process.exitCode = EXIT.fine;
  });

function parseWanted(kind: Kind | 'all', format: ExportFormat): ExportWanted {
  if (kind !== 'all') return { kind, format };
  if (format === 'csv')
    throw new UsageError('Records of all kinds have no columns in common. Name one kind, or add --format jsonl.');
  return { kind, format };
}

function warnOfFaulty(count: number): void {
  if (count > 0)
    console.error(
      `${count === 1 ? '1 record has errors and is' : `${count} records have errors and are`} not exported (run validate).`,
    );
}
