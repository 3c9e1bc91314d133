import { expect, test, vi } from 'vitest';
import { progressOn } from './progress.ts';

/** A terminal or a file that keeps what is written to it. */
function stream(isTTY: boolean): { stream: NodeJS.WriteStream; written: string[] } {
  const written: string[] = [];
  return { stream: { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream, written };
}

function steps(isTTY: boolean, times: readonly number[]): string[] {
  const { stream: into, written } = stream(isTTY);
  let clock = 0;
  const progress = progressOn(into, () => clock);
  for (const time of times) {
    clock = time;
    progress.tell(`at ${time}`);
  }
  progress.done();
  return written;
}

test('short work says nothing', () => {
  expect(steps(true, [0, 100, 799])).toEqual([]);
});

test('long work tells how far it is, not too often, and leaves nothing behind', () => {
  expect(steps(true, [0, 900, 910, 1200])).toEqual(['\r\u001b[2Kat 900 …', '\r\u001b[2Kat 1200 …', '\r\u001b[2K']);
});

test('nothing goes into a file or a pipe', () => {
  expect(steps(false, [0, 900, 5000])).toEqual([]);
});

test('what is told once and takes long is shown while it is waited for', () => {
  vi.useFakeTimers();
  const { stream: into, written } = stream(true);
  const progress = progressOn(into, () => Date.now());
  progress.tell('asking a neighbour');
  progress.tell('asking another');
  vi.advanceTimersByTime(700);
  expect(written).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(written).toEqual(['\r\u001b[2Kasking another …']);
  progress.tell('fetching');
  progress.done();
  vi.advanceTimersByTime(5000);
  expect(written.slice(1)).toEqual(['\r\u001b[2K']);
  vi.useRealTimers();
});
