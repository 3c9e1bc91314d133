import type { Command } from 'commander';
import { UsageError } from './exit-code.ts';

/**
 * Has a command refuse `--x` together with `--no-x`, of which it would else take whichever stands last. Parsing throws a {@link UsageError}.
 * To be called once all options are there.
 */
export function refuseContradictions(command: Command): void {
  for (const no of command.options.filter(({ negate }) => negate)) {
    const yes = command.options.find((option) => !option.negate && option.attributeName() === no.attributeName());
    if (yes === undefined) continue;
    const given = new Set<string>();
    for (const option of [yes, no])
      command.on(`option:${option.name()}`, () => {
        given.add(option.name());
        if (given.size > 1)
          throw new UsageError(`${yes.long} and ${no.long} contradict each other: give one of them. Nothing was done.`);
      });
  }
}
