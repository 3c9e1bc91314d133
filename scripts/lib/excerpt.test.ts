import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../../src/registry/fixtures/temporary-registry-fs.ts';
import { plainText } from '../../src/registry/load-fs.ts';
import { excerpt, visible } from './excerpt.ts';

function excerptOf(line: string, at: string): string {
  return excerpt(`first\n${line}\nlast\n`, 2, line.indexOf(at) + 1).join('\n');
}

/** Terminal cells before the caret, counted by hand in each case. */
function caret(text: string): number {
  return (text.split('\n')[1] ?? '').indexOf('^') - '    2 | '.length;
}

describe('the caret stands below its character', () => {
  test.each([
    ['Latin', 'name: Letter Post', 'P', 13],
    ['Latin with combining marks', 'name: e\u0301te\u0301 X', 'X', 10],
    ['Chinese', 'name: 政务通知 X', 'X', 15],
    ['Chinese punctuation', 'name: 「政務」、X', 'X', 16],
    ['fullwidth letters', 'name: ＡＢ X', 'X', 11],
    ['Korean', 'name: 알림 X', 'X', 11],
    ['Arabic', 'name: بوابة X', 'X', 12],
    ['Persian with ZWNJ', 'name: می‌رود X', 'X', 12],
    ['emoji', 'name: 📮 X', 'X', 9],
    ['a sign that is no emoji', 'name: © X', 'X', 8],
    ['a control character', 'name: \u202eX', 'X', 14],
    ['a tab', 'name:\tX', 'X', 7],
  ])('%s', (_, line, at, cells) => {
    expect(caret(excerptOf(line, at))).toBe(cells);
  });

  test('in a long line, of which a piece is shown', () => {
    const shown = excerptOf(`name: ${'a'.repeat(500)}X${'b'.repeat(500)}`, 'X').split('\n');
    expect(shown[0]?.[(shown[1] ?? '').indexOf('^')]).toBe('X');
    expect(shown[0]?.length).toBeLessThan(120);
  });
});

describe('nothing is shown', () => {
  test('of a file that is not there, and of a blank line', () => {
    expect(excerpt(undefined, 1, 1)).toEqual([]);
    expect(excerpt('a\n \n', 2, 1)).toEqual([]);
    expect(excerpt('a\n \n', 9, 1)).toEqual([]);
  });
  test('of what a link leads to, of a pipe, of a huge file', () => {
    const root = temporaryFolder();
    symlinkSync('/etc/passwd', join(root, 'link.yaml'));
    execFileSync('mkfifo', [join(root, 'pipe.yaml')]);
    writeFiles(root, { 'huge.yaml': 'a'.repeat(2 * 1024 * 1024) });
    for (const file of ['link.yaml', 'pipe.yaml', 'huge.yaml'])
      expect(excerpt(plainText(join(root, file)), 1, 1)).toEqual([]);
  });
});

test('characters that would rewrite the terminal are shown as escapes, and no others', () => {
  expect(visible('a\u001b[31m\u202eb\u2028\ud800')).toBe('a\\u{1b}[31m\\u{202e}b\\u{2028}\\u{d800}');
  expect(visible('می‌رود 👩‍💻')).toBe('می‌رود 👩‍💻');
  expect(visible('a\u200db\u200cc')).toBe('a\\u{200d}b\\u{200c}c');
});
