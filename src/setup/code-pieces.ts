/** A piece of code; `whole` where a line must not end within it. */
export interface CodePiece {
  readonly text: string;
  readonly whole: boolean;
}

/** An option or a name with hyphens, at which a browser would break the line: `--` and `dry-run` in two lines read as two words. */
const WHOLE = /(?<![^\s(,])(?=[\w-]{2,24}(?![^\s),;]))([\w-]*-[\w-]*)/;

/** Code in pieces that together are the code, unchanged. */
export function codePieces(code: string): CodePiece[] {
  return code
    .split(WHOLE)
    .map((text, index) => ({ text, whole: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
