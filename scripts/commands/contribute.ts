import { Command, Option } from 'commander';
import { KIND_NAMES, type Kind } from '../../src/schema/kinds.ts';
import { type ContributeOutcome, contribute } from '../lib/contribute/contribute.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { findRecord } from '../lib/find-record.ts';
import { HostFailure, reasonOf, statusOf, UNAUTHORIZED } from '../lib/host-failure.ts';
import { load, registryFolder } from '../lib/registry-folder.ts';

interface ContributeCommandOptions {
  readonly to?: string;
  readonly kind?: Kind;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export const contributeRecord = new Command('contribute')
  .description('propose a record, or what this copy says otherwise about one, to the copy that writes its zone')
  .argument('<id>', 'the record’s id, as ca/gc-notify or project/ca/gc-notify, or its file')
  .option('--to <address>', 'the copy to propose it to (default: the one that federation.yaml names for the zone)')
  .addOption(new Option('--kind <kind>', 'the kind, where several kinds have this id').choices(KIND_NAMES))
  .option('--dry-run', 'say what would be proposed, and where; send nothing')
  .option('--json', 'report in JSON')
  .addHelpText(
    'after',
    '\nWith GITHUB_TOKEN it opens a pull request there, from a fork of yours where you may not push, and brings it up to date when run again.\nWithout one it prints the page to open and the text to paste. Fields that only this copy declares stay here.\n\nExamples:\n  npm run registry -- contribute ca/gc-notify --dry-run\n  npm run registry -- contribute int/letter-post --to https://registry.example.org/',
  )
  .action(async (name: string, { json = false, kind, ...options }: ContributeCommandOptions, command: Command) => {
    const folder = registryFolder(command);
    const { registry } = load(folder);
    const record = findRecord({ registry, folder, kind }, name);
    const outcome = await hostFailuresTold(() =>
      contribute(folder, registry, record, { ...options, env: process.env }),
    );
    process.exitCode = ['declined', 'touched'].includes(outcome.status) ? EXIT.findings : EXIT.fine;
    if (json) console.log(JSON.stringify({ version: 1, dryRun: options.dryRun === true, ...outcome }, null, 2));
    else tell(outcome);
  });

async function hostFailuresTold<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof HostFailure)) throw error;
    if (statusOf(error) === UNAUTHORIZED)
      throw new UsageError(
        `The host does not accept GITHUB_TOKEN, which may be mistyped or out of date. Without one, what is to be done by hand is printed. ${reasonOf(error)}`,
        { cause: error },
      );
    throw new UsageError(`Nothing is lost, run it again later. ${reasonOf(error)}`, { cause: error });
  }
}

const BY_HAND = {
  'no-token': 'GITHUB_TOKEN is not set, so nothing was sent.',
  'no-repository': 'That copy names no repository, so nothing was sent.',
  'other-host': 'That repository is at a host that this program cannot write to, so nothing was sent.',
} as const;

/** The text of the file goes to standard output, all else to people. */
function tell(outcome: ContributeOutcome): void {
  console.error(visible(sentenceOf(outcome)));
  if (outcome.status === 'would-propose' || outcome.status === 'by-hand') console.log((outcome.text ?? '').trimEnd());
}

function sentenceOf({ status, id, to, file, repository = '', url = '', isNew, why }: ContributeOutcome): string {
  const deed = isNew === true ? `adds ${id}` : `corrects ${id}`;
  switch (status) {
    case 'nothing':
      return `${to} has ${id} as it stands here: nothing to propose.`;
    case 'opened':
      return `Opened ${url} (${deed}).`;
    case 'updated':
      return `Brought ${url} up to date (${deed}).`;
    case 'kept':
      return `${url} proposes this already (${deed}).`;
    case 'declined':
      return `${url} proposed exactly this and was closed. Ask there before you propose it again.`;
    case 'touched':
      return `Somebody else has committed to the branch of ${url}: go on there.`;
    case 'would-propose':
      return `Would propose ${file} to ${repository} (${deed}):`;
    case 'by-hand':
      return `${BY_HAND[why ?? 'no-repository']} By hand: open ${url} and ${isNew === true ? 'put this in' : 'replace all that stands there'} (${file}):`;
  }
}
