import { expect, test } from 'vitest';
import { isRefusal, refusalText } from './system-refusal.ts';

const refused = (code: string, syscall: string, path: string) =>
  Object.assign(new Error(`${code}: no`), { code, syscall, path });

test.each([
  [refused('EACCES', 'open', '/a/b.yaml'), '/a/b.yaml cannot be written: you may not (EACCES). Nothing was changed.'],
  [refused('EACCES', 'scandir', '/a'), '/a cannot be read: you may not (EACCES). Nothing was changed.'],
  [
    refused('ENOSPC', 'write', '/a/\u001b[2J'),
    '/a/\\u{1b}[2J cannot be written: the disk is full (ENOSPC). Nothing was changed.',
  ],
])('what the system refuses is told as such', (error, text) => {
  expect(isRefusal(error)).toBe(true);
  expect(refusalText(error)).toBe(text);
});

test.each([new Error('a fault'), refused('ERR_INVALID_ARG_TYPE', 'open', '/a'), 'text', undefined])(
  'a fault of ours stays one: %s',
  (error) => {
    expect(isRefusal(error)).toBe(false);
  },
);
