import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLSeq } from 'yaml';
import type { z } from 'zod';
import { KINDS, type Kind } from '../../schema/kinds.ts';
import { YAML_STYLE } from '../format.ts';
import { type RecordSource, readSource, withYaml } from './source.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

const FIELD = 'formerIds';

/**
 * Adds an id to the former ids of a record: one line more, in its place, and all else byte for byte. Where the fields are written in a way
 * that one line cannot be added to, the YAML is written anew. `undefined` where the text is not sound.
 */
export function withFormerId(kind: Kind, text: string, id: string): string | undefined {
  const source = readSource(kind, text);
  if (source === undefined) return undefined;
  const wanted = [...listOf(source.data[FIELD]), id];
  for (const edit of lineEdits(kind, source, id)) {
    const changed = withYaml(source, applyEdits(source.yaml, [edit]));
    if (says(kind, changed, source, wanted)) return changed;
  }
  source.document.set(FIELD, source.document.createNode(wanted));
  return withYaml(source, source.document.toString(YAML_STYLE));
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** True where the changed text says what it said before and has the wanted former ids. */
function says(kind: Kind, text: string, before: RecordSource, wanted: readonly unknown[]): boolean {
  const after = readSource(kind, text);
  if (after === undefined) return false;
  const rest = ({ [FIELD]: _, ...others }: RecordSource['data']) => JSON.stringify(others);
  return rest(after.data) === rest(before.data) && JSON.stringify(after.data[FIELD]) === JSON.stringify(wanted);
}

/** Where the line could go, the best place first. */
function lineEdits(kind: Kind, { document, yaml }: RecordSource, id: string): TextEdit[] {
  if (!isMap(document.contents)) return [];
  const pairs = document.contents.items as Pair<Node, Node | null>[];
  const present = pairs.find((pair) => keyOf(pair) === FIELD);
  if (present !== undefined) return isSeq(present.value) ? [itemEdit(present.value, yaml, id)] : [];
  const order = Object.keys((KINDS[kind].schema as z.ZodObject).shape);
  const next = pairs.find((pair) => order.indexOf(keyOf(pair)) > order.indexOf(FIELD));
  const line = next === undefined ? yaml.length : yaml.lastIndexOf('\n', startOf(next) - 1) + 1;
  // Blank lines above the next field may belong to a text that keeps them.
  const places = next === undefined ? [line] : [aboveComments(yaml, line), line];
  return places.map((at) => insertion(`${FIELD}:\n  - ${id}\n`, yaml, at));
}

function itemEdit(list: YAMLSeq, yaml: string, id: string): TextEdit {
  const [start, end] = list.range ?? [0, 0];
  if (list.flow) return { start: end - 1, end: end - 1, text: list.items.length === 0 ? id : `, ${id}` };
  const last = list.items.at(-1) as Node | undefined;
  const dash = yaml.lastIndexOf('-', (last?.range?.[0] ?? start) - 1);
  const indent = yaml.slice(yaml.lastIndexOf('\n', dash) + 1, dash);
  const lineEnd = yaml.indexOf('\n', last?.range?.[1] ?? end);
  return insertion(`${indent}- ${id}\n`, yaml, lineEnd === -1 ? yaml.length : lineEnd + 1);
}

function insertion(text: string, yaml: string, at: number): TextEdit {
  const lacksBreak = at === yaml.length && !yaml.endsWith('\n');
  return { start: at, end: at, text: lacksBreak ? `\n${text}` : text };
}

/** Comments and blank lines right above a field are about it: what is added goes above them. */
function aboveComments(yaml: string, line: number): number {
  const above = line === 0 ? 0 : yaml.lastIndexOf('\n', line - 2) + 1;
  const isComment = line > 0 && (yaml.startsWith('#', above) || yaml.slice(above, line).trim() === '');
  return isComment ? aboveComments(yaml, above) : line;
}

function startOf(pair: Pair<Node, Node | null>): number {
  return pair.key.range?.[0] ?? 0;
}

function keyOf({ key }: Pair<Node, Node | null>): string {
  return isScalar(key) ? String(key.value) : '';
}
