import { z } from 'zod';

/** What a field's `.meta()` may say beyond `title` and `description`; rules, form and JSON Schema read it. */
export interface FieldMeta {
  readonly title?: string;
  /** One sentence of help, in English. */
  readonly description?: string;
  /** The value is the id of a record of this kind, which must exist. */
  readonly references?: string;
  /** The value is the id of a record of this kind, or free text. */
  readonly mayReference?: string;
  /** The value is a term of this vocabulary in `registry/vocabularies/`. */
  readonly vocabulary?: string;
  /** The value is one of a closed list whose labels are the interface strings `<enumeration>.<value>`. */
  readonly enumeration?: string;
  /** The value's notation, checked by the rule of that name. */
  readonly notation?: 'spdx' | 'country' | 'language' | 'zone' | 'markdown' | 'email' | 'currency' | 'date';
  /** The date may lie ahead: the end of a contract, of a programme. */
  readonly mayBeFuture?: boolean;
  /** The keys of this map are language tags. */
  readonly languageMap?: boolean;
}

/** A place in a record: property names, and `*` for every item of a list or every value of a map. */
export type FieldPath = readonly string[];

export interface Field {
  readonly path: FieldPath;
  readonly schema: z.core.$ZodType;
  readonly meta: FieldMeta;
  readonly required: boolean;
}

/** The metadata that a schema, what it wraps in `optional`, or a form of a union that is a field of its own kind was given. */
export function metaOf(schema: z.core.$ZodType): FieldMeta {
  const inner =
    schema instanceof z.ZodOptional ? [schema.unwrap()] : schema instanceof z.ZodUnion ? schema.options : [];
  return Object.assign({}, ...inner.map(metaOf), z.globalRegistry.get(schema)) as FieldMeta;
}

/** Every field of a schema, parents before children, in the order in which the schema declares them. */
export function fieldsOf(schema: z.core.$ZodType, path: FieldPath = []): Field[] {
  if (schema instanceof z.ZodOptional) return fieldsOf(schema.unwrap(), path);
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape as Record<string, z.core.$ZodType>).flatMap(([key, value]) =>
      fieldWithChildren(value, [...path, key]),
    );
  }
  if (schema instanceof z.ZodArray) return fieldWithChildren(schema.element, [...path, '*']);
  if (schema instanceof z.ZodRecord) return fieldWithChildren(schema.valueType, [...path, '*']);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => fieldsOf(option, path));
  return [];
}

function fieldWithChildren(schema: z.core.$ZodType, path: FieldPath): Field[] {
  const field = { path, schema, meta: metaOf(schema), required: !(schema instanceof z.ZodOptional) };
  return [field, ...fieldsOf(schema, path)];
}

/** Steps from a record to one of its values. */
export type ValuePath = readonly (string | number)[];

/** The schemas that a value at a path may have: more than one where a union is on the way. */
export function schemasAt(schema: z.core.$ZodType, path: ValuePath): z.core.$ZodType[] {
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  if (schema instanceof z.ZodOptional) return schemasAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => schemasAt(option, path));
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Record<string, z.core.$ZodType>;
    const child = Object.hasOwn(shape, step) ? shape[String(step)] : undefined;
    return child === undefined ? [] : schemasAt(child, rest);
  }
  if (schema instanceof z.ZodArray) return schemasAt(schema.element, rest);
  if (schema instanceof z.ZodRecord) return schemasAt(schema.valueType, rest);
  return [];
}

/** Calls `visit` with every value that stands in `data` at a field's path; not at all where the record leaves the field out. */
export function visitValues(data: unknown, path: FieldPath, visit: (value: unknown, path: ValuePath) => void): void {
  // One trail for the whole walk, copied for what is found only: a registry's rules take millions of steps.
  const trail: (string | number)[] = [];
  const descend = (value: unknown, depth: number): void => {
    if (value === undefined || value === null) return;
    const step = path[depth];
    if (step === undefined) visit(value, [...trail]);
    else if (typeof value !== 'object') return;
    else if (step !== '*') enter((value as Record<string, unknown>)[step], step, depth);
    else if (Array.isArray(value)) for (const [index, item] of value.entries()) enter(item, index, depth);
    else for (const [key, item] of Object.entries(value)) enter(item, key, depth);
  };
  const enter = (value: unknown, step: string | number, depth: number): void => {
    trail.push(step);
    descend(value, depth + 1);
    trail.pop();
  };
  descend(data, 0);
}
