import { z } from 'zod';
import { type FieldMeta, metaOf } from '../../schema/field-meta.ts';
import { KINDS, type Kind } from '../../schema/kinds.ts';
import type { Control, FormField, Source, TextInput } from './field.ts';

/** The fields of a kind as a form: everything comes from the schema and its `.meta()`. Throws on a type that no control is made for. */
export function formFields(kind: Kind): FormField[] {
  return fieldsIn(KINDS[kind].schema, `schema.${kind}`);
}

function fieldsIn({ shape }: z.ZodObject, prefix: string): FormField[] {
  return Object.entries(shape as Record<string, z.core.$ZodType>).map(([name, schema]) => {
    const key = `${prefix}.${name}`;
    return { name, label: { key }, required: !(schema instanceof z.ZodOptional), control: controlOf(schema, key) };
  });
}

function controlOf(schema: z.core.$ZodType, key: string): Control {
  const meta = metaOf(schema);
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  if (inner instanceof z.ZodOptional) return controlOf(inner, key);
  if (inner instanceof z.ZodLiteral) return { control: 'fixed' };
  if (inner instanceof z.ZodObject) return { control: 'group', fields: fieldsIn(inner, key) };
  if (inner instanceof z.ZodArray) return listControl(inner.element, `${key}.*`);
  if (inner instanceof z.ZodBoolean) return { control: 'yes-no' };
  if (inner instanceof z.ZodRecord) return mapControl(inner, meta);
  const source = sourceOf(inner, meta);
  if (source !== undefined) return { control: 'choice', source };
  if (inner instanceof z.ZodUnion && meta.notation !== 'date') return unionControl(inner, key);
  return { control: 'text', input: textInput(inner, meta), ...maxOf(inner) };
}

function listControl(element: z.core.$ZodType, key: string): Control {
  if (element instanceof z.ZodObject) return { control: 'list', fields: fieldsIn(element, key) };
  const source = sourceOf(element, metaOf(element));
  if (source !== undefined) return { control: 'choices', source };
  return { control: 'texts', input: textInput(element, metaOf(element)) };
}

function mapControl({ valueType }: z.ZodRecord, { languageMap }: FieldMeta): Control {
  if (languageMap !== true) return { control: 'extensions' };
  const lines = textInput(valueType, metaOf(valueType)) === 'lines';
  return { control: 'localized', lines, plain: false, ...maxOf(valueType) };
}

/** A text, or one for each language: the only union beside dates. */
function unionControl({ options }: z.ZodUnion, key: string): Control {
  const map = options.find((option) => option instanceof z.ZodRecord);
  const text = options.some((option) => option instanceof z.ZodString);
  if (options.length !== 2 || map === undefined || !text) throw new Error(`The form has no control for ${key}.`);
  return { ...(mapControl(map, metaOf(map)) as Extract<Control, { control: 'localized' }>), plain: true };
}

function sourceOf(schema: z.core.$ZodType, meta: FieldMeta): Source | undefined {
  if (schema instanceof z.ZodEnum)
    return { from: 'enumeration', name: meta.enumeration ?? '', values: schema.options.map(String) };
  if (meta.vocabulary !== undefined) return { from: 'vocabulary', name: meta.vocabulary };
  const kind = meta.references ?? meta.mayReference;
  if (kind !== undefined && kind in KINDS)
    return { from: 'records', kind: kind as Kind, free: meta.references === undefined };
  switch (meta.notation) {
    case 'country':
    case 'language':
    case 'currency':
    case 'zone':
    case 'spdx':
      return { from: meta.notation };
    default:
      return undefined;
  }
}

function textInput(schema: z.core.$ZodType, { notation }: FieldMeta): TextInput {
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodISODate) return 'day';
  if (notation === 'date') return 'date';
  if (notation === 'email') return 'email';
  if (notation === 'markdown') return 'lines';
  if (schema instanceof z.ZodISODateTime) return 'time';
  if (metaFormat(schema) === 'uri') return 'url';
  return (maxOf(schema).max ?? 0) > LONGEST_LINE ? 'lines' : 'line';
}

/** Texts that may be longer than this are given room for several lines. */
const LONGEST_LINE = 500;

function metaFormat(schema: z.core.$ZodType): unknown {
  return (z.globalRegistry.get(schema) as { format?: unknown } | undefined)?.format;
}

function maxOf(schema: z.core.$ZodType): { max?: number } {
  const max = schema instanceof z.ZodString ? schema.maxLength : null;
  return max === null ? {} : { max };
}
