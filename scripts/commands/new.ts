import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Argument, Command } from 'commander';
import { dayOfClock } from '../../src/registry/load-fs.ts';
import { suggestSlug, suggestZone } from '../../src/registry/suggest-id.ts';
import type { Issue } from '../../src/rules/rule.ts';
import { KIND_NAMES, KINDS, type Kind } from '../../src/schema/kinds.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { changeText } from '../lib/mend.ts';
import { askFields, askId, lookAlikesOf } from '../lib/new-record/ask-record.ts';
import { type DraftRecord, draftRecord } from '../lib/new-record/draft.ts';
import { idProblem } from '../lib/new-record/identity.ts';
import { type Asking, missingFields } from '../lib/new-record/questions.ts';
import { assign, type Data } from '../lib/new-record/values.ts';
import { canAsk, prompt } from '../lib/prompts.ts';
import { load, type RegistryFolder, registryFolder } from '../lib/registry-folder.ts';
import { countText, textReport } from '../lib/report.ts';
import { writeRecords } from '../lib/write-records.ts';

interface NewOptions {
  readonly set: readonly string[];
  readonly zone?: string;
  readonly slug?: string;
  readonly body?: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

export const newRecord = new Command('new')
  .description('write a new record: asks in a terminal, takes --set elsewhere; writes a valid file or nothing')
  .addArgument(new Argument('<kind>', 'the kind of record').choices(KIND_NAMES))
  .option(
    '--set <field=value...>',
    'a field, as name=“GC Notify”, summary.fr=…, functions=forms,payments',
    (value: string, all: string[]) => [...all, value],
    [],
  )
  .option('--zone <zone>', 'the zone (default: that of the owner or the country)')
  .option('--slug <slug>', 'the last part of the id (default: made from the name)')
  .option('--body <file>', 'the text of a note or question; - for standard input')
  .option('--yes', 'ask nothing, and write also where another record is spelled alike')
  .option('--dry-run', 'print the record, write nothing')
  .addHelpText(
    'after',
    '\nExamples:\n  npm run registry -- new project\n  npm run registry -- new organization --set name="Office of Letters" --set type=national --set country=CA --set summary.en="Sends the letters of public bodies"',
  )
  .action(async (kind: Kind, options: NewOptions, command: Command) => {
    const folder = registryFolder(command);
    const { registry } = load(folder);
    const data: Data = { schemaVersion: 1 };
    for (const assignment of options.set) assign(kind, data, assignment);
    const asks = canAsk() && options.yes !== true;
    let body = bodyOf(kind, options);
    const asking: Asking = { kind, registry, data, problem: (tried, field) => problemOf(folder, kind, tried, field) };
    if (asks) {
      prompt.begin(`A new ${kind}`);
      await askFields(asking);
      if (KINDS[kind].ending === 'mdx' && body === '')
        body = await prompt.text('Text – the first paragraph, in Markdown', (text) =>
          text === '' ? 'This is needed.' : undefined,
        );
    }
    const today = dayOfClock();
    const id = asks ? await askId(asking, options, today) : givenId(asking, options, today);
    const draft = draftRecord(folder, kind, id, data, body);
    await conclude({ folder, draft, asks, options, asking, id });
  });

interface Conclusion {
  readonly folder: RegistryFolder;
  readonly draft: DraftRecord;
  readonly asks: boolean;
  readonly options: NewOptions;
  readonly asking: Asking;
  readonly id: string;
}

/** Writes the draft if nothing is wrong with it; else shows it, so that nothing that was typed is lost. */
async function conclude({ folder, draft, asks, options, asking, id }: Conclusion): Promise<void> {
  const { file, text, issues, mended } = draft;
  for (const issue of mended) console.error(`mended ${visible(changeText(issue))}`);
  const shownFile = `${folder.shown}/${file}`;
  const grave = issues.filter(({ severity }) => severity !== 'info');
  if (grave.length > 0) console.error(textReport(grave, () => text, folder.shown));
  process.exitCode = EXIT.findings;
  if (grave.some(({ severity }) => severity === 'error')) {
    console.log(text);
    console.error(`${countText(grave)}. Nothing was written; above is what ${shownFile} would have been.`);
    return;
  }
  const alike = asks ? [] : lookAlikesOf(asking.kind, asking.data, asking.registry);
  if (alike.length > 0 && options.yes !== true) {
    console.error(
      `Nothing was written: it is spelled like ${visible(alike.map(({ words }) => words).join(', '))}. If it is something else, say so with --set distinctFrom=${alike[0]?.id}, or --yes.`,
    );
    return;
  }
  process.exitCode = EXIT.fine;
  if (options.dryRun === true) return console.log(text.trimEnd());
  if (asks) {
    prompt.tell(text);
    if (!(await prompt.yes(`Write ${shownFile}?`, true))) return prompt.end('Nothing was written.');
  }
  writeRecords(folder.root, new Map([[file, text]]));
  console.log(shownFile);
  const root = folder.isDefault ? '' : ` --root ${folder.shown}`;
  console.error(`Written. Look at it again with: npm run registry -- show ${id}${root}`);
}

/** Why the value of one field would be refused, from the check of a record that has nothing else. */
function problemOf(folder: RegistryFolder, kind: Kind, data: Data, field: string): string | undefined {
  const id = kind === 'note' ? 'int/2000-01-01-draft-being-asked' : 'int/draft-being-asked';
  const isOf = ({ path, severity }: Issue) => severity === 'error' && path.join('.').startsWith(field);
  const [issue] = draftRecord(folder, kind, id, data, '').issues.filter(isOf);
  return issue === undefined ? undefined : `${issue.message} ${issue.hint ?? ''}`.trim();
}

function givenId({ kind, data, registry }: Asking, { zone, slug }: NewOptions, today: string): string {
  const missing = missingFields(kind, data);
  if (missing.length > 0 && slug === undefined && data['name'] === undefined && data['title'] === undefined)
    throw new UsageError(`Give the fields with --set: ${missing.join('; ')}.`);
  const inZone = zone ?? suggestZone(data, registry.config);
  const named = slug ?? suggestSlug(kind, data, today);
  if (named === '')
    throw new UsageError(
      'No slug can be made from this name: give one with --slug, in letters a to z, digits and hyphens.',
    );
  const problem = idProblem(kind, inZone, named, registry, today);
  if (problem !== undefined) throw new UsageError(visible(`${inZone}/${named}: ${problem}`));
  return `${inZone}/${named}`;
}

function bodyOf(kind: Kind, { body }: NewOptions): string {
  if (body === undefined && (KINDS[kind].ending !== 'mdx' || canAsk())) return '';
  if (body === undefined)
    throw new UsageError(
      `The kind ${kind} has a text below its fields: --body names its file, or - for standard input.`,
    );
  if (KINDS[kind].ending !== 'mdx')
    throw new UsageError('Only notes and questions have a text below their fields: --body is for them.');
  try {
    return readFileSync(body === '-' ? 0 : resolve(body), 'utf8').trim();
  } catch (error) {
    throw new UsageError(
      `--body: ${visible(body)} cannot be read (${error instanceof Error ? error.message : error}).`,
    );
  }
}
