import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { FuzzEntry } from './entry.ts';
import { makeInput } from './make-input.ts';
import type { FuzzFinding, FuzzOutcome } from './run-range.ts';
import type { FuzzTask } from './worker.ts';

export interface FuzzOptions {
  readonly seed: number;
  /** The number of the first input; 0, or where an earlier run stopped. */
  readonly from: number;
  /** How many inputs each entry gets. */
  readonly runs: number;
  readonly threads: number;
}

/** What came of one entry. */
export interface FuzzResult {
  readonly name: string;
  readonly runs: number;
  /** Milliseconds of the clock, of all threads together. */
  readonly ms: number;
  /** The input that took the most processor time, in milliseconds. */
  readonly slowest: { readonly ms: number; readonly index: number };
  readonly finding?: FuzzFinding;
}

/** So many inputs a thread takes at once. */
const SLICE = 5000;
/** Far above what an input may take, and long enough for a machine that does other work. */
const HANGS_MS = 60_000;

/** Runs every entry, several at a time; `tell` hears of each slice that is done. */
export async function fuzz(
  entries: readonly FuzzEntry[],
  { seed, from, runs, threads }: FuzzOptions,
  tell: (result: FuzzResult) => void = () => {},
): Promise<FuzzResult[]> {
  const results = new Map(
    entries.map(({ name }) => [name, { name, runs: 0, ms: 0, slowest: { ms: 0, index: from } } as FuzzResult]),
  );
  const tasks = entries.flatMap(({ name }) =>
    Array.from({ length: Math.ceil(runs / SLICE) }, (_, slice): FuzzTask => {
      const start = from + slice * SLICE;
      return { entry: name, seed, from: start, end: Math.min(start + SLICE, from + runs) };
    }),
  );
  const add = (task: FuzzTask, outcome: FuzzOutcome, ms: number): void => {
    const before = results.get(task.entry);
    if (before === undefined) return;
    const slowest = outcome.slowest.ms > before.slowest.ms ? outcome.slowest : before.slowest;
    const finding = before.finding ?? outcome.finding;
    const result = {
      ...before,
      runs: before.runs + outcome.runs,
      ms: before.ms + ms,
      slowest,
      ...(finding ? { finding } : {}),
    };
    results.set(task.entry, result);
    tell(result);
  };
  const work = async (): Promise<void> => {
    let thread = new FuzzThread();
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
      // One finding of an entry is enough: the next ones would mostly be the same.
      if (results.get(task.entry)?.finding !== undefined) continue;
      const start = performance.now();
      const outcome = await thread.run(task, entries);
      if (thread.ended) thread = new FuzzThread();
      add(task, outcome, performance.now() - start);
    }
    await thread.end();
  };
  await Promise.all(Array.from({ length: threads }, work));
  return [...results.values()];
}

class FuzzThread {
  readonly #running = new Int32Array(new SharedArrayBuffer(4));
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: this.#running.buffer });
  ended = false;

  /** What came of a task; of one that hangs, the input at which it does. The thread is ended then. */
  async run(task: FuzzTask, entries: readonly FuzzEntry[]): Promise<FuzzOutcome> {
    this.#worker.postMessage(task);
    const answer = once(this.#worker, 'message') as Promise<[FuzzOutcome]>;
    let [last, since] = [-1, performance.now()];
    for (;;) {
      const outcome = await Promise.race([answer, pause(500)]);
      if (outcome !== undefined) return outcome[0];
      const index = this.#running[0] ?? task.from;
      if (index !== last) [last, since] = [index, performance.now()];
      else if (performance.now() - since > HANGS_MS) return this.#hangs(task, index, entries);
    }
  }

  async end(): Promise<void> {
    this.ended = true;
    await this.#worker.terminate();
  }

  async #hangs(task: FuzzTask, index: number, entries: readonly FuzzEntry[]): Promise<FuzzOutcome> {
    await this.end();
    const entry = entries.find(({ name }) => name === task.entry);
    const input = entry === undefined ? '' : makeInput(entry, task.seed, index);
    const message = `still running after ${HANGS_MS / 1000} seconds`;
    return {
      runs: index - task.from + 1,
      slowest: { ms: HANGS_MS, index },
      finding: { index, message, input, shrunk: input },
    };
  }
}

function pause(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), ms).unref();
  });
}
