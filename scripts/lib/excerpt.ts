import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const MAX_WIDTH = 100;

/** The line that an issue points at, with a caret below its column; nothing where the file cannot be shown. */
export function excerpt(root: string, file: string, line: number, col: number): string[] {
  let text: string;
  try {
    text = readFileSync(join(root, file), 'utf8').split('\n')[line - 1] ?? '';
  } catch {
    return [];
  }
  if (text.trim() === '') return [];
  const start = col > MAX_WIDTH - 10 ? col - 40 : 0;
  const part = visible(text.slice(start, start + MAX_WIDTH));
  const number = String(line).padStart(5);
  return [
    `${number} | ${part}`,
    `${' '.repeat(number.length)} | ${' '.repeat(columns(visible(text.slice(start, col - 1))))}^`,
  ];
}

/** Control and direction characters, which could rewrite what the terminal shows, as escapes. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (c) =>
    c === '\t' ? '  ' : `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** Cells that a text fills in a terminal: marks none, East Asian wide characters two. */
function columns(text: string): number {
  let cells = 0;
  for (const c of text) {
    if (/\p{M}/u.test(c)) continue;
    cells += /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Extended_Pictographic}]/u.test(c)
      ? 2
      : 1;
  }
  return cells;
}
