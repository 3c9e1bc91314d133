export interface Declaration {
  /** With its two hyphens; where no colon stands, all there is. */
  readonly name: string;
  readonly value: string;
  readonly offset: number;
  readonly valueOffset: number;
}

export interface BlockProblem {
  readonly code: 'outside' | 'declaration' | 'unclosed';
  readonly offset: number;
  readonly found: string;
}

export interface RootBlock {
  readonly declarations: readonly Declaration[];
  /** The first thing that no block of declarations may hold; what stands behind it is not read. */
  readonly problem?: BlockProblem;
}

const OPENING = /:root\s{0,99}\{/y;

/** Reads a style sheet of comments and at most one block `:root { … }`. Linear in the text. */
export function readRootBlock(css: string): RootBlock {
  const declarations: Declaration[] = [];
  const stop = (code: BlockProblem['code'], offset: number, found: string): RootBlock => ({
    declarations,
    problem: { code, offset, found },
  });
  let at = afterSpace(css, 0);
  if (at === css.length) return { declarations };
  if (isOpenComment(css, at)) return stop('unclosed', at, '/*');
  OPENING.lastIndex = at;
  if (!OPENING.test(css)) return stop('outside', at, lineAt(css, at));
  const brace = OPENING.lastIndex - 1;
  for (at = afterSpace(css, brace + 1); css[at] !== '}'; at = afterSpace(css, at)) {
    if (isOpenComment(css, at)) return stop('unclosed', at, '/*');
    if (at >= css.length) return stop('unclosed', brace, '{');
    const end = endOfDeclaration(css, at);
    // What a second brace begins is a rule, and what belongs to it nobody can tell.
    if (css[end] === '{') return stop('declaration', at, lineAt(css, at));
    if (end > at) declarations.push(declarationOf(css.slice(at, end), at));
    at = css[end] === ';' ? end + 1 : end;
  }
  at = afterSpace(css, at + 1);
  if (at === css.length) return { declarations };
  return isOpenComment(css, at) ? stop('unclosed', at, '/*') : stop('outside', at, lineAt(css, at));
}

/** Where something stands that is neither white space nor a comment with an end. */
function afterSpace(css: string, from: number): number {
  for (let at = from; ; ) {
    while (/\s/.test(css[at] ?? '')) at++;
    const end = css.startsWith('/*', at) ? css.indexOf('*/', at + 2) : -1;
    if (end === -1) return at;
    at = end + 2;
  }
}

const isOpenComment = (css: string, at: number): boolean => css.startsWith('/*', at);

/** The next semicolon or brace that stands in no text between quotes; a quote ends with its line. */
function endOfDeclaration(css: string, from: number): number {
  let quote = '';
  for (let at = from; at < css.length; at++) {
    const character = css[at] ?? '';
    if (quote !== '') quote = character === quote || character === '\n' ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (';{}'.includes(character)) return at;
  }
  return css.length;
}

function declarationOf(text: string, offset: number): Declaration {
  const colon = text.includes(':') ? text.indexOf(':') : text.length;
  const value = text.slice(colon + 1);
  const before = value.length - value.trimStart().length;
  return { name: text.slice(0, colon).trim(), value: value.trim(), offset, valueOffset: offset + colon + 1 + before };
}

function lineAt(css: string, at: number): string {
  const end = css.indexOf('\n', at);
  return css.slice(at, end === -1 ? css.length : end).trim();
}
