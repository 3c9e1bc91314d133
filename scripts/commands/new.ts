import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Argument, Command } from 'commander';
import { dayOfClock } from '../../src/registry/load-fs.ts';
import { KIND_NAMES, KINDS, type Kind } from '../../src/schema/kinds.ts';
import { visible } from '../lib/excerpt.ts';
import { UsageError } from '../lib/exit-code.ts';
import { askFields, askId } from '../lib/new-record/ask-record.ts';
import { askingIn, givenId } from '../lib/new-record/asking.ts';
import { conclude } from '../lib/new-record/conclude.ts';
import { draftRecord } from '../lib/new-record/draft.ts';
import { assign, type Data } from '../lib/new-record/values.ts';
import { canAsk, prompt } from '../lib/prompts.ts';
import { load, registryFolder } from '../lib/registry-folder.ts';

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
    for (const assignment of options.set) assign(kind, data, assignment, registry.config);
    const asks = canAsk() && options.yes !== true;
    let body = bodyOf(kind, options);
    const asking = askingIn(folder, registry, kind, data);
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
