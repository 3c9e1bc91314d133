import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { issuesOf } from '../../src/registry/load-fs.ts';
import { didYouMean } from '../../src/rules/nearest.ts';
import { KIND_NAMES } from '../../src/schema/kinds.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { load, registryFolder } from '../lib/registry-folder.ts';
import { textReport } from '../lib/report.ts';

interface ShowOptions {
  readonly kind?: string;
  readonly format: 'yaml' | 'json';
}

export const show = new Command('show')
  .description('show one record, what refers to it, and what is wrong with it')
  .argument('<id>', 'the record’s id, as ca/gc-notify')
  .addOption(new Option('--kind <kind>', 'the kind, where several kinds have this id').choices(KIND_NAMES))
  .addOption(new Option('--format <format>', 'how it is printed').choices(['yaml', 'json']).default('yaml'))
  .addHelpText('after', '\nExample:\n  npm run registry -- show ca/gc-notify')
  .action((id: string, { kind, format }: ShowOptions, command: Command) => {
    const folder = registryFolder(command);
    const loaded = load(folder);
    const all = [...loaded.registry.records, ...loaded.registry.tombstones];
    const matches = all.filter((record) => record.id === id && (kind === undefined || record.kind === kind));
    if (matches.length === 0) {
      const { hint = 'The command list shows the ids.' } = didYouMean(
        id,
        all.map((record) => record.id),
      );
      throw new UsageError(`There is no record ${visible(id)}. ${hint}`);
    }
    for (const record of matches) {
      if (format === 'json') console.log(JSON.stringify({ kind: record.kind, id: record.id, ...record.data }, null, 2));
      else
        console.log(
          `# ${record.kind} ${record.id} (${folder.shown}/${record.file})\n${visibleLines(readFileSync(join(folder.root, record.file), 'utf8'))}`,
        );
    }
    const files = new Set(matches.map(({ file }) => file));
    const issues = issuesOf(loaded).filter(({ file }) => files.has(file));
    if (issues.length > 0) console.error(textReport(issues, folder.root, folder.shown));
    process.exitCode = issues.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.fine;
  });

function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
