import { type Document, isScalar, isSeq, type Scalar } from 'yaml';
import { markedValues, type Wanted } from '../../rules/marked-values.ts';
import type { DataPath } from '../../rules/rule.ts';
import type { Kind } from '../../schema/kinds.ts';
import type { Draft } from '../../schema/registry.ts';
import { isTombstone } from '../../schema/tombstone.ts';
import { formatRecord, YAML_STYLE } from '../format.ts';
import { mdxReferences } from './mdx-references.ts';
import { type RecordSource, readSource, withYaml } from './source.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

export interface RecordName {
  readonly kind: Kind;
  readonly id: string;
}

export interface Redirected {
  readonly text: string;
  /** Where it referred, as `uses.0.project`; for components of the text below the fields, `text`. */
  readonly places: readonly string[];
}

const mayRefer: Wanted = ({ references, mayReference }) => references !== undefined || mayReference !== undefined;

/**
 * Leads every reference of one record from the record `from` to the id `to`, of the same kind. All that is no reference stays byte for byte.
 * An item of a list that would stand there twice, or name the record itself, is left out instead; that file is put into canonical form.
 * `undefined` where the text speaks of the id and is not sound, so that nobody can know what it says.
 */
export function redirectReferences(
  record: RecordName,
  text: string,
  from: RecordName,
  to: string,
): Redirected | undefined {
  // An id may be written with escapes, between double quotes.
  if (!text.includes(from.id) && !text.includes('\\')) return { text, places: [] };
  const source = readSource(record.kind, text);
  const body = source === undefined ? undefined : mdxReferences(source.body);
  if (source === undefined || body === undefined) return text.includes(from.id) ? undefined : { text, places: [] };
  const paths = referencePaths(record.kind, source, from);
  const isSelf = record.kind === from.kind && record.id === to;
  const superfluous = paths.filter((path) => isSelf || standsBeside(source.document, path, to)).filter(isItem);
  const named = body.filter(({ kind, id }) => kind === from.kind && id === from.id);
  const edits = [
    ...paths.filter((path) => !superfluous.includes(path)).map((path) => fieldEdit(source, path, from.id, to)),
    ...named.map(({ start, end }) => idEdit(text, source.bodyOffset + start, source.bodyOffset + end, from.id, to)),
  ];
  const places = [...paths.map((path) => path.join('.')), ...named.map(() => 'text')];
  const changed = applyEdits(text, edits);
  return { text: superfluous.length === 0 ? changed : without(record.kind, changed, superfluous), places };
}

function referencePaths(kind: Kind, { data }: RecordSource, { kind: wanted, id }: RecordName): DataPath[] {
  // A tombstone's successor is of its own kind.
  if (isTombstone(data)) return kind === wanted && data['successor'] === id ? [['successor']] : [];
  return markedValues({ kind, data } as Draft, mayRefer)
    .filter(({ value, meta }) => value === id && (meta.references ?? meta.mayReference) === wanted)
    .map(({ path }) => path);
}

function isItem(path: DataPath): boolean {
  return typeof path.at(-1) === 'number';
}

function standsBeside(document: Document.Parsed, path: DataPath, id: string): boolean {
  const list = document.getIn(path.slice(0, -1), true);
  return isSeq(list) && list.items.some((item) => isScalar(item) && item.value === id);
}

function fieldEdit({ text, document, yamlOffset }: RecordSource, path: DataPath, from: string, to: string): TextEdit {
  const [start, end] = (document.getIn(path, true) as Scalar).range ?? [0, 0];
  return idEdit(text, yamlOffset + start, yamlOffset + end, from, to);
}

/** Writes another id in place of one. Keeps the quotes; what escapes wrote is written anew. */
export function idEdit(text: string, start: number, end: number, from: string, to: string): TextEdit {
  const written = text.slice(start, end);
  return { start, end, text: written.includes(from) ? written.replace(from, to) : JSON.stringify(to) };
}

function without(kind: Kind, text: string, paths: readonly DataPath[]): string {
  const source = readSource(kind, text);
  if (source === undefined) throw new Error('What was written by us cannot be read.');
  const { document } = source;
  for (const path of paths.toReversed()) {
    document.deleteIn(path);
    const list = document.getIn(path.slice(0, -1), true);
    if (isSeq(list) && list.items.length === 0) document.deleteIn(path.slice(0, -1));
  }
  const changed = withYaml(source, document.toString(YAML_STYLE));
  return formatRecord(kind, changed) ?? changed;
}
