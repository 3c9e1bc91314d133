import { expect, test } from 'vitest';
import { soundFolder } from '../fixtures/command-line.ts';
import { atTerminal, describeAtTerminal, KEY, runAtTerminal } from './pseudo-terminal.ts';

soundFolder();

/** Asks, and goes on asking. `raw`: reads keys one by one, as prompts do. */
const asking = (raw: boolean) => [
  '-e',
  `process.stdin.setRawMode(${raw}).on('data', (data) => { console.log('got', JSON.stringify(String(data)));
   if (String(data).includes('end')) process.exit(process.stdout.isTTY ? 7 : 8); }); console.log('Name?')`,
];

describeAtTerminal('a pseudo-terminal', () => {
  test('shows what a command prints, and its exit code', async () => {
    const { screen, code, signal } = await atTerminal(['list', 'project', '--root', 'sound'], []);
    expect([code, signal]).toEqual([0, undefined]);
    expect(screen).toContain('int/letter-post  Letter Post\n');
  });

  test('sends text and keys when what is expected appears', async () => {
    const { screen, code } = await runAtTerminal(asking(true), [
      { at: 'Name?', does: KEY.escape },
      { at: '"\\u001b"', does: KEY.interrupt },
      { at: '"\\u0003"', does: `the end${KEY.enter}` },
    ]);
    expect(code).toBe(7);
    expect(screen).toContain('got "the end\\r"');
  });

  test('makes Ctrl-C a signal where the program reads lines', async () => {
    const { signal } = await runAtTerminal(asking(false), [{ at: 'Name?', does: KEY.interrupt }]);
    expect(signal).toBe(2);
  });

  test('hangs up', async () => {
    const { signal } = await runAtTerminal(asking(true), [{ at: 'Name?', does: { hangUp: true } }]);
    expect(signal).toBe(1);
  });

  test('says what never came, and what was there instead', async () => {
    const run = atTerminal(['list', 'projects', '--root', 'sound'], [{ at: 'Name?', does: 'nobody' }]);
    await expect(run).rejects.toThrow(/ended before “Name\?” appeared.*Allowed choices are project/s);
  });
});
