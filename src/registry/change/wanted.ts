import type { z } from 'zod';
import type { ValuePath } from '../../schema/field-meta.ts';
import { type Fields, own } from './data.ts';
import { alignItems } from './match-items.ts';
import { fieldOrder, identityField } from './record-schema.ts';

/** An entry of a collection as it is to be: what stays, by the index that it had, or what is new. */
export interface Wanted {
  /** A field's name; an item has none. */
  readonly key?: string;
  readonly value: unknown;
  readonly from: number | undefined;
}

/** The fields that stay, in the order in which they stand, and new ones where the schema's order, or the new data's, has them. */
export function wantedFields(schema: z.ZodObject, path: ValuePath, before: readonly string[], after: Fields): Wanted[] {
  const order = fieldOrder(schema, path);
  const asGiven = Object.keys(after);
  const keys = before.filter((key) => Object.hasOwn(after, key));
  const added = asGiven.filter((key) => !keys.includes(key));
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length + asGiven.indexOf(key));
  for (const key of added.toSorted((a, b) => rank(a) - rank(b))) {
    const earlier = keys.filter((each) => rank(each) < rank(key)).toSorted((a, b) => rank(b) - rank(a))[0];
    keys.splice(earlier === undefined ? 0 : keys.indexOf(earlier) + 1, 0, key);
  }
  return keys.map((key) => {
    const from = before.indexOf(key);
    return { key, value: own(after, key), from: from === -1 ? undefined : from };
  });
}

/** The items of a list as they are to be, each with the one that it was. */
export function wantedItems(
  schema: z.ZodObject,
  path: ValuePath,
  before: readonly unknown[],
  after: readonly unknown[],
): Wanted[] {
  const matches = alignItems(before, after, identityField(schema, path));
  return after.map((value, index) => ({ value, from: matches[index] }));
}
