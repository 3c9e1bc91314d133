import { type Document, isMap, isSeq, type Node } from 'yaml';
import type { z } from 'zod';
import type { ValuePath } from '../../schema/field-meta.ts';
import type { Kind } from '../../schema/kinds.ts';
import { formatRecord, YAML_STYLE } from '../format.ts';
import { readYaml } from '../yaml.ts';
import { withoutBlankEnd } from './blanks.ts';
import type { Page } from './block-layout.ts';
import { type Fields, firstDifference, keysOfBoth, own, sameData, withoutAbsent } from './data.ts';
import { treeEdits } from './edit-tree.ts';
import { schemaOf } from './record-schema.ts';
import { type RecordSource, readSource, readYamlSource, withYaml } from './source.ts';
import { applyEdits } from './text-edit.ts';

export interface EditOptions {
  /** The MDX text below the fields as it is to be; without it, it stays. */
  readonly body?: string;
}

/**
 * The text of a record with other data. Only lines of fields that differ change: comments, order, quotes, blank lines and line ends of all
 * else stay byte for byte, and a record in canonical form stays in it. With a field that goes, comments go that stand right above it or on
 * its lines. Read again, the text says exactly `after`; where editing inside a field would not lead there, the smallest field around it is
 * written anew. `undefined` where the text is not sound YAML, or where YAML cannot say `after`.
 */
export function editRecord(kind: Kind, text: string, after: Fields, options: EditOptions = {}): string | undefined {
  const source = readSource(kind, text);
  if (source === undefined) return undefined;
  const wanted = withoutAbsent(after) as Fields;
  const yaml = sameData(source.data, wanted) ? source.yaml : editedYaml(schemaOf(kind, wanted), source, wanted);
  if (yaml === undefined) return undefined;
  const edited = withBody(source, withYaml(source, yaml), options.body);
  if (edited === text) return text;
  const formatted = formatRecord(kind, edited) ?? edited;
  return formatted === edited || formatRecord(kind, text) === text ? formatted : edited;
}

/** As {@link editRecord}, for a file that is no record, as `registry.yaml`; the order of its fields stays. */
export function editYaml(schema: z.ZodObject, text: string, after: Fields): string | undefined {
  const source = readYamlSource(text);
  if (source === undefined) return undefined;
  const wanted = withoutAbsent(after) as Fields;
  return sameData(source.data, wanted) ? text : editedYaml(schema, source, wanted);
}

function withBody({ body }: RecordSource, text: string, wanted = body): string {
  // Blank lines around the text are no part of what it says.
  if (wanted.trim() === body.trim()) return text;
  return `${text.slice(0, text.length - body.length)}\n${wanted.trim()}\n`;
}

function editedYaml(schema: z.ZodObject, source: RecordSource, after: Fields): string | undefined {
  const whole = new Set<string>();
  for (;;) {
    const edited = attempt(schema, source, after, whole);
    if (edited === undefined) break;
    const difference = firstDifference(readYaml('', edited).value, after);
    if (difference === undefined) return edited;
    const next = smallestEnclosing(difference, source.data, after, whole);
    if (next === undefined) break;
    whole.add(next);
  }
  const anew = writtenAnew(source, after);
  return sameData(readYaml('', anew).value, after) ? anew : undefined;
}

function attempt(
  schema: z.ZodObject,
  source: RecordSource,
  after: Fields,
  whole: ReadonlySet<string>,
): string | undefined {
  const { document, yaml, data } = source;
  const isWhole = (path: ValuePath) => whole.has(JSON.stringify(path));
  const edit = { ...pageOf(source), schema, isWhole };
  const change = { node: document.contents, before: data, after, path: [], inFlow: false };
  const edits = treeEdits(edit, change);
  return edits === undefined ? undefined : withEndOf(yaml, applyEdits(edit.text, edits));
}

/** The line break that was put behind a last line without one goes again, where that line is still the last one. */
function withEndOf(yaml: string, edited: string): string {
  const last = (text: string, at: number) => withoutBlankEnd(text.split('\n').at(at) ?? '');
  const isSame = !yaml.endsWith('\n') && last(edited, -2) === last(yaml, -1);
  return isSame ? edited.replace(/\r?\n$/, '') : edited;
}

/** The next field to be written as a whole: the smallest around a difference that was not yet. Where the text became no YAML, any that changes. */
function smallestEnclosing(difference: ValuePath, before: Fields, after: Fields, whole: ReadonlySet<string>) {
  const around = difference.map((_, index) => difference.slice(0, difference.length - index));
  const changed = keysOfBoth(before, after).filter((key) => !sameData(own(before, key), own(after, key)));
  const candidates = difference.length > 0 ? around : changed.map((key) => [key]);
  return candidates.map((path) => JSON.stringify(path)).find((path) => !whole.has(path));
}

/** The last resort: the library writes the whole YAML. */
function writtenAnew({ document: { contents }, yaml }: RecordSource, after: Fields): string {
  const { document } = readYaml('', yaml);
  if (document === undefined || contents === null) return yaml;
  for (const key of Object.keys(document.toJS() as Fields)) if (!Object.hasOwn(after, key)) document.delete(key);
  for (const [key, value] of Object.entries(after))
    if (!sameData(document.toJS()[key], value)) document.set(key, document.createNode(value));
  return document.toString(YAML_STYLE);
}

/** How the author of a record writes: line ends, and the indentation of the first field that has lines below it. */
function pageOf({ yaml, document }: RecordSource): Page {
  const lineBreak = yaml.includes('\r\n') ? '\r\n' : '\n';
  const text = yaml.endsWith('\n') ? yaml : yaml + lineBreak;
  return { text, lineBreak, ...indentationOf(yaml, document) };
}

function indentationOf(yaml: string, { contents }: Document.Parsed): { indent: number; indentSeq: boolean } {
  const values = isMap(contents) ? contents.items.map(({ value }) => value as Node | null) : [];
  const columns = values.flatMap((value) => {
    if (!(isMap(value) || isSeq(value)) || value.flow) return [];
    const [start] = value.range ?? [0];
    return [{ isList: isSeq(value), column: start - (yaml.lastIndexOf('\n', start - 1) + 1) }];
  });
  return {
    indent: columns.find(({ column }) => column > 0)?.column ?? YAML_STYLE.indent,
    indentSeq: columns.find(({ isList }) => isList)?.column !== 0,
  };
}
