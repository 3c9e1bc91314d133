import type { FuzzEntry } from './entry.ts';
import { makeInput } from './make-input.ts';
import { shrink } from './shrink.ts';

/** An input may take this long, in milliseconds of processor time: other work on the machine does not count. */
export const MAX_MS = 2000;

export interface FuzzRange {
  readonly seed: number;
  /** Numbers of the inputs: from, and up to without the end. */
  readonly from: number;
  readonly end: number;
}

export interface FuzzFinding {
  readonly index: number;
  /** What does not hold, or how long it took. */
  readonly message: string;
  /** As it was made, and the shortest that was found to fail. */
  readonly input: string;
  readonly shrunk: string;
}

export interface FuzzOutcome {
  readonly runs: number;
  readonly slowest: { readonly ms: number; readonly index: number };
  /** The first one; the rest of the range is left out then. */
  readonly finding?: FuzzFinding;
}

/** Runs the inputs of a range, up to the first finding. `begin` is told the number of each input before it runs. */
export function runRange(
  entry: FuzzEntry,
  { seed, from, end }: FuzzRange,
  begin: (index: number) => void,
  maxMs: number = MAX_MS,
): FuzzOutcome {
  let slowest = { ms: 0, index: from };
  for (let index = from; index < end; index++) {
    begin(index);
    const input = makeInput(entry, seed, index);
    const { ms, message } = tried(entry, input, maxMs);
    if (ms > slowest.ms) slowest = { ms, index };
    if (message === undefined) continue;
    const shrunk = shrink(
      input,
      (text) => tried(entry, text, maxMs).message !== undefined,
      ms > maxMs ? 20 : undefined,
    );
    return { runs: index - from + 1, slowest, finding: { index, message, input, shrunk } };
  }
  return { runs: end - from, slowest };
}

function tried({ check }: FuzzEntry, input: string, maxMs: number): { ms: number; message?: string } {
  const start = process.threadCpuUsage();
  let message: string | undefined;
  try {
    check(input);
  } catch (error) {
    message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const { user, system } = process.threadCpuUsage(start);
  const ms = (user + system) / 1000;
  if (ms > maxMs) message ??= `took ${Math.round(ms)} ms of processor time, more than ${maxMs}`;
  return message === undefined ? { ms } : { ms, message };
}
