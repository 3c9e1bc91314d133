import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { refuseContradictions } from './contradictions.ts';
import { UsageError } from './exit-code.ts';

function parsed(...args: string[]) {
  const command = new Command()
    .option('--successor <address>', '')
    .option('--no-successor', '')
    .option('--no-colour', '')
    .option('--date <day>', '');
  refuseContradictions(command);
  return command.parse(args, { from: 'user' }).opts();
}

describe('a flag and its opposite', () => {
  test.each([[['--successor', 'a', '--no-successor']], [['--no-successor', '--date', 'b', '--successor=a']]])(
    'are refused together, whichever is last: %s',
    (args) => {
      expect(() => parsed(...args)).toThrow(UsageError);
      expect(() => parsed(...args)).toThrow('--successor and --no-successor contradict each other');
    },
  );

  test('are taken alone', () => {
    expect(parsed('--successor', 'a', '--date', 'b')).toMatchObject({ successor: 'a', date: 'b' });
    expect(parsed('--no-successor', '--no-colour', '--date', '--successor')).toMatchObject({
      successor: false,
      colour: false,
      date: '--successor',
    });
  });
});
