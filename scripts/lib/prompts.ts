import * as clack from '@clack/prompts';
import { type Choice, fittingChoices } from './choices.ts';

/** The person left a question with Ctrl-C or Escape: nothing is written. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** True where somebody can be asked: a terminal on both sides. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

async function answered<T>(answer: Promise<T | typeof clack.CANCEL_SYMBOL>): Promise<T> {
  const value = await answer;
  if (clack.isCancel(value)) throw new Cancelled();
  return value as T;
}

/** How many choices are in sight at once. */
const MAX_IN_SIGHT = 8;

/** Choices in the order in which they fit what is typed, rather than in their own with the others left out. */
function found(choices: readonly Choice[]) {
  return {
    options(this: { userInput?: string }): Choice[] {
      return fittingChoices(choices, this.userInput ?? '');
    },
    filter: () => true,
    maxItems: MAX_IN_SIGHT,
  };
}

/** The questions that commands ask. Each throws {@link Cancelled} where the person leaves. */
export const prompt = {
  /** One line; `problem` says why an answer will not do. Empty where nothing was typed. */
  text: async (message: string, problem: (text: string) => string | undefined, suggestion?: string): Promise<string> =>
    (
      (await answered(
        clack.text({
          message,
          ...(suggestion === undefined ? {} : { initialValue: suggestion }),
          validate: (value) => problem((value ?? '').trim()),
        }),
      )) ?? ''
    ).trim(),
  /** One of a few. */
  one: (message: string, choices: readonly Choice[]): Promise<string> =>
    answered(clack.select({ message, options: [...choices], maxItems: MAX_IN_SIGHT })),
  /** One of many, found by typing. */
  oneOfMany: (message: string, choices: readonly Choice[]): Promise<string> =>
    answered(
      clack.autocomplete({
        message,
        ...found(choices),
        validate: (chosen) =>
          typeof chosen === 'string' ? undefined : 'Nothing is called so. Type less, or other words.',
      }),
    ),
  /** Some of many, found by typing; Tab chooses. */
  someOfMany: (message: string, choices: readonly Choice[], required: boolean): Promise<string[]> =>
    answered(clack.autocompleteMultiselect({ message, ...found(choices), required })),
  yes: (message: string, initialValue: boolean): Promise<boolean> => answered(clack.confirm({ message, initialValue })),
  tell: (message: string): void => clack.log.message(message),
  warn: (message: string): void => clack.log.warn(message),
  begin: (title: string): void => clack.intro(title),
  end: (message: string): void => clack.outro(message),
};
