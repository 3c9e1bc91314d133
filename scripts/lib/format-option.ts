import { type Command, Option } from 'commander';
import { UsageError } from './exit-code.ts';

/** `--json`, the short form of `--format json`, for commands that have the latter. */
export function jsonOption(): Option {
  return new Option('--json', 'the same as --format json');
}

/** The format that a command was asked for. Throws a {@link UsageError} where two were. */
export function chosenFormat(command: Command): string {
  const { format, json } = command.opts<{ format: string; json?: boolean }>();
  if (json !== true) return format;
  if (command.getOptionValueSource('format') === 'cli' && format !== 'json')
    throw new UsageError(`--json and --format ${format} contradict each other: give one of them.`);
  return 'json';
}
