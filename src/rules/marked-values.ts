import { type FieldMeta, type FieldPath, fieldsOf, type ValuePath, visitValues } from '../schema/field-meta.ts';
import { KINDS, type Kind } from '../schema/kinds.ts';
import type { Draft } from '../schema/registry.ts';

/** Which fields a rule looks at. Which ones these are is remembered by the function: give the same one for every record. */
export type Wanted = (meta: FieldMeta) => boolean;

interface MarkedPath {
  readonly path: FieldPath;
  readonly meta: FieldMeta;
}

const marked = new WeakMap<Wanted, Map<Kind, readonly MarkedPath[]>>();

/** The fields of a kind that a rule looks at; worked out once a rule and kind. */
function markedFields(kind: Kind, wanted: Wanted): readonly MarkedPath[] {
  const byKind = marked.get(wanted) ?? new Map<Kind, readonly MarkedPath[]>();
  marked.set(wanted, byKind);
  const known = byKind.get(kind);
  if (known !== undefined) return known;
  const fields = fieldsOf(KINDS[kind].schema)
    .filter(({ meta }) => wanted(meta))
    .map(({ path, meta }) => ({ path, meta }));
  byKind.set(kind, fields);
  return fields;
}

export interface MarkedValue {
  readonly value: unknown;
  readonly path: ValuePath;
  readonly meta: FieldMeta;
}

/** Every value of a record whose field has metadata that `wanted` accepts, with its place. */
export function markedValues(record: Draft, wanted: Wanted): MarkedValue[] {
  const found: MarkedValue[] = [];
  for (const { path: field, meta } of markedFields(record.kind, wanted))
    visitValues(record.data, field, (value, path) => found.push({ value, path, meta }));
  return found;
}
