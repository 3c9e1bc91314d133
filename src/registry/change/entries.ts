import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { withoutSchemaComment } from '../schema-comment.ts';
import { isBlank, withoutBlankEnd } from './blanks.ts';

/** Where a field of a map, or an item of a list, stands in the text; offsets in UTF-16. Each has lines of its own. */
export interface Entry {
  /** The field's name; an item has none. */
  readonly key?: string;
  readonly value: Node | null;
  /** Of the key, or of the item's dash. */
  readonly start: number;
  /** Of the comments right above that are about it, or of its own first line. */
  readonly ownStart: number;
  /** The comment behind its value, or in the head of its block; not the lines below, which the library counts in. */
  readonly comment: string | undefined;
  /** Behind the last line of its value. */
  readonly lineEnd: number;
  /** Behind comments below that are indented deeper than it. */
  readonly end: number;
  /** It begins on a line that begins with its parent's dash. */
  readonly isInline: boolean;
  readonly column: number;
}

export type Collection = YAMLMap | YAMLSeq;

/** What can stand behind a value on its line. */
const REST_OF_LINE = /^[ \t]*(?:#(.*?))?\r?$/;
const COMMENT = /^( *)#/;

/**
 * The entries of a block map or list; `undefined` where one has no lines of its own, as behind a `?` or in a text where lines are not
 * indented alike.
 */
export function entriesOf(text: string, collection: Collection): Entry[] | undefined {
  const entries: Entry[] = [];
  for (const item of collection.items) {
    const entry = entryOf(text, item as Item, entries.at(-1));
    if (entry === undefined) return undefined;
    entries.push(entry);
  }
  return entries;
}

type Item = Pair<Node, Node | null> | Node | null;

function isPair(item: Item): item is Pair<Node, Node | null> {
  return item !== null && 'key' in item;
}

function entryOf(text: string, item: Item, previous: Entry | undefined): Entry | undefined {
  const start = isPair(item) ? item.key.range?.[0] : dashOf(text, item);
  if (start === undefined) return undefined;
  const line = lineStart(text, start);
  const isInline = previous === undefined && /^ *(?:- +)+$/.test(text.slice(line, start));
  const column = start - line;
  if (!isInline && !isBlank(text.slice(line, start))) return undefined;
  if (previous !== undefined && previous.column !== column) return undefined;
  const contentEnd = contentEndOf(text, item);
  const lineEnd = text[contentEnd - 1] === '\n' ? contentEnd : nextLine(text, contentEnd);
  const rest = REST_OF_LINE.exec(text.slice(contentEnd, lineEnd).replace(/\n$/, ''));
  if (rest === null) return undefined;
  const value = isPair(item) ? item.value : item;
  return {
    ...(isPair(item) ? { key: isScalar(item.key) ? String(item.key.value) : '' } : {}),
    value,
    comment: isBlock(value) ? (value.comment ?? undefined) : rest[1],
    start,
    ownStart: isInline ? start : aboveComments(text, line, previous?.end ?? floorOf(text), column),
    lineEnd,
    end: belowComments(text, lineEnd, column),
    isInline,
    column,
  };
}

/** The schema comment is nobody's, and stays the first line. */
function floorOf(text: string): number {
  const without = withoutSchemaComment(text);
  if (without === text) return 0;
  let same = 0;
  while (same < without.length && text[same] === without[same]) same++;
  return nextLine(text, same);
}

function dashOf(text: string, item: Node | null): number | undefined {
  const start = item?.range?.[0];
  if (start === undefined) return undefined;
  const dash = text.lastIndexOf('-', start - 1);
  return dash !== -1 && isBlank(text.slice(dash + 1, start)) ? dash : undefined;
}

/** Where the text of an entry's value ends, without comments behind it. */
function contentEndOf(text: string, item: Item): number {
  if (!isPair(item)) return valueEndOf(text, item, item?.range?.[0] ?? 0);
  const keyEnd = item.key.range?.[1] ?? 0;
  return valueEndOf(text, item.value, text.indexOf(':', keyEnd) + 1);
}

function valueEndOf(text: string, value: Node | null, otherwise: number): number {
  const [start, end] = value?.range ?? [otherwise, otherwise];
  if (value === null || start === end) return otherwise;
  if (isBlock(value)) return blockEndOf(text, start, end);
  if (!(isMap(value) || isSeq(value)) || value.flow) return end;
  const last = value.items.at(-1) as Item | undefined;
  return last === undefined ? end : contentEndOf(text, last);
}

/** True for a text in lines of its own, behind `|` or `>`. */
export function isBlock(value: Node | null): value is Scalar {
  return isScalar(value) && value.type?.startsWith('BLOCK_') === true;
}

/** Blank lines below a text in a block are its own only where its head says so: `|+`. */
function blockEndOf(text: string, start: number, end: number): number {
  const head = text.slice(start, text.indexOf('\n', start));
  return /^[|>]\d?\+/.test(head) ? end : start + withoutBlankEnd(text.slice(start, end)).length;
}

/** Comments right above, indented alike, are about what follows. */
function aboveComments(text: string, line: number, floor: number, column: number): number {
  if (line <= floor) return line;
  const above = lineStart(text, line - 1);
  return COMMENT.exec(text.slice(above, line))?.[1]?.length === column
    ? aboveComments(text, above, floor, column)
    : line;
}

/** Comments below that are indented deeper belong to it, also behind blank lines. */
function belowComments(text: string, end: number, column: number): number {
  let [at, found] = [end, end];
  while (at < text.length) {
    const next = nextLine(text, at);
    const line = text.slice(at, next);
    const indent = COMMENT.exec(line)?.[1]?.length;
    if (indent !== undefined && indent > column) found = next;
    else if (!isBlank(line)) break;
    at = next;
  }
  return found;
}

/** Where the blank lines right above a line begin. */
export function aboveBlanks(text: string, line: number, floor: number): number {
  if (line <= floor) return line;
  const above = lineStart(text, line - 1);
  return isBlank(text.slice(above, line)) ? aboveBlanks(text, above, floor) : line;
}

/** Where the blank lines that begin at an offset end. */
export function belowBlanks(text: string, line: number): number {
  const below = nextLine(text, line);
  return line < text.length && isBlank(text.slice(line, below)) ? belowBlanks(text, below) : line;
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}
