import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { z } from 'zod';
import { MAX_FILE_BYTES } from '../rules/shape-rules.ts';
import { KINDS, type Kind } from '../schema/kinds.ts';
import { tombstoneSchema } from '../schema/tombstone.ts';
import { findUnsafeCharacters } from '../schema/unsafe-characters.ts';
import { splitFrontMatter } from './front-matter.ts';
import { schemaComment, withoutSchemaComment } from './schema-comment.ts';
import { readYaml } from './yaml.ts';

/**
 * How records are written, for every writer of them. Nothing is folded: yaml 2.9 tears a surrogate pair where it folds a line, and writes a
 * wrong backslash where a line of a text between quotes is one blank.
 */
export const YAML_STYLE = {
  lineWidth: 0,
  indent: 2,
  flowCollectionPadding: false,
  doubleQuotedMinMultiLineLength: MAX_FILE_BYTES,
} as const;

const MAX_PASSES = 4;

/**
 * A record in its canonical form: UTF-8 text with LF, the schema comment, fields in the schema's order, two spaces of indentation. Comments
 * and values stay. Text that is not sound YAML comes back as `undefined`: what cannot be read must not be rewritten. Idempotent.
 */
export function formatRecord(kind: Kind, text: string): string | undefined {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const parts = KINDS[kind].ending === 'mdx' ? splitFrontMatter(plain) : undefined;
  if (KINDS[kind].ending === 'mdx' && parts === undefined) return undefined;
  const yaml = settled(parts?.yaml ?? plain, (source) => formatYaml(kind, source));
  if (yaml === undefined) return undefined;
  return parts === undefined ? yaml : `---\n${yaml}---\n\n${parts.body.trim()}\n`;
}

/** Writes what it wrote again until nothing changes: yaml 2.9 moves some comments twice, as the one behind a field without a value. */
function settled(text: string, write: (text: string) => string | undefined): string | undefined {
  let written = write(text);
  for (let pass = 0; written !== undefined && pass < MAX_PASSES; pass++) {
    const again = write(written);
    if (again === written) return written;
    written = again;
  }
  return undefined;
}

function formatYaml(kind: Kind, text: string): string | undefined {
  // Larger files and ones with unsafe characters are refused anyway; writing the latter would hide them in escapes.
  if (text.length > MAX_FILE_BYTES || findUnsafeCharacters(text).length > 0) return undefined;
  const { document, findings } = readYaml('', withoutSchemaComment(text));
  if (document === undefined || findings.length > 0 || !isMap(document.contents)) return undefined;
  const schema = document.has('state') ? tombstoneSchema : KINDS[kind].schema;
  order(document.contents, schema);
  const body = document.toString(YAML_STYLE);
  return `${schemaComment(kind)}${body}`;
}

/** Puts the fields of a map into the order of its schema; unknown ones keep their order, at the end. */
function order(node: Node | null, schema: z.core.$ZodType): void {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  if (isSeq(node) && inner instanceof z.ZodArray) {
    for (const item of node.items) order(item as Node | null, inner.element);
  } else if (isMap(node) && inner instanceof z.ZodObject) {
    const shape = inner.shape as Record<string, z.core.$ZodType>;
    sortFields(node, Object.keys(shape));
    for (const pair of node.items) {
      const child = shape[keyOf(pair)];
      if (child !== undefined) order(pair.value as Node | null, child);
    }
  }
}

function sortFields(map: YAMLMap, keys: readonly string[]): void {
  const rank = (pair: Pair) => {
    const index = keys.indexOf(keyOf(pair));
    return index === -1 ? keys.length : index;
  };
  const sorted = map.items.toSorted((a, b) => rank(a) - rank(b));
  // A comment above the first field belongs to the map, and would be left behind when that field moves.
  if (sorted[0] !== map.items[0] && map.commentBefore) {
    const first = map.items[0]?.key;
    if (isScalar(first)) first.commentBefore = map.commentBefore;
    map.commentBefore = null;
  }
  map.items = sorted;
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

/** Data with the fields of each map in the order in which {@link formatRecord} writes them. */
export function inSchemaOrder(data: unknown, schema: z.core.$ZodType): unknown {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  if (Array.isArray(data) && inner instanceof z.ZodArray) return data.map((item) => inSchemaOrder(item, inner.element));
  if (typeof data !== 'object' || data === null || Array.isArray(data) || !(inner instanceof z.ZodObject)) return data;
  const shape = inner.shape as Record<string, z.core.$ZodType>;
  const keys = [
    ...Object.keys(shape).filter((key) => Object.hasOwn(data, key)),
    ...Object.keys(data).filter((key) => !Object.hasOwn(shape, key)),
  ];
  const fields = data as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    keys.map((key) => {
      const child = Object.hasOwn(shape, key) ? shape[key] : undefined;
      return [key, child === undefined ? fields[key] : inSchemaOrder(fields[key], child)];
    }),
  );
}
