import { expect, test } from 'vitest';
import { fc, runs } from '../registry/fixtures/fast-check.ts';
import { FAULT_NAMES } from './fixtures/model-faults.ts';
import { ACTS, type Counts, Network, type Step } from './fixtures/model-network.ts';
import { MUTANTS } from './fixtures/mutants.ts';
import { SYNC_CHECKS, type SyncChecks } from './sync-checks.ts';

/** How many sequences. */
const RUNS = runs(14);

const nat = fc.nat({ max: 1000 });
const step: fc.Arbitrary<Step> = fc.record({ act: fc.constantFrom(...ACTS), copy: nat, pick: nat, fault: nat });
const steps = (length: number) => fc.array(step, { minLength: length, maxLength: length });

function newCounts(): Counts {
  return { runs: 0, steps: 0, syncs: 0, faults: 0, records: 0 };
}

/** Three copies that have heard each other once. */
const settled = new Network(newCounts());
settled.fair();

function run(all: readonly Step[], counts: Counts, checks: SyncChecks, from?: Network): Network {
  const network = new Network(counts, checks, from);
  for (const each of all) network.step(each);
  return network;
}

test('the 15 invariants hold at every step, whatever is edited, synchronized or broken on the way', () => {
  const counts = newCounts();
  const property = fc.property(fc.boolean(), steps(40), (isNew, all) => {
    run(all, counts, SYNC_CHECKS, isNew ? undefined : settled).finish();
  });
  fc.assert(property, RUNS);
  console.info(`Federation: ${JSON.stringify(counts)}, faults of ${FAULT_NAMES.length} kinds.`);
  expect(counts.faults).toBeGreaterThan(RUNS.numRuns * 10);
});

test('each decision of the planner is one that the invariants would miss', () => {
  const decisions = new Set(Object.values(MUTANTS).flatMap(Object.keys));
  expect([...decisions].sort()).toEqual(Object.keys(SYNC_CHECKS).sort());
});

test.each(Object.entries(MUTANTS))('a broken planner is noticed: %s', (_, broken) => {
  const checks = { ...SYNC_CHECKS, ...broken };
  const property = fc.property(steps(12), (all) => {
    run(all, newCounts(), checks, settled);
  });
  const { failed, counterexample } = fc.check(property, { numRuns: 500, endOnFailure: true });
  expect(failed).toBe(true);
  // What it stumbles over is its own fault: the sound planner goes the same way without one.
  run(counterexample?.[0] ?? [], newCounts(), SYNC_CHECKS, settled);
});
