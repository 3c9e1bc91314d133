import { Command } from 'commander';
import { roleOf } from '../../src/registry/files.ts';
import { formatRecord } from '../../src/registry/format.ts';
import { findingsOf } from '../../src/registry/load-fs.ts';
import { EXIT } from '../lib/exit-code.ts';
import { load, registryFolder } from '../lib/registry-folder.ts';
import { selectFiles } from '../lib/select.ts';
import { recordText, writeRecords } from '../lib/write-records.ts';

export const format = new Command('format')
  .description('write records in their canonical form; comments and values stay')
  .argument('[ids or paths...]', 'only these records: ids, files or folders')
  .option('--check', 'change nothing; exit with 1 where a file would change')
  .addHelpText('after', '\nExamples:\n  npm run registry -- format\n  npm run registry -- format --check')
  .action((named: string[], { check = false }: { check?: boolean }, command: Command) => {
    const folder = registryFolder(command);
    const loaded = load(folder);
    const { registry } = loaded;
    const findings = findingsOf(loaded);
    const everything = [...registry.records, ...registry.tombstones].map(({ file }) => file);
    const files =
      named.length > 0
        ? selectFiles(named, folder, registry, findings)
        : new Set([...everything, ...findings.map(({ file }) => file)]);
    const changed: string[] = [];
    const skipped: string[] = [];
    for (const file of [...files].toSorted()) {
      const outcome = formatFile(folder.root, file, check);
      if (outcome === 'changed') changed.push(file);
      if (outcome === 'skipped') skipped.push(file);
    }
    for (const file of changed) console.log(`${check ? 'would change' : 'formatted'} ${folder.shown}/${file}`);
    for (const file of skipped) console.error(`left as it is, not sound YAML: ${folder.shown}/${file} (run validate)`);
    console.error(
      `${files.size} files, ${changed.length} ${check ? 'to format' : 'formatted'}, ${skipped.length} left.`,
    );
    process.exitCode = skipped.length > 0 || (check && changed.length > 0) ? EXIT.findings : EXIT.fine;
  });

function formatFile(root: string, file: string, check: boolean): 'changed' | 'same' | 'skipped' {
  const role = roleOf(file);
  if (role.type !== 'record') return 'same';
  const text = recordText(root, file);
  const formatted = text === undefined ? undefined : formatRecord(role.kind, text);
  if (formatted === undefined) return 'skipped';
  if (formatted === text) return 'same';
  if (!check) writeRecords(root, new Map([[file, formatted]]));
  return 'changed';
}
