import type { Nodes } from 'mdast';

/** The deepest nesting of a text: more than anybody reads, less than the parsers and renderers after this one can bear. */
export const MAX_TEXT_DEPTH = 40;
/** Parsers of Markdown take quadratic time over marks that may be links or emphasis: 32 KiB of `*_` took 70 s, this many take 0.1 s. */
const MAX_MARKS = 2000;
const MARK = /[[\]]|\*+|_+|~+/g;

/** A line that opens more quotes and lists than that, and is no `- - -` rule. Parsing 32 KiB of `1. ` took 28 s. */
const NESTED_LINE = /^(?![ \t]*([-*])(?:[ \t]*\1)*[ \t]*$)(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){21}/m;

export interface Tangle {
  readonly code: 'deep' | 'marks';
  /** In the text. */
  readonly offset: number;
  readonly values: { readonly max: number };
}

/** What makes a text too costly to parse, found without parsing it; `undefined` for every text that people write. */
export function tangleOf(text: string): Tangle | undefined {
  const nested = NESTED_LINE.exec(text);
  if (nested !== null) return { code: 'deep', offset: nested.index, values: { max: MAX_TEXT_DEPTH } };
  const tooMany = text.matchAll(MARK).drop(MAX_MARKS).next().value;
  if (tooMany !== undefined) return { code: 'marks', offset: tooMany.index, values: { max: MAX_MARKS } };
  return undefined;
}

/** The first node of a tree that lies too deep. Keeps a list instead of calling itself: the tree may be deeper than the call stack. */
export function deepNode(tree: Nodes): Tangle | undefined {
  const waiting: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > MAX_TEXT_DEPTH)
      return { code: 'deep', offset: node.position?.start.offset ?? 0, values: { max: MAX_TEXT_DEPTH } };
    if ('children' in node) for (const child of node.children) waiting.push({ node: child, depth: depth + 1 });
  }
  return undefined;
}
