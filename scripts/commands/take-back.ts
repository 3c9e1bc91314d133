import { Command } from 'commander';
import { sha256 } from '../../src/federation/sha256-node.ts';
import { addressesOf } from '../../src/registry/address.ts';
import type { LoadedRegistry } from '../../src/registry/load-fs.ts';
import { listOf } from '../../src/setup/texts.ts';
import { planTakeBack, type TakeBackPlan } from '../../src/setup/zones/plan-take-back.ts';
import { newErrorLines, refuseNewErrors } from '../lib/change.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { load, type RegistryFolder, registryFolder } from '../lib/registry-folder.ts';
import { alone } from '../lib/sync/alone.ts';
import { lockOf, ownRegistry } from '../lib/sync/own-registry.ts';
import { writeRecords } from '../lib/write-records.ts';
import { askCopy } from '../lib/zones/ask-copy.ts';
import { printZoneChange, UNTOLD_ADDRESS } from '../lib/zones/print-change.ts';
import { named, takeBackProblem, wayOut } from '../lib/zones/problems.ts';
import { readZoneState } from '../lib/zones/read-state.ts';
import { takeBackLines, takeBackSteps } from '../lib/zones/tell-take-back.ts';

interface TakeBackOptions {
  readonly asIs?: boolean;
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export const takeBack = new Command('take-back')
  .alias('adopt')
  .description('make zones this copy’s own: take back what was delegated, or adopt what another copy gives to this one')
  .argument('<zones>', 'the zones, as ca or ca,ca-qc')
  .option('--check', 'ask the other copy first: that what stands here is its last state')
  .option(
    '--as-is',
    'go on from what stands here, though not all could be taken or it has errors; for a copy that is gone',
  )
  .option('--dry-run', 'say what would change, write nothing')
  .option('--json', 'report in JSON')
  .addHelpText(
    'after',
    '\nEverything that stands here of the zones becomes this copy’s own as it stands, also where the other copy is gone. Overlays are written into their records.\n\nExamples:\n  npm run registry -- sync --source ca\n  npm run registry -- take-back ca --check\n  npm run registry -- adopt ca-qc',
  )
  .action(async (zoneList: string, options: TakeBackOptions, command: Command) => {
    const folder = registryFolder(command);
    const work = () => taken(folder, zoneList, options);
    await (options.dryRun === true ? work() : alone(folder.root, work));
  });

async function taken(folder: RegistryFolder, zoneList: string, options: TakeBackOptions) {
  const loaded = load(folder);
  const zones = listOf(zoneList);
  const state = readZoneState(folder, loaded, zones);
  const plan = planTakeBack(state, { zones, asIs: options.asIs }, sha256);
  if ('problem' in plan) throw new UsageError(visible(`${takeBackProblem(plan)}${wayOut(plan)}`));
  const errors = errorsOf(folder, loaded, plan, options);
  const faults = options.check === true ? await faultsOf(folder, plan, zones) : [];
  if (options.dryRun !== true && faults.length === 0) writeRecords(folder.root, plan.files);
  const { url, published } = addressesOf(loaded.registry.config, process.env);
  const ownUrl = published ? url : UNTOLD_ADDRESS;
  printZoneChange(
    folder,
    {
      files: plan.files,
      faults,
      lines: takeBackLines(plan),
      steps: [...takeBackSteps(plan, zones, ownUrl), ...errors],
    },
    { zones, ...plan.counts, ...listsOf(plan) },
    options,
  );
  process.exitCode = faults.length === 0 ? EXIT.fine : EXIT.findings;
}

/** What a record of another copy may be and one of our own may not: refused, unless somebody means to mend it. */
function errorsOf(
  folder: RegistryFolder,
  loaded: LoadedRegistry,
  { files }: TakeBackPlan,
  { asIs = false }: TakeBackOptions,
): string[] {
  if (asIs) {
    const lines = newErrorLines(folder, loaded, files);
    return lines.length === 0
      ? []
      : [`Mend what validate says of it, ${lines.length} errors: ${named(lines.map((line) => line.trim()))}`];
  }
  refuseNewErrors(folder, loaded, files, undefined, 'With --as-is it is written all the same, for you to mend.');
  return [];
}

/** What speaks against taking the zones now. */
async function faultsOf(folder: RegistryFolder, { from }: TakeBackPlan, zones: readonly string[]): Promise<string[]> {
  const own = ownRegistry(folder);
  const answers = from.map(async ({ source }) => {
    const lock = lockOf(own.files, source.id);
    const answer = await askCopy({ source, own, lock: lock === 'unsound' ? undefined : lock }, zones);
    if (typeof answer === 'string')
      return [`${source.url} cannot be asked. ${answer} Without --check, what was taken last counts.`];
    const { ahead } = answer;
    return ahead.length === 0
      ? []
      : [
          `${source.url} has ${ahead.length} records that are not here as they are there: ${named(ahead)}. Run sync --source ${source.id} first.`,
        ];
  });
  return (await Promise.all(answers)).flat();
}

function listsOf({ edited, absent, merged, stale, kept }: TakeBackPlan) {
  return { edited, absent, merged, stale, kept };
}
