import { parseArgs } from 'node:util';
import { UsageError } from '../lib/exit-code.ts';
import { FUZZ_ENTRIES } from './entries.ts';
import type { FuzzEntry } from './entry.ts';
import type { FuzzOptions } from './pool.ts';

const USE = 'Use: fuzz [--runs N] [--entry NAME]... [--seed S] [--from N] [--threads N]';

/** What the command line asks for. Throws a {@link UsageError} on anything that it cannot ask. */
export function fuzzOptions(
  args: readonly string[],
  processors: number,
): FuzzOptions & { entries: readonly FuzzEntry[] } {
  const { runs, seed, from, threads, entry: names } = parsed(args);
  return {
    runs: wholeNumber('runs', runs, 1),
    seed: wholeNumber('seed', seed, 0),
    from: wholeNumber('from', from, 0),
    threads: wholeNumber('threads', threads ?? String(processors), 1),
    entries: names.length === 0 ? FUZZ_ENTRIES : names.map(entryOf),
  };
}

function entryOf(name: string): FuzzEntry {
  const entry = FUZZ_ENTRIES.find((candidate) => candidate.name === name);
  if (entry !== undefined) return entry;
  const list = FUZZ_ENTRIES.map(({ name, about }) => `  ${name}: ${about}`).join('\n');
  throw new UsageError(`There is no entry ${name}. There are:\n${list}`);
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        runs: { type: 'string', default: '1000000' },
        seed: { type: 'string', default: '1' },
        from: { type: 'string', default: '0' },
        threads: { type: 'string' },
        entry: { type: 'string', multiple: true, default: [] },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error} ${USE}`);
  }
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > 2 ** 31 - 1)
    throw new UsageError(`--${name} is “${text}”: expected a whole number from ${least}. ${USE}`);
  return number;
}
