import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { z } from 'zod';
import type { ValuePath } from '../../schema/field-meta.ts';
import { blockLayout, type Page } from './block-layout.ts';
import { isFields, isLeaf, sameData } from './data.ts';
import { type Collection, isBlock } from './entries.ts';
import { flowLayout } from './flow-layout.ts';
import { type Model, renderLeaf } from './render.ts';
import type { TextEdit } from './text-edit.ts';
import { type Wanted, wantedFields, wantedItems } from './wanted.ts';

export interface TreeEdit extends Page {
  readonly schema: z.ZodObject;
  /** True for the path of a value that is to be written anew as a whole, because editing inside it went wrong. */
  readonly isWhole: (path: ValuePath) => boolean;
}

/** A value in the text, what it says and what it is to say. */
export interface Change {
  readonly node: Node | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly path: ValuePath;
  readonly inFlow: boolean;
}

/** The edits that make a node say other data; `undefined` where whoever holds the node has to write it anew. */
export function treeEdits(edit: TreeEdit, change: Change): TextEdit[] | undefined {
  const { node, before, after, path } = change;
  if (sameData(before, after)) return [];
  if (edit.isWhole(path)) return undefined;
  if (isScalar(node) && isLeaf(after)) return leafEdits(node as Model & Node, change);
  if (isMap(node) && isFields(before) && isFields(after)) {
    const wanted = wantedFields(edit.schema, path, Object.keys(before), after);
    return collectionEdits(edit, change, node, wanted, Object.values(before));
  }
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after))
    return collectionEdits(edit, change, node, wantedItems(edit.schema, path, before, after), before);
  return undefined;
}

function leafEdits(node: Model & Node, { after, inFlow }: Change): TextEdit[] | undefined {
  const [start, end] = node.range ?? [0, 0];
  if (start === end || isBlock(node)) return undefined;
  const text = renderLeaf(after, node, inFlow);
  return text === undefined ? undefined : [{ start, end, text }];
}

function collectionEdits(
  edit: TreeEdit,
  { path, ...change }: Change,
  node: Collection,
  wanted: readonly Wanted[],
  before: readonly unknown[],
): TextEdit[] | undefined {
  const inFlow = node.flow === true || change.inFlow;
  const layout = inFlow ? flowLayout(node) : blockLayout(edit, node, before);
  const kept = new Set(wanted.flatMap(({ from }) => (from === undefined ? [] : [from])));
  if (layout === undefined || kept.size === 0) return undefined;
  const inner = wanted.flatMap((each, index) => {
    if (each.from === undefined) return [];
    const [child, step] = [childOf(node, each.from), each.key ?? index];
    const below = { node: child, before: before[each.from], after: each.value, path: [...path, step], inFlow };
    return treeEdits(edit, below) ?? [layout.rewrite(each.from, each)];
  });
  // What is put in at one place stands there in this order: what ends with an entry comes before what follows it.
  return [...inner, ...layout.removals(kept), ...layout.insertions(wanted)];
}

function childOf(node: Collection, index: number): Node | null {
  const item = node.items[index] as Node | Pair<Node, Node | null> | null;
  return item !== null && 'key' in item ? item.value : item;
}
