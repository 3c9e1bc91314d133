import { Command, Option } from 'commander';
import { addressesOf } from '../../src/registry/address.ts';
import { dayOfClock } from '../../src/registry/load-fs.ts';
import { type RegistryConfig, registryConfigSchema } from '../../src/schema/config.ts';
import { archivedConfig } from '../../src/setup/plan-archive.ts';
import { CONFIG_FILE } from '../../src/setup/settings-text.ts';
import { collectText, fieldProblem } from '../lib/ask-fields.ts';
import { refuseNewErrors } from '../lib/change.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { load, registryFolder } from '../lib/registry-folder.ts';
import { recordText, writeRecords } from '../lib/write-records.ts';
import { printZoneChange, UNTOLD_ADDRESS } from '../lib/zones/print-change.ts';
import { refuseFaultySettings } from '../lib/zones/read-state.ts';
import { copyAddress } from '../lib/zones/zone-options.ts';

interface ArchiveOptions {
  /** `false`: nobody goes on. */
  readonly successor?: string | false;
  readonly date?: string;
  readonly reason?: Readonly<Record<string, string>>;
  readonly undo?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export const archive = new Command('archive')
  .description(
    'say that this copy has ended: every page tells it, and so does what other copies read; its records stay',
  )
  .option('--successor <address>', 'the address of the registry that goes on with its records')
  .option('--no-successor', 'nobody goes on with them')
  .option('--date <day>', 'the day it ended (default: today)')
  .option('--reason <language=text>', 'why, in a sentence, once for each language', collectText)
  .addOption(new Option('--undo', 'it goes on again').conflicts(['successor', 'date', 'reason']))
  .option('--dry-run', 'say what would change, write nothing')
  .option('--json', 'report in JSON')
  .addHelpText(
    'after',
    '\nExamples:\n  npm run registry -- archive --successor https://registry.example.org/ --reason en="Our team ends"\n  npm run registry -- archive --no-successor\n  npm run registry -- archive --undo',
  )
  .action((options: ArchiveOptions, command: Command) => {
    const folder = registryFolder(command);
    const loaded = load(folder);
    refuseFaultySettings(folder, loaded);
    const { config } = loaded.registry;
    const { url, repository, published } = addressesOf(config, process.env);
    const ended = options.undo === true ? undefined : endOf(options, url, config.ended);
    if (ended === undefined && config.ended === undefined) throw new UsageError('This copy has not ended.');
    const text = archivedConfig(recordText(folder.root, CONFIG_FILE) ?? '', config, ended);
    if (text === undefined) throw new UsageError(`${CONFIG_FILE} cannot be read: mend what validate says of it first.`);
    const files = new Map([[CONFIG_FILE, text]]);
    refuseNewErrors(folder, loaded, files);
    if (options.dryRun !== true) writeRecords(folder.root, files);
    const steps =
      ended === undefined
        ? ['Propose the change in a pull request of its own.']
        : stepsOf(ended, config, published ? url : UNTOLD_ADDRESS, repository?.host);
    printZoneChange(
      folder,
      { files, faults: [], lines: [ended === undefined ? 'This copy goes on.' : endLine(ended)], steps },
      { ended: ended ?? null },
      options,
    );
    process.exitCode = EXIT.fine;
  });

type Ended = NonNullable<RegistryConfig['ended']>;
const FIELDS = registryConfigSchema.shape.ended.unwrap().shape;

/** `before`: what was said already; said again, only what is named changes. */
function endOf(options: ArchiveOptions, ownUrl: string, before: Ended | undefined): Ended {
  const { successor, date = before?.on ?? dayOfClock(), reason = before?.reason } = options;
  if (successor === undefined)
    throw new UsageError('Say who goes on with the records: --successor ADDRESS, or --no-successor.');
  const address = successor === false ? undefined : copyAddress(successor, '--successor');
  if (address === ownUrl) throw new UsageError(`--successor: ${address} is the address of this copy itself.`);
  const ended: Ended = {
    on: date,
    ...(address === undefined ? {} : { successor: address }),
    ...(reason === undefined ? {} : { reason: { ...reason } }),
  };
  for (const [field, flag] of [
    ['on', 'date'],
    ['reason', 'reason'],
  ] as const) {
    const problem = ended[field] === undefined ? undefined : fieldProblem(FIELDS[field], flag, ended[field]);
    if (problem !== undefined) throw new UsageError(`--${flag}: ${visible(problem)}`);
  }
  return ended;
}

function endLine({ on, successor }: Ended): string {
  const goesOn = successor === undefined ? 'Nobody goes on with its records' : `${successor} goes on with its records`;
  return `This copy has ended on ${on}. ${goesOn}; they stay here as they are, and other copies read it when the site is published.`;
}

/** What is left for people to do, in order. */
function stepsOf({ successor }: Ended, { zones }: RegistryConfig, url: string, host: string | undefined): string[] {
  const list = zones === '*' ? 'ZONE' : zones.join(',');
  const lock =
    host === 'github' ? 'archive the repository at the host (Settings, General)' : 'archive the repository at the host';
  return [
    'Close the open pull requests and issues, or move them to whoever goes on: afterwards nobody can write in them.',
    'Propose this change in a pull request, merge it, and see that the site is built and published once more.',
    ...(successor === undefined
      ? [
          `The copy that gave you the zones may take them back: there, npm run registry -- sync, then npm run registry -- take-back ${list}`,
        ]
      : [
          `There, at ${successor}: npm run registry -- sync, then npm run registry -- take-back ${list}; where it does not know this copy yet, a source with the address ${url} in its federation.yaml comes first.`,
          `Where somebody else gave you the zones, they say it: npm run registry -- delegate ${list} ${successor} --move --check`,
        ]),
    `When that is done, ${lock}; leave the site where it is, so that no address is lost.`,
  ];
}
