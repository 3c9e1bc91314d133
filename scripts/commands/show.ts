import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { issuesOf, textOf } from '../../src/registry/load-fs.ts';
import { markedValues, type Wanted } from '../../src/rules/marked-values.ts';
import { KIND_NAMES, type Kind } from '../../src/schema/kinds.ts';
import { everyDraft, type Registry } from '../../src/schema/registry.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { findRecords, severalText } from '../lib/find-record.ts';
import { chosenFormat, jsonOption } from '../lib/format-option.ts';
import { load, registryFolder } from '../lib/registry-folder.ts';
import { textReport } from '../lib/report.ts';

interface ShowOptions {
  readonly kind?: Kind;
}

export const show = new Command('show')
  .description('show one record, what refers to it, and what is wrong with it')
  .argument('<id>', 'the record’s id, as ca/gc-notify or project/ca/gc-notify, or its file')
  .addOption(new Option('--kind <kind>', 'the kind, where several kinds have this id').choices(KIND_NAMES))
  .addOption(new Option('--format <format>', 'how it is printed').choices(['yaml', 'json']).default('yaml'))
  .addOption(jsonOption())
  .addHelpText('after', '\nExample:\n  npm run registry -- show ca/gc-notify')
  .action((name: string, { kind }: ShowOptions, command: Command) => {
    const format = chosenFormat(command);
    const folder = registryFolder(command);
    const loaded = load(folder);
    const matches = findRecords({ registry: loaded.registry, folder, kind }, name);
    if (format === 'json' && matches.length > 1) throw new UsageError(severalText(name, matches));
    for (const record of matches) {
      const referredBy = referrers(loaded.registry, record);
      if (format === 'json') {
        console.log(JSON.stringify({ kind: record.kind, id: record.id, ...record.data, referredBy }, null, 2));
        continue;
      }
      const text = readFileSync(join(folder.root, record.file), 'utf8').trimEnd();
      console.log(`# ${record.kind} ${record.id} (${folder.shown}/${record.file})\n${visibleLines(text)}`);
      for (const { kind, id, path } of referredBy) console.log(`# referred to by ${kind} ${id}: ${path}`);
    }
    const files = new Set(matches.map(({ file }) => file));
    const issues = issuesOf(loaded).filter(({ file }) => files.has(file));
    if (issues.length > 0) console.error(textReport(issues, (file) => textOf(loaded, file), folder.shown));
    process.exitCode = issues.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.fine;
  });

/** The records that name this one, and where. */
function referrers(registry: Registry, { kind, id }: { kind: string; id: string }) {
  const mayRefer: Wanted = ({ references, mayReference }) => (references ?? mayReference) === kind;
  return everyDraft(registry).flatMap((record) =>
    markedValues(record, mayRefer)
      .filter(({ value }) => value === id)
      .map(({ path }) => ({ kind: record.kind, id: record.id, path: path.join('.') })),
  );
}

function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
