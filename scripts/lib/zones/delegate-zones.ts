import { sha256 } from '../../../src/federation/sha256-node.ts';
import type { Source } from '../../../src/federation/sync-context.ts';
import { addressesOf } from '../../../src/registry/address.ts';
import { listOf } from '../../../src/setup/texts.ts';
import { type DelegationPlan, planDelegation } from '../../../src/setup/zones/plan-delegation.ts';
import { refuseNewErrors } from '../change.ts';
import { visible } from '../excerpt.ts';
import { EXIT, UsageError } from '../exit-code.ts';
import { load, type RegistryFolder } from '../registry-folder.ts';
import { ownRegistry } from '../sync/own-registry.ts';
import { writeRecords } from '../write-records.ts';
import { answerFaults, answerLines } from './answer-faults.ts';
import { askCopy, withSettings } from './ask-copy.ts';
import { printZoneChange } from './print-change.ts';
import { delegationProblem } from './problems.ts';
import { readZoneState } from './read-state.ts';
import { delegationLines, delegationSteps } from './tell-delegation.ts';
import { copyAddress } from './zone-options.ts';

export interface DelegateOptions {
  readonly sourceId?: string;
  readonly trust?: Source['trust'];
  readonly license?: readonly string[];
  readonly move?: boolean;
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Gives zones to the copy at an address, and says what was written. Nothing is written where it may not be, or where the other copy is asked and does not agree. @throws {UsageError} */
export async function delegateZones(
  folder: RegistryFolder,
  zoneList: string,
  address: string,
  options: DelegateOptions,
) {
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

/** What the other copy says to it, as things would be. */
function answerOf(folder: RegistryFolder, plan: DelegationPlan, zones: readonly string[]) {
  const own = withSettings(ownRegistry(folder), plan.settings);
  return askCopy({ source: plan.source, own, lock: plan.lock }, zones);
}
