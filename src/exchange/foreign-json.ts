import { Unreadable } from './foreign.ts';

/** The largest inventories of agencies are of this size. */
export const MAX_JSON = 1024 * 1024;
const MAX_DEPTH = 32;

/**
 * Reads JSON. Numbers stay numbers, and maps have no prototype, so that no key has a meaning. Throws {@link Unreadable}, with the place where
 * engines tell it.
 */
export function readForeignJson(text: string): unknown {
  if (text.length > MAX_JSON) throw new Unreadable('large', 0);
  const deep = deepJsonOffset(text);
  if (deep !== undefined) throw new Unreadable('deep', deep);
  try {
    // With a reviver, a list of a million items takes seconds.
    return bare(JSON.parse(text));
  } catch (error) {
    throw new Unreadable('json', offsetOf(error, text));
  }
}

/** The same with maps that inherit nothing. */
function bare(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(bare);
  const map = Object.create(null) as Record<string, unknown>;
  for (const [key, item] of Object.entries(value)) map[key] = bare(item);
  return map;
}

/** Offset of the bracket that opens a level too many, outside of texts. */
function deepJsonOffset(text: string): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]+|\\.)*"?|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > MAX_DEPTH) return index;
  }
  return undefined;
}

/** Where the text stops being JSON: engines say it by an offset, or by line and column, or not at all. */
function offsetOf(error: unknown, text: string): number {
  const message = error instanceof Error ? error.message : '';
  const offset = / at position (\d+)/.exec(message)?.[1];
  if (offset !== undefined) return Number(offset);
  const [, line, col] = / line (\d+) column (\d+)/.exec(message) ?? [];
  if (line !== undefined) return startOfLine(text, Number(line)) + Number(col) - 1;
  return /end of|EOF/i.test(message) ? text.length : 0;
}

function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) start = text.indexOf('\n', start) + 1;
  return start;
}
