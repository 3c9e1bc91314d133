import { readdirSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { type LoadedRegistry, locateIn } from '../../src/registry/load-fs.ts';
import { isAtLeast } from '../../src/rules/index.ts';
import { registryConfigSchema } from '../../src/schema/config.ts';
import { CONFIG_FILE, type CopyPlan, FEDERATION_FILE, isBeginning, planCopy } from '../../src/setup/plan-copy.ts';
import { fieldProblem } from '../lib/ask-fields.ts';
import { refuseNewErrors } from '../lib/change.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { askTexts, commandLine, givenTexts } from '../lib/init/ask.ts';
import { readBrought } from '../lib/init/brought.ts';
import { QUESTIONS } from '../lib/init/questions.ts';
import { fileLines, PROBLEMS, planLines } from '../lib/init/tell.ts';
import { answersOf, listOf, type Texts } from '../lib/init/texts.ts';
import { shippedId, withTaken } from '../lib/init/with-taken.ts';
import { canAsk, prompt } from '../lib/prompts.ts';
import { load, type RegistryFolder, registryFolder } from '../lib/registry-folder.ts';
import { recordText, writeRecords } from '../lib/write-records.ts';

interface InitOptions extends Texts {
  readonly id?: string;
  readonly strings?: readonly string[];
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

export const init = new Command('init').description(
  'make this registry a copy for a country, a region or an institution: asks in a terminal, takes flags elsewhere; writes only the registry folder',
);
for (const { flag, help } of QUESTIONS) init.option(flag, help);
init
  .option('--id <slug>', 'the copy’s short name among copies (default: its first zone)')
  .option('--strings <files...>', 'interface texts in languages that the program lacks, as ar.json')
  .option('--yes', 'ask nothing, and write over what registry.yaml says already')
  .option('--dry-run', 'say what would change, write nothing')
  .addHelpText(
    'after',
    '\nExamples:\n  npm run registry -- init\n  npm run registry -- init --zone ca --languages en,fr --name "en=Digital Canada | fr=Canada numérique" --include none',
  )
  .action(async (options: InitOptions, command: Command) => {
    const folder = registryFolder(command);
    const loaded = load(folder);
    refuseFaultyConfig(loaded, folder);
    const brought = readBrought(options.strings ?? []);
    const asks = canAsk() && options.yes !== true;
    if (asks) prompt.begin('Make this registry a copy');
    const texts = asks ? await askTexts(loaded.registry, options) : givenTexts(loaded.registry, options);
    const settled = planOf(loaded, texts, options.id, brought, asks);
    const plan = isBeginning(loaded.registry) ? withTaken(folder, loaded, settled) : settled;
    refuseNewErrors(folder, loaded, plan.files);
    if (options.dryRun === true) return tell(folder, plan, true);
    if (plan.files.size === 0) return tell(folder, plan, false);
    if (asks) {
      prompt.tell([plan.files.get(CONFIG_FILE) ?? '', ...planLines(plan, folder)].join('\n'));
      if (!(await prompt.yes(`Write ${folder.shown}/${CONFIG_FILE}?`, true))) {
        prompt.end('Nothing was written. To go on from here:');
        return console.log(commandLine(texts));
      }
    } else if (plan.replaced.length > 0 && options.yes !== true)
      throw new UsageError(
        `${CONFIG_FILE} says something else already: ${plan.replaced.join(', ')}. Nothing was written; --yes writes over it.`,
      );
    writeRecords(folder.root, plan.files);
    removeEmptied(folder.root, plan.files);
    tell(folder, plan, false);
  });

/** Folders in which no record is left are no zones of this copy; git does not know them either. */
function removeEmptied(root: string, files: CopyPlan['files']): void {
  const gone = [...files].filter(([, text]) => text === undefined).map(([file]) => dirname(join(root, file)));
  for (const folder of new Set(gone)) if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** The answers cannot be put into a file that cannot be read. */
function refuseFaultyConfig(loaded: LoadedRegistry, folder: RegistryFolder): void {
  const faults = loaded.findings.filter(
    ({ file, rule }) => [CONFIG_FILE, FEDERATION_FILE].includes(file) && isAtLeast(rule, 'error'),
  );
  const [issue] = locateIn(loaded, faults);
  if (issue === undefined) return;
  throw new UsageError(
    `${visible(`${folder.shown}/${issue.file}:${issue.line}:${issue.col} ${issue.message}`)} Mend it first; validate tells more.`,
  );
}

function planOf(
  { registry, root }: LoadedRegistry,
  texts: Texts,
  stated: string | undefined,
  brought: ReadonlyMap<string, string>,
  asks: boolean,
): CopyPlan {
  const begins = isBeginning(registry);
  const id = stated ?? (begins ? (listOf(texts.zone)[0] ?? '') : registry.config.id);
  const fault = fieldProblem(registryConfigSchema.shape.id, 'id', id);
  if (fault !== undefined) throw new UsageError(`--id: ${visible(fault)}`);
  const textOf = (file: string) => recordText(root, file);
  const answers = answersOf(texts, id, registry.config, begins);
  const isEmpty = textOf(CONFIG_FILE) === undefined;
  const taking = answers.taking && { taking: { ...answers.taking, ...(isEmpty ? { id: shippedId() } : {}) } };
  const plan = planCopy({ registry, textOf, brought }, { ...answers, ...taking });
  if (typeof plan !== 'string') return plan;
  throw new UsageError(
    `${PROBLEMS[plan]}${asks ? `\nNothing was written. To go on from here:\n  ${commandLine(texts)}` : ''}`,
  );
}

function tell(folder: RegistryFolder, plan: CopyPlan, isDry: boolean): void {
  process.exitCode = EXIT.fine;
  if (plan.files.size === 0) {
    console.error('This registry is the copy that you described already.');
    return;
  }
  for (const line of fileLines(plan, folder, isDry)) console.log(line);
  if (isDry) for (const file of [CONFIG_FILE, FEDERATION_FILE]) console.log(plan.files.get(file)?.trimEnd() ?? '');
  for (const line of planLines(plan, folder)) console.error(line);
  const root = folder.isDefault ? '' : ` --root ${folder.shown}`;
  if (!isDry) console.error(`What is left to do: npm run registry -- doctor${root}`);
}
