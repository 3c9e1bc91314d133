import { Command } from 'commander';
import { roleOf } from '../../src/registry/files.ts';
import { findingsOf } from '../../src/registry/load-fs.ts';
import { CURRENT_VERSION } from '../../src/registry/migrations/index.ts';
import { migrateRecord } from '../../src/registry/migrations/migrate-record.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT } from '../lib/exit-code.ts';
import { canAsk, prompt } from '../lib/prompts.ts';
import { recordTexts } from '../lib/record-texts.ts';
import { load, registryFolder } from '../lib/registry-folder.ts';
import { selectFiles } from '../lib/select.ts';
import { writeRecords } from '../lib/write-records.ts';

interface MigrateOptions {
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

export const migrate = new Command('migrate')
  .description('rewrite records of an older version of the data model in the current one; comments stay')
  .argument('[ids or paths...]', 'only these records: ids, files or folders')
  .option('--check', 'change nothing; exit with 1 where a record is in an older version')
  .option('--dry-run', 'print the records as they would be, write nothing')
  .option('--yes', 'ask nothing, also in a terminal')
  .addHelpText(
    'after',
    '\nExamples:\n  npm run registry -- migrate\n  npm run registry -- migrate ca/gc-notify --dry-run\n  npm run registry -- migrate --check',
  )
  .action(async (named: string[], { check = false, dryRun = false, yes = false }: MigrateOptions, command: Command) => {
    const folder = registryFolder(command);
    const loaded = load(folder);
    const chosen = named.length === 0 ? undefined : selectFiles(named, folder, loaded.registry, findingsOf(loaded));
    const { texts, unreadable } = recordTexts(loaded);
    const isWanted = (file: string) => chosen?.has(file) ?? true;
    const { drafts, said, left } = migrateAll([...texts].filter(([file]) => isWanted(file)));
    for (const file of unreadable.keys()) if (isWanted(file)) left.set(file, 'not sound YAML');
    const writes = !check && !dryRun && drafts.size > 0;
    if (writes && canAsk() && !yes) {
      prompt.begin('Migrate records');
      prompt.tell([...said.keys()].map((file) => `${folder.shown}/${file}`).join('\n'));
      if (!(await prompt.yes(`Rewrite ${count(drafts.size)}?`, true))) return prompt.end('Nothing was written.');
    }
    if (writes) writeRecords(folder.root, drafts);
    for (const [file, from] of said) {
      console.log(
        visible(
          `${writes ? 'migrated' : 'would migrate'} ${folder.shown}/${file} from version ${from} to ${CURRENT_VERSION}`,
        ),
      );
      if (dryRun) console.log(drafts.get(file)?.trimEnd());
    }
    for (const [file, why] of left)
      console.error(visible(`left as it is, ${why}: ${folder.shown}/${file} (run validate)`));
    console.error(`${count(drafts.size)} ${writes ? 'migrated' : 'to migrate'}, ${left.size} left.`);
    process.exitCode = left.size > 0 || (check && drafts.size > 0) ? EXIT.findings : EXIT.fine;
  });

interface Migrations {
  readonly drafts: Map<string, string>;
  /** The version that each file of the drafts was in. */
  readonly said: Map<string, number>;
  /** What could not be migrated, and why. */
  readonly left: Map<string, string>;
}

function migrateAll(texts: Iterable<readonly [string, string]>): Migrations {
  const all: Migrations = { drafts: new Map(), said: new Map(), left: new Map() };
  for (const [file, text] of texts) {
    const role = roleOf(file);
    if (role.type !== 'record') continue;
    const record = migrateRecord(role.kind, text);
    if (record.outcome === 'unsound') all.left.set(file, 'not sound YAML');
    if (record.outcome === 'newer') all.left.set(file, 'in a version newer than this program');
    if (record.outcome !== 'migrated') continue;
    all.drafts.set(file, record.text);
    all.said.set(file, record.from);
  }
  return all;
}

function count(files: number): string {
  return files === 1 ? '1 record' : `${files} records`;
}
