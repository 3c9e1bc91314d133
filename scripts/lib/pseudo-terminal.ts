import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { IPty } from '@lydell/node-pty';
import { describe } from 'vitest';
import { commandEnvironment, HOME } from '../fixtures/command-line.ts';
import { PROJECT } from './registry-folder.ts';

/** Keys as terminals send them. */
export const KEY = {
  enter: '\r',
  escape: '\u001b',
  /** Ctrl-C: a key to a program that reads keys one by one; to any other, the terminal makes it SIGINT. */
  interrupt: '\u0003',
  /** Ctrl-U: clears the line. */
  clear: '\u0015',
  up: '\u001b[A',
  down: '\u001b[B',
  left: '\u001b[D',
  right: '\u001b[C',
  tab: '\t',
} as const;

/** What a person does once the screen shows `at`, looked for in what came after the last act. */
export interface Act {
  readonly at: string;
  /** Text and {@link KEY}s to send, or closing the window. */
  readonly does: string | { readonly hangUp: true };
}

export interface TerminalRun {
  /** All that was shown from the beginning, without colours and movements of the cursor. */
  readonly screen: string;
  /** The exit code; 0 where a signal ended the program. */
  readonly code: number;
  /** The number of the signal that ended the program, 1 for a hangup. */
  readonly signal: number | undefined;
}

const COLUMNS = 100;
const ROWS = 40;
/** Far beyond what a busy machine takes: only what never comes is waited for so long. */
const PATIENCE_MS = 60_000;

/**
 * Runs the command line in a terminal of its own, as a person would, in the folder above the registries. Throws, with what the screen showed,
 * where something expected never appears or the program does not end.
 */
export function atTerminal(args: readonly string[], acts: readonly Act[], cwd = HOME): Promise<TerminalRun> {
  return runAtTerminal([join(PROJECT, 'scripts/registry.ts'), ...args], acts, cwd);
}

/** As {@link atTerminal}, for any arguments of Node. */
export async function runAtTerminal(args: readonly string[], acts: readonly Act[], cwd = HOME): Promise<TerminalRun> {
  const { spawn } = await import('@lydell/node-pty');
  // A person is no CI.
  const { CI: _, ...env } = commandEnvironment();
  const terminal = spawn(process.execPath, [...args], { name: 'xterm-256color', cols: COLUMNS, rows: ROWS, cwd, env });
  return new Promise((resolve, reject) => {
    let shown = '';
    let seen = 0;
    let done = 0;
    const fail = (problem: string) => reject(new Error(`${problem}. The screen showed:\n${plain(shown)}`));
    const clock = setTimeout(() => {
      fail(done < acts.length ? `“${acts[done]?.at}” never appeared` : 'The program did not end');
      terminal.kill('SIGKILL');
    }, PATIENCE_MS);
    terminal.onData((data) => {
      shown += data;
      const act = acts[done];
      if (act === undefined || !plain(shown.slice(seen)).includes(act.at)) return;
      seen = shown.length;
      done++;
      perform(terminal, act);
    });
    terminal.onExit(({ exitCode, signal }) => {
      clearTimeout(clock);
      if (done < acts.length) fail(`The program ended before “${acts[done]?.at}” appeared`);
      else resolve({ screen: plain(shown), code: exitCode, signal: signal || undefined });
    });
  });
}

function plain(shown: string): string {
  return stripVTControlCharacters(shown).replaceAll('\r', '');
}

function perform(terminal: IPty, { does }: Act): void {
  if (typeof does === 'string') terminal.write(does);
  // The types leave it out: it closes our end, upon which the system tells the program that its terminal is gone.
  else (terminal as IPty & { destroy(): void }).destroy();
}

/** Why there is no pseudo-terminal here, or `undefined` where there is one: its binary is there for Linux, macOS and Windows on x64 and arm64. */
const missing = await import('@lydell/node-pty').then(
  () => undefined,
  (error: unknown) => (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)),
);

/** Tests that need a pseudo-terminal: where there is none they are skipped, saying why; in CI they fail. */
export function describeAtTerminal(title: string, tests: () => void): void {
  if (missing === undefined || process.env['CI']) {
    describe.concurrent(title, tests);
    return;
  }
  // Reports count what is skipped and leave out its titles.
  console.warn(`Skipped: ${title}. There is no pseudo-terminal here: ${missing}`);
  describe.skip(title, tests);
}
