import { isScalar, type Scalar } from 'yaml';
import { sameData } from './data.ts';
import { aboveBlanks, belowBlanks, type Collection, type Entry, entriesOf, lineStart } from './entries.ts';
import { insertion, type Layout } from './layout.ts';
import { indented, type Model, renderEntry, type Writing } from './render.ts';
import type { TextEdit } from './text-edit.ts';
import type { Wanted } from './wanted.ts';

/** The text that is edited, and how its author writes. */
export interface Page extends Writing {
  /** Ends in a line break. */
  readonly text: string;
  readonly lineBreak: '\n' | '\r\n';
}

/** Entries in lines of their own; `undefined` where one has none. `before`: what each of them says. */
export function blockLayout(page: Page, collection: Collection, before: readonly unknown[]): Layout | undefined {
  const entries = entriesOf(page.text, collection);
  const [first] = entries ?? [];
  if (entries === undefined || first === undefined) return undefined;
  return {
    rewrite: (from, { value }) => rewritten(page, entries[from] ?? first, value),
    insertions: (wanted) => insertionsInto(page, entries, first, wanted, before),
    removals: (kept) => removalsFrom(page, entries, first, kept),
  };
}

/** An entry with another value; comments above it and behind it stay. */
function rewritten(page: Page, entry: Entry, value: unknown): TextEdit {
  const model = isScalar(entry.value) ? modelOf(entry.value, entry.comment) : undefined;
  const written = renderEntry(entry.key, value, page, model);
  const text = inPage(page, written, entry.column) + page.lineBreak;
  if (model !== undefined && !written.includes('\n')) return { start: entry.start, end: entry.lineEnd, text };
  // Comments below that are indented deeper would be text of a block; those inside a collection that goes, go with it.
  const below = model === undefined ? '' : page.text.slice(entry.lineEnd, entry.end);
  return { start: entry.start, end: entry.end, text: text + below.replace(/^ +/gm, ' '.repeat(entry.column)) };
}

function modelOf({ type, value }: Scalar, comment: string | undefined): Model {
  return { value, ...(type === undefined ? {} : { type }), ...(comment === undefined ? {} : { comment }) };
}

/** The lines of what goes, with the comments that are about it. */
function removalsFrom({ text }: Page, entries: readonly Entry[], first: Entry, kept: ReadonlySet<number>): TextEdit[] {
  const firstKept = entries.findIndex((_, index) => kept.has(index));
  const lastKept = entries.findLastIndex((_, index) => kept.has(index));
  const next = entries[firstKept] ?? first;
  // What comes first now takes the place behind the dash.
  const behindDash = first.isInline ? firstKept : 0;
  const end = lineStart(text, next.ownStart) + next.column;
  const moved = behindDash > 0 ? [{ start: first.start, end, text: '' }] : [];
  const removed = entries.flatMap((entry, index) => {
    if (kept.has(index) || index < behindDash) return [];
    const after = belowBlanks(text, entry.end);
    if (index < firstKept) return [{ start: entry.ownStart, end: after, text: '' }];
    // Of two blank lines around it one stays; none before the end.
    const takesBlanks = index > lastKept || after > entry.end;
    const floor = entries[index - 1]?.end ?? entry.ownStart;
    const start = takesBlanks ? aboveBlanks(text, entry.ownStart, floor) : entry.ownStart;
    return [{ start, end: entry.end, text: '' }];
  });
  return [...moved, ...removed];
}

/** Lines for what is new. An item that only moves takes its lines along, with their comments. */
function insertionsInto(
  page: Page,
  entries: readonly Entry[],
  first: Entry,
  wanted: readonly Wanted[],
  before: readonly unknown[],
): TextEdit[] {
  const { text, lineBreak } = page;
  const margin = ' '.repeat(first.column);
  const movable = entries.flatMap((entry, index) =>
    entry.key !== undefined || entry.isInline || wanted.some(({ from }) => from === index)
      ? []
      : [{ value: before[index], lines: text.slice(entry.ownStart, entry.end).replace(/\r?\n$/, '') }],
  );
  let behind: Entry | undefined;
  return wanted.flatMap(({ key, value, from }) => {
    if (from !== undefined) {
      behind = entries[from];
      return [];
    }
    const moved = movable.find((each) => sameData(each.value, value));
    const lines = moved?.lines ?? margin + inPage(page, renderEntry(key, value, page), first.column);
    if (behind === undefined && first.isInline)
      return [insertion(first.start, lines.slice(first.column) + lineBreak + margin)];
    return [insertion(behind?.end ?? first.ownStart, lines + lineBreak)];
  });
}

function inPage({ lineBreak }: Page, text: string, column: number): string {
  return indented(text, column).replaceAll('\n', lineBreak);
}
