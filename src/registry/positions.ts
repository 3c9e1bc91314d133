import { type Document, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { DataPath } from '../rules/rule.ts';

export interface Position {
  readonly line: number;
  readonly col: number;
}

/** Line and column of an offset, from 1, in UTF-16 code units. */
export function positionAt(text: string, offset: number): Position {
  const bounded = Math.max(0, Math.min(offset, text.length));
  const lineStart = bounded === 0 ? 0 : text.lastIndexOf('\n', bounded - 1) + 1;
  return { line: countLines(text, lineStart) + 1, col: bounded - lineStart + 1 };
}

function countLines(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/**
 * The offset of the value (or, with `atKey`, of the key) at a path. Where the path leads to nothing, the deepest field on the way there is
 * the place to look.
 */
export function offsetOf(document: Document.Parsed, path: DataPath, atKey = false): number {
  let node: Node | null = document.contents as Node | null;
  let offset = node?.range?.[0] ?? 0;
  for (const [index, step] of path.entries()) {
    const last = index === path.length - 1;
    if (isMap(node)) {
      const pair: (typeof node.items)[number] | undefined = node.items.find(
        (item) => isScalar(item.key) && item.key.value === String(step),
      );
      if (pair === undefined) return offset;
      const key = pair.key as Node | null;
      const value = pair.value as Node | null;
      const keyOffset = key?.range?.[0] ?? offset;
      if (last && atKey) return keyOffset;
      offset = last && isScalar(value) && value.value !== null ? (value.range?.[0] ?? keyOffset) : keyOffset;
      node = value;
    } else if (isSeq(node)) {
      const item: Node | undefined = node.items[Number(step)] as Node | undefined;
      if (item === undefined) return offset;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else {
      return offset;
    }
  }
  return offset;
}
