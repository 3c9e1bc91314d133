import type { z } from 'zod';
import type { ValuePath } from '../../schema/field-meta.ts';
import type { Kind } from '../../schema/kinds.ts';
import { type Fields, isFields, keysOfBoth, own, sameData } from './data.ts';
import type { FieldChange } from './field-change.ts';
import { identityOf, pairItems } from './match-items.ts';
import { fieldOrder, identityField, schemaOf } from './record-schema.ts';

/**
 * The fields in which two versions of a record differ, in the order of the schema; none where both say the same. A text in several languages
 * is compared by language, a list of texts by what came and what went, a list of maps by the field that tells its items apart: the step
 * into such a list is what that field says, as in `['uses', 'ca/gc-notify', 'since']`; any other step into a list is the place in the version that has
 * the item. A list whose common items stand in another order is one change of the whole list. A new record is compared with `{}`.
 */
export function compareRecords(kind: Kind, before: Fields, after: Fields): FieldChange[] {
  return compareFields([schemaOf(kind, after), schemaOf(kind, before)], before, after, []);
}

/** The schemas of the new version and of the old one, which are two where a record became a tombstone. */
type Schemas = readonly [z.ZodObject, z.ZodObject];

function compareValues(schemas: Schemas, before: unknown, after: unknown, path: ValuePath): FieldChange[] {
  if (sameData(before, after)) return [];
  const [old, now] = [before ?? emptyLike(after), after ?? emptyLike(before)];
  if (isFields(old) && isFields(now)) {
    const inner = compareFields(schemas, old, now, path);
    return inner.length > 0 ? inner : [changeOf(path, before, after)];
  }
  if (Array.isArray(before) && Array.isArray(after)) return compareItems(schemas, before, after, path);
  return [changeOf(path, before, after)];
}

/** A map that came or went is told by its fields. */
function emptyLike(other: unknown): Fields | undefined {
  return isFields(other) ? {} : undefined;
}

function changeOf(path: ValuePath, before: unknown, after: unknown): FieldChange {
  return { path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

function compareFields(schemas: Schemas, before: Fields, after: Fields, path: ValuePath): FieldChange[] {
  const order = [...new Set(schemas.flatMap((schema) => fieldOrder(schema, path)))];
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return keysOfBoth(before, after)
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((key) => compareValues(schemas, own(before, key), own(after, key), [...path, key]));
}

function compareItems(
  schemas: Schemas,
  before: readonly unknown[],
  after: readonly unknown[],
  path: ValuePath,
): FieldChange[] {
  const identity = identityField(schemas[0], path) ?? identityField(schemas[1], path);
  const pairs = pairItems(before, after, identity);
  const stepOf = (item: unknown, index: number) => identityOf(item, identity) ?? index;
  const taken = new Set(pairs);
  const gone = before.flatMap((item, index) =>
    taken.has(index) ? [] : [changeOf([...path, stepOf(item, index)], item, undefined)],
  );
  const others = after.flatMap((item, index) => {
    const from = pairs[index];
    const place = [...path, stepOf(item, index)];
    return from === undefined ? [changeOf(place, undefined, item)] : compareValues(schemas, before[from], item, place);
  });
  const common = pairs.filter((from) => from !== undefined);
  const isReordered = common.some((from, index) => from < (common[index - 1] ?? 0));
  return [...(isReordered ? [changeOf(path, before, after)] : []), ...gone, ...others];
}
