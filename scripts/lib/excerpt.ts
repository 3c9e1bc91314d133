import { visible } from '../../src/schema/visible.ts';

export { visible };

const MAX_WIDTH = 100;

/** The line of a file’s text that an issue points at, with a caret below its column; nothing where there is no text to show. */
export function excerpt(whole: string | undefined, line: number, col: number): string[] {
  const text = whole?.split('\n')[line - 1] ?? '';
  if (text.trim() === '') return [];
  const start = col > MAX_WIDTH - 10 ? col - 40 : 0;
  const part = visible(text.slice(start, start + MAX_WIDTH));
  const number = String(line).padStart(5);
  return [
    `${number} | ${part}`,
    `${' '.repeat(number.length)} | ${' '.repeat(columns(visible(text.slice(start, col - 1))))}^`,
  ];
}

/** East Asian wide characters and punctuation, and pictures that terminals show as wide. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;

/** Cells that a text fills in a terminal: marks none, East Asian wide characters two. */
function columns(text: string): number {
  let cells = 0;
  for (const c of text) {
    if (/[\p{M}\p{Cf}]/u.test(c)) continue;
    cells += WIDE.test(c) ? 2 : 1;
  }
  return cells;
}
