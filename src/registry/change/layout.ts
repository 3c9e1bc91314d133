import type { TextEdit } from './text-edit.ts';
import type { Wanted } from './wanted.ts';

/** How the entries of one map or list are written, and so how they are changed: in lines of their own, or between brackets. */
export interface Layout {
  /** Writes one entry anew with another value. */
  readonly rewrite: (from: number, wanted: Wanted) => TextEdit;
  /** Puts in what is new, each behind the one that it follows. */
  readonly insertions: (wanted: readonly Wanted[]) => TextEdit[];
  /** Takes out what is not kept; one at least is. */
  readonly removals: (kept: ReadonlySet<number>) => TextEdit[];
}

/** The edit that puts a text in and takes nothing away. */
export function insertion(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}
