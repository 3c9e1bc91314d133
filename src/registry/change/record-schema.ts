import { z } from 'zod';
import { schemasAt, type ValuePath } from '../../schema/field-meta.ts';
import { KINDS, type Kind } from '../../schema/kinds.ts';
import { tombstoneSchema } from '../../schema/tombstone.ts';
import { type Fields, own } from './data.ts';

/** The schema that a record of a kind follows: its tombstone's where it says that it is one. */
export function schemaOf(kind: Kind, data: Fields): z.ZodObject {
  return own(data, 'state') === undefined ? KINDS[kind].schema : tombstoneSchema;
}

/** The names of the fields of the map at a path, in order; empty where any key may stand there, as in a text by language. */
export function fieldOrder(schema: z.ZodObject, path: ValuePath): string[] {
  return Object.keys(shapeAt(schema, path) ?? {});
}

/**
 * The field by which people tell the items of a list of maps apart: the first that each must have, as `project` in uses and `url` in
 * repositories. `undefined` for a list of anything else.
 */
export function identityField(schema: z.ZodObject, list: ValuePath): string | undefined {
  const shape = Object.entries(shapeAt(schema, [...list, 0]) ?? {});
  return shape.find(([, field]) => !(field instanceof z.ZodOptional))?.[0];
}

function shapeAt(schema: z.ZodObject, path: ValuePath): Readonly<Record<string, z.core.$ZodType>> | undefined {
  const unwrapped = schemasAt(schema, path).map((each) => (each instanceof z.ZodOptional ? each.unwrap() : each));
  return unwrapped.find((each) => each instanceof z.ZodObject)?.shape;
}
