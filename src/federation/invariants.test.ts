import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FAULT_NAMES } from './fixtures/model-faults.ts';
import { ACTS, type Counts, Network, type Step } from './fixtures/model-network.ts';
import type { SyncChecks } from './sync-checks.ts';

const nat = fc.nat({ max: 1000 });
const step: fc.Arbitrary<Step> = fc.record({ act: fc.constantFrom(...ACTS), copy: nat, pick: nat, fault: nat });

/** How many sequences; SYNC_RUNS asks for more than fit into every test run. */
const RUNS = Number(process.env['SYNC_RUNS'] ?? 25);

function newCounts(): Counts {
  return { runs: 0, steps: 0, syncs: 0, faults: 0, records: 0 };
}

function sequences(counts: Counts, length: number, checks?: SyncChecks) {
  return fc.property(fc.array(step, { minLength: length, maxLength: length }), (steps) => {
    const network = new Network(counts, checks);
    for (const each of steps) network.step(each);
    network.finish();
  });
}

test('the 15 invariants hold at every step, whatever is edited, synchronized or broken on the way', () => {
  const counts = newCounts();
  fc.assert(sequences(counts, 40), { numRuns: RUNS, ...(process.env['SYNC_RUNS'] ? {} : { seed: 20261125 }) });
  console.info('invariants:', JSON.stringify(counts), 'kinds of faults:', FAULT_NAMES.length);
  expect(counts.faults).toBeGreaterThan(RUNS);
});
