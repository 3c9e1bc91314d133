import { Command, Option } from 'commander';
import { sha256 } from '../../src/federation/sha256-node.ts';
import type { Source } from '../../src/federation/sync-context.ts';
import { addressesOf } from '../../src/registry/address.ts';
import { isSpdxExpression } from '../../src/rules/spdx.ts';
import { slug } from '../../src/schema/primitives.ts';
import { listOf } from '../../src/setup/texts.ts';
import { type DelegationPlan, planDelegation } from '../../src/setup/zones/plan-delegation.ts';
import { fieldProblem } from '../lib/ask-fields.ts';
import { refuseNewErrors } from '../lib/change.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { load, type RegistryFolder, registryFolder } from '../lib/registry-folder.ts';
import { alone } from '../lib/sync/alone.ts';
import { ownRegistry } from '../lib/sync/own-registry.ts';
import { writeRecords } from '../lib/write-records.ts';
import { answerFaults, answerLines } from '../lib/zones/answer-faults.ts';
import { askCopy, withSettings } from '../lib/zones/ask-copy.ts';
import { printZoneChange } from '../lib/zones/print-change.ts';
import { delegationProblem } from '../lib/zones/problems.ts';
import { readZoneState } from '../lib/zones/read-state.ts';
import { delegationLines, delegationSteps } from '../lib/zones/tell-delegation.ts';
import { copyAddress } from '../lib/zones/zone-options.ts';

interface DelegateOptions {
  readonly sourceId?: string;
  readonly trust?: Source['trust'];
  readonly license?: readonly string[];
  readonly move?: boolean;
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export const delegate = new Command('delegate')
  .description(
    'give zones to another copy, or say that another copy writes them now; their records stay, and are taken from there',
  )
  .argument('<zones>', 'the zones, as ca or ca,ca-qc')
  .argument('<address>', 'the address of the copy that writes them from now on')
  .option('--source-id <id>', 'the other copy’s id (default: that of the source at this address, else the first zone)')
  .addOption(
    new Option('--trust <how>', 'how its changes come in (default: review)').choices([
      'observe',
      'review',
      'auto-safe',
    ]),
  )
  .option('--license <spdx...>', 'data licences that are accepted (default: the one of this copy)')
  .option('--move', 'the zones are written by a third copy until now')
  .option(
    '--check',
    'ask the other copy first: that it is there, says that it writes the zones, and has all that stands here',
  )
  .option('--dry-run', 'say what would change, write nothing')
  .option('--json', 'report in JSON')
  .addHelpText(
    'after',
    '\nExamples:\n  npm run registry -- delegate ca https://registry.example.ca/ --check\n  npm run registry -- delegate ca-qc https://registre.example.qc.ca/ --source-id qc\n  npm run registry -- delegate ca https://new.example.ca/ --move --check',
  )
  .action(async (zoneList: string, address: string, options: DelegateOptions, command: Command) => {
    refuseOptions(options);
    const folder = registryFolder(command);
    const work = () => delegated(folder, zoneList, address, options);
    await (options.dryRun === true ? work() : alone(folder.root, work));
  });

async function delegated(folder: RegistryFolder, zoneList: string, address: string, options: DelegateOptions) {
  const loaded = load(folder);
  const { registry } = loaded;
  const zones = listOf(zoneList);
  const state = readZoneState(folder, loaded, zones);
  const ownUrl = addressesOf(registry.config, process.env).url;
  const url = copyAddress(address, 'address');
  const { sourceId: id, trust, license: licenses, move: moves } = options;
  const plan = planDelegation(state, { zones, url, ownUrl, id, trust, licenses, moves }, sha256);
  if ('problem' in plan) throw new UsageError(`${visible(delegationProblem(plan))} Nothing was written.`);
  refuseNewErrors(folder, loaded, plan.files);
  const answer = options.check === true ? await answerOf(folder, plan, zones) : undefined;
  const faults = answer === undefined ? [] : answerFaults(answer, plan.source, zones);
  const writes = options.dryRun !== true && faults.length === 0;
  if (writes) writeRecords(folder.root, plan.files);
  printZoneChange(
    folder,
    {
      files: plan.files,
      faults,
      lines: [...delegationLines(plan), ...answerLines(answer)],
      steps: delegationSteps(plan, registry),
    },
    { zones, source: plan.source.id, url: plan.source.url, ...plan.counts },
    options,
  );
  process.exitCode = faults.length === 0 ? EXIT.fine : EXIT.findings;
}

function refuseOptions({ sourceId, license = [] }: DelegateOptions): void {
  const problem = sourceId === undefined ? undefined : fieldProblem(slug, 'source-id', sourceId);
  if (problem !== undefined) throw new UsageError(`--source-id: ${visible(problem)}`);
  for (const each of license)
    if (!isSpdxExpression(each)) throw new UsageError(`--license: ${visible(each)} is no SPDX expression, as CC0-1.0.`);
}

/** What the other copy says to it, as things would be. */
function answerOf(folder: RegistryFolder, plan: DelegationPlan, zones: readonly string[]) {
  const own = withSettings(ownRegistry(folder), plan.settings);
  return askCopy({ source: plan.source, own, lock: plan.lock }, zones);
}
