import { afterAll, beforeAll, expect, test } from 'vitest';
import { FAULT_NAMES } from './fixtures/faults.ts';
import { Network } from './fixtures/network.ts';

/** How many rounds. NETWORK_ROUNDS asks for more than fits into every test run, NETWORK_SEED for others. */
const ROUNDS = Number(process.env['NETWORK_ROUNDS'] ?? 4);
const SEED = Number(process.env['NETWORK_SEED'] ?? 1);

const network = new Network(SEED);
beforeAll(() => network.start());
afterAll(() => network.stop(), 60_000);

test(
  'three copies in git repositories come to the same bytes, whatever happens on the way',
  async () => {
    console.info(`Network: seed ${SEED} (NETWORK_SEED), ${ROUNDS} rounds (NETWORK_ROUNDS).`);
    await network.build();
    await network.fair();
    network.assertConverged();
    for (let round = 0; round < ROUNDS; round++) await network.round();
    await network.fair();
    network.assertConverged();
    network.takeEditsBack();
    await network.fair();
    network.assertConverged();
    expect(await network.fair()).toBe(0);
    await network.build();
    network.assertConverged();
    console.info(`Network: ${JSON.stringify(network.counts)}, faults of ${FAULT_NAMES.length} kinds.`);
  },
  Number.POSITIVE_INFINITY,
);
