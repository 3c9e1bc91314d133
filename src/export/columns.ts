import { z } from 'zod';
import { takesValue } from '../rules/extension-field.ts';
import type { ExtensionField } from '../schema/config.ts';
import { type FieldPath, metaOf } from '../schema/field-meta.ts';
import { KINDS, type Kind } from '../schema/kinds.ts';
import type { AnyRecord, Registry } from '../schema/registry.ts';
import { foreignExtensions, joined, json, languagesAt, oneValue, type Value, valueAt } from './cells.ts';

/**
 * What stands in a column. `value`: one value. `text`: a text in one language. `list`: values with {@link SEPARATOR} between them.
 * `each`: a list with one value of each item of a list. `count`: the number of items of that list. `json`: all of it as JSON.
 */
export type ColumnForm = 'value' | 'text' | 'list' | 'each' | 'count' | 'json';

/** What the columns of a field of the schema, or of a field of the copy's own, have in common. */
export interface ColumnGroup {
  /** The field in the schema, as in the keys of its words; empty for what every record has beside its fields. */
  readonly path: FieldPath;
  readonly form: ColumnForm;
  /** A field that this copy declares in `registry.yaml`. */
  readonly own?: ExtensionField;
  readonly columns: readonly Column[];
}

export interface Column {
  readonly name: string;
  readonly cell: (record: AnyRecord) => Value;
}

/** The columns of a kind of record, in the order of its schema; the languages are those of the registry, then others that its records have. */
export function columnGroups(registry: Registry, kind: Kind): ColumnGroup[] {
  const records = registry.records.filter((record) => record.kind === kind);
  const { schema, ending } = KINDS[kind];
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
  const fields = Object.entries(shape).flatMap(([key, field]) =>
    key === 'extensions' ? ownColumns(registry, kind) : fieldColumns(field, [key], records, registry.config.languages),
  );
  return [
    beside('id', ({ id }) => id),
    beside('zone', ({ zone }) => zone),
    ...fields,
    ...(ending === 'mdx' ? [beside('body', ({ body }) => body?.trim())] : []),
  ];
}

function beside(name: string, cell: Column['cell']): ColumnGroup {
  return { path: [], form: 'value', columns: [{ name, cell }] };
}

/** Throws where a schema has something that no column holds: a new kind of field is never left out in silence. */
function fieldColumns(
  schema: z.core.$ZodType,
  path: FieldPath,
  records: readonly AnyRecord[],
  languages: readonly string[],
): ColumnGroup[] {
  const inner = required(schema);
  const name = path.join('.');
  if (isScalar(inner)) return [group(path, 'value', name, (data) => oneValue(valueAt(data, path)))];
  if (inner instanceof z.ZodUnion)
    return inner.options.flatMap((option) => fieldColumns(option, path, records, languages));
  if (inner instanceof z.ZodObject)
    return Object.entries(inner.shape as Record<string, z.core.$ZodType>).flatMap(([key, field]) =>
      fieldColumns(field, [...path, key], records, languages),
    );
  if (inner instanceof z.ZodRecord && metaOf(inner).languageMap === true) return [texts(path, records, languages)];
  if (inner instanceof z.ZodArray) return listColumns(inner, path);
  throw new TypeError(`${name}: no column is known for a field of this form.`);
}

function texts(path: FieldPath, records: readonly AnyRecord[], languages: readonly string[]): ColumnGroup {
  const columns = languagesAt(records, path, languages).map((language) => ({
    name: [...path, language].join('.'),
    cell: ({ data }: AnyRecord) => oneValue(valueAt(data, [...path, language])),
  }));
  return { path, form: 'text', columns };
}

/** Of a list of values one column; of a list of objects their number, what each of them must state, and all of it. */
function listColumns(schema: z.ZodArray, path: FieldPath): ColumnGroup[] {
  const item = required(schema.element);
  const name = path.join('.');
  if (isScalar(item)) return [group(path, 'list', name, (data) => joined(valueAt(data, path)))];
  if (!(item instanceof z.ZodObject)) throw new TypeError(`${name}: no column is known for a list of this form.`);
  const stated = Object.entries(item.shape as Record<string, z.core.$ZodType>).filter(([, field]) => isScalar(field));
  return [
    group(path, 'count', `${name}.count`, (data) => itemsAt(data, path)?.length),
    ...stated.map(([key]) =>
      group([...path, '*', key], 'each', `${name}.${key}`, (data) =>
        joined(itemsAt(data, path)?.map((each) => valueAt(each, [key]))),
      ),
    ),
    group(path, 'json', name, (data) => json(itemsAt(data, path))),
  ];
}

function itemsAt(data: unknown, path: FieldPath): readonly unknown[] | undefined {
  const items = valueAt(data, path);
  return Array.isArray(items) && items.length > 0 ? items : undefined;
}

/** A column for each field that this copy declares for the kind, and one for all that its records have beside. */
function ownColumns(registry: Registry, kind: Kind): ColumnGroup[] {
  const declared = Object.entries(registry.config.extensions ?? {}).flatMap(([zone, fields]) =>
    fields.filter(({ kinds }) => kinds.includes(kind)).map((field) => ({ zone, field })),
  );
  // A key that is declared twice is an error of the settings, and still one column.
  const once = new Map(declared.toReversed().map((each) => [`extensions.${each.zone}.${each.field.key}`, each]));
  const isOwn = (zone: string, key: string, value: unknown) => {
    const field = once.get(`extensions.${zone}.${key}`)?.field;
    return field !== undefined && takesValue(field, value);
  };
  const own = [...once].toReversed().map(([name, { zone, field }]): ColumnGroup => {
    const cell = ({ data }: AnyRecord): Value => {
      const value = valueAt(data, ['extensions', zone, field.key]);
      // A record of another copy may say anything here: what the field does not take stands in the last column.
      if (!takesValue(field, value)) return undefined;
      return Array.isArray(value) ? joined(value) : oneValue(value);
    };
    const form = field.type === 'choices' ? 'list' : 'value';
    return { path: ['extensions'], form, own: field, columns: [{ name, cell }] };
  });
  const rest = ({ extensions }: AnyRecord['data']) => json(foreignExtensions(extensions, isOwn));
  return [...own, group(['extensions'], 'json', 'extensions', rest)];
}

function group(path: FieldPath, form: ColumnForm, name: string, cell: (data: AnyRecord['data']) => Value): ColumnGroup {
  return { path, form, columns: [{ name, cell: ({ data }) => cell(data) }] };
}

function required(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? required(schema.unwrap()) : schema;
}

/** One text, number or truth value. What may be left out is none: in a list beside another, its place would be lost. */
function isScalar(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodUnion) return schema.options.every(isScalar);
  return SCALARS.has(schema._zod.def.type);
}

const SCALARS: ReadonlySet<string> = new Set(['string', 'number', 'int', 'boolean', 'enum', 'literal', 'date']);
