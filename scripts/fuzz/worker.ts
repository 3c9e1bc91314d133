import { parentPort, workerData } from 'node:worker_threads';
import { FUZZ_ENTRIES } from './entries.ts';
import { type FuzzRange, runRange } from './run-range.ts';

/** What a thread is asked for, and answers. */
export interface FuzzTask extends FuzzRange {
  readonly entry: string;
}

/** One number that the pool watches: the input that runs now. */
const running = new Int32Array(workerData as SharedArrayBuffer);

parentPort?.on('message', ({ entry: name, ...range }: FuzzTask) => {
  const entry = FUZZ_ENTRIES.find((candidate) => candidate.name === name);
  if (entry === undefined) throw new Error(`There is no entry ${name}.`);
  const outcome = runRange(entry, range, (index) => {
    running[0] = index;
  });
  parentPort?.postMessage(outcome);
});
