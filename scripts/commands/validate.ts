import { Command, Option } from 'commander';
import { findingsOf, locateIn, textOf } from '../../src/registry/load-fs.ts';
import { isAtLeast } from '../../src/rules/index.ts';
import { SEVERITIES, type Severity } from '../../src/rules/rule.ts';
import { KIND_NAMES, KINDS } from '../../src/schema/kinds.ts';
import type { Registry } from '../../src/schema/registry.ts';
import { EXIT } from '../lib/exit-code.ts';
import { chosenFormat, jsonOption } from '../lib/format-option.ts';
import { load, registryFolder } from '../lib/registry-folder.ts';
import { countText, githubReport, textReport } from '../lib/report.ts';
import { selectFiles } from '../lib/select.ts';

interface ValidateOptions {
  readonly severity?: Severity;
}

export const validate = new Command('validate')
  .description('check records against the data model and every rule')
  .argument('[ids or paths...]', 'only these records: ids, files or folders')
  .addOption(
    new Option('--format <format>', 'how findings are printed').choices(['text', 'json', 'github']).default('text'),
  )
  .addOption(jsonOption())
  .addOption(
    new Option(
      '--severity <least>',
      'how grave findings must be to be printed (default: warning; info where records are named, and for json)',
    ).choices(SEVERITIES),
  )
  .addHelpText(
    'after',
    '\nExamples:\n  npm run registry -- validate\n  npm run registry -- validate ca/gc-notify --format json',
  )
  .action((named: string[], { severity }: ValidateOptions, command: Command) => {
    const format = chosenFormat(command);
    const folder = registryFolder(command);
    const loaded = load(folder);
    const all = findingsOf(loaded);
    const files = named.length === 0 ? undefined : selectFiles(named, folder, loaded.registry, all);
    const findings = files === undefined ? all : all.filter(({ file }) => files.has(file));
    const least = severity ?? (files === undefined && format !== 'json' ? 'warning' : 'info');
    const issues = locateIn(
      loaded,
      findings.filter(({ rule }) => isAtLeast(rule, least)),
    );
    const unshown = findings.length - issues.length;
    const records = files === undefined ? loaded.registry.records.length : files.size;
    if (format === 'json') console.log(JSON.stringify({ records, issues }, null, 2));
    else if (issues.length > 0)
      console.log(
        format === 'github'
          ? githubReport(issues, folder.shown)
          : textReport(issues, (file) => textOf(loaded, file), folder.shown),
      );
    console.error(
      `${folder.shown}: ${files === undefined ? recordCounts(loaded.registry) : `${files.size} of ${loaded.registry.known.size + loaded.registry.tombstones.length} records`}. ${countText(issues)}.${unshown === 0 ? '' : ` ${unshown} less grave, shown with --severity info.`}`,
    );
    process.exitCode = issues.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.fine;
  });

function recordCounts(registry: Registry): string {
  const counts = KIND_NAMES.map(
    (kind) => [kind, registry.records.filter((record) => record.kind === kind).length] as const,
  );
  const shown = counts
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${count === 1 ? kind : KINDS[kind].folder}`);
  return shown.length === 0 ? 'no records' : shown.join(', ');
}
