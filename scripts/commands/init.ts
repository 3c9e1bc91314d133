import { readdirSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import type { LoadedRegistry } from '../../src/registry/load-fs.ts';
import { registryConfigSchema } from '../../src/schema/config.ts';
import { THEME_FILE } from '../../src/schema/theme.ts';
import { commandLine } from '../../src/setup/command-line.ts';
import { type CopyPlan, planCopy } from '../../src/setup/plan-copy.ts';
import { isBeginning } from '../../src/setup/plan-settings.ts';
import { QUESTIONS, taglineProblem } from '../../src/setup/questions.ts';
import { CONFIG_FILE, FEDERATION_FILE } from '../../src/setup/settings-text.ts';
import { answersOf, listOf, type Texts } from '../../src/setup/texts.ts';
import { fieldProblem } from '../lib/ask-fields.ts';
import { refuseNewErrors } from '../lib/change.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { askTexts, givenTexts } from '../lib/init/ask.ts';
import { readBrought } from '../lib/init/brought.ts';
import { LOGO_FILE, readLogoOption, themeWithLogo, withLogo } from '../lib/init/logo.ts';
import { optionOf, problemText } from '../lib/init/questions.ts';
import { fileLines, PROBLEMS, planLines } from '../lib/init/tell.ts';
import { readThemeOption } from '../lib/init/theme.ts';
import { shippedId, withTaken } from '../lib/init/with-taken.ts';
import { canAsk, prompt } from '../lib/prompts.ts';
import { load, type RegistryFolder, registryFolder } from '../lib/registry-folder.ts';
import { recordText, writeRecords } from '../lib/write-records.ts';
import { refuseFaultySettings } from '../lib/zones/read-state.ts';

interface InitOptions extends Texts {
  readonly id?: string;
  readonly strings?: readonly string[];
  readonly tagline?: string;
  readonly theme?: string;
  readonly logo?: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

export const init = new Command('init').description(
  'make this registry a copy for a country, a region or an institution: asks in a terminal, takes flags elsewhere; writes only the registry folder',
);
for (const { name } of QUESTIONS) init.option(...optionOf(name));
init
  .option('--id <slug>', 'the copy’s short name among copies (default: its first zone)')
  .option('--tagline <text>', 'the half-sentence beside the name; with languages as --name (default: as it is)')
  .option(
    '--theme <colours>',
    'the look: colours by day and by night, as "accent=#7a0019/#ffb3c0, paper=#ffffff/#101418", or the path of a theme.css',
  )
  .option('--logo <file>', 'the picture before the name, an SVG; put beside theme.css, which shows it')
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
    refuseFaultySettings(folder, loaded);
    const brought = readBrought(options.strings ?? []);
    const asks = canAsk() && options.yes !== true;
    if (asks) prompt.begin('Make this registry a copy');
    const texts = asks ? await askTexts(loaded.registry, options) : givenTexts(loaded.registry, options);
    const settled = planOf(loaded, texts, { ...options, brought, asks });
    const plan = isBeginning(loaded.registry) ? withTaken(folder, loaded, settled) : settled;
    refuseNewErrors(folder, loaded, plan.files);
    if (options.dryRun === true) return tell(folder, plan, true);
    if (plan.files.size === 0) return tell(folder, plan, false);
    if (asks) {
      prompt.tell([plan.files.get(CONFIG_FILE) ?? '', ...planLines(plan, folder)].join('\n'));
      if (!(await prompt.yes(`Write ${folder.shown}/${CONFIG_FILE}?`, true))) {
        prompt.end('Nothing was written. To go on from here:');
        return console.log(commandLine(texts, options));
      }
    } else if (plan.replaced.length > 0 && options.yes !== true)
      throw new UsageError(
        `${folder.shown} says something else already: ${plan.replaced.join(', ')}. Nothing was written; --yes writes over it.`,
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

interface Beside extends Pick<InitOptions, 'id' | 'tagline' | 'theme' | 'logo'> {
  readonly brought: ReadonlyMap<string, string>;
  /** True where the questions were asked in a terminal. */
  readonly asks: boolean;
}

function planOf({ registry, root }: LoadedRegistry, texts: Texts, { brought, asks, ...told }: Beside): CopyPlan {
  const begins = isBeginning(registry);
  const id = told.id ?? (begins ? (listOf(texts.zone)[0] ?? '') : registry.config.id);
  const fault = fieldProblem(registryConfigSchema.shape.id, 'id', id);
  if (fault !== undefined) throw new UsageError(`--id: ${visible(fault)}`);
  const tagline = told.tagline?.trim() || undefined;
  const wrong = tagline === undefined ? undefined : problemText(taglineProblem(tagline, texts));
  if (wrong !== undefined) throw new UsageError(`--tagline: ${visible(wrong)}`);
  const textOf = (file: string) => recordText(root, file);
  const logo = readLogoOption(told.logo);
  const colors = readThemeOption(told.theme, textOf(THEME_FILE));
  const theme = logo === undefined ? colors : themeWithLogo(colors, textOf(THEME_FILE));
  const answers = answersOf(texts, { id, before: registry.config, asksTaking: begins, tagline, theme });
  const isEmpty = textOf(CONFIG_FILE) === undefined;
  const taking = answers.taking && { taking: { ...answers.taking, ...(isEmpty ? { id: shippedId() } : {}) } };
  const plan = planCopy({ registry, textOf, brought }, { ...answers, ...taking });
  if (typeof plan !== 'string') return withLogo(plan, logo, textOf(LOGO_FILE));
  const again = commandLine(texts, { tagline, theme: told.theme, logo: told.logo });
  throw new UsageError(`${PROBLEMS[plan]}${asks ? `\nNothing was written. To go on from here:\n  ${again}` : ''}`);
}

function tell(folder: RegistryFolder, plan: CopyPlan, isDry: boolean): void {
  process.exitCode = EXIT.fine;
  if (plan.files.size === 0) {
    console.error('This registry is the copy that you described already.');
    return;
  }
  for (const line of fileLines(plan, folder, isDry)) console.log(line);
  if (isDry)
    for (const file of [CONFIG_FILE, FEDERATION_FILE, THEME_FILE])
      if (plan.files.has(file)) console.log(plan.files.get(file)?.trimEnd() ?? '');
  for (const line of planLines(plan, folder)) console.error(line);
  const root = folder.isDefault ? '' : ` --root ${folder.shown}`;
  if (!isDry) console.error(`What is left to do: npm run registry -- doctor${root}`);
}
