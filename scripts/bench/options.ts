import { parseArgs } from 'node:util';
import { UsageError } from '../lib/exit-code.ts';

export interface BenchOptions {
  /** Number of records to make. */
  readonly records: number;
  readonly seed: number;
  /** One JSON object instead of a table. */
  readonly json: boolean;
  readonly build: boolean;
  /** Folder for what is made, kept afterwards; without it a temporary one. */
  readonly keep: string | undefined;
}

/** Fewer could not refer to each other. */
const LEAST_RECORDS = 10;

/** What the command line asks for. Throws a {@link UsageError} on anything that it cannot ask. */
export function benchOptions(args: readonly string[]): BenchOptions {
  const { records, seed, json, keep, ...rest } = parsed(args);
  return {
    records: wholeNumber('records', records, LEAST_RECORDS),
    seed: wholeNumber('seed', seed, 0),
    json,
    build: !rest['no-build'],
    keep,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        records: { type: 'string', default: '1000' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
        'no-build': { type: 'boolean', default: false },
        keep: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(
      `${error instanceof Error ? error.message : error} Use: bench --records N [--json] [--seed S] [--no-build] [--keep DIR]`,
    );
  }
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || !Number.isSafeInteger(number))
    throw new UsageError(`--${name} is “${text}”: expected a whole number from ${least}.`);
  return number;
}
