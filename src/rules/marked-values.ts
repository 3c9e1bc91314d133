import { type FieldMeta, type FieldPath, type FoundValue, fieldsOf, valuesAt } from '../schema/field-meta.ts';
import { KINDS, type Kind } from '../schema/kinds.ts';
import type { Draft } from '../schema/registry.ts';

interface MarkedPath {
  readonly path: FieldPath;
  readonly meta: FieldMeta;
}

const marked = new Map<Kind, readonly MarkedPath[]>();

/** The fields of a kind whose metadata a rule looks at; worked out once a kind. */
function markedFields(kind: Kind): readonly MarkedPath[] {
  const known = marked.get(kind);
  if (known !== undefined) return known;
  const fields = fieldsOf(KINDS[kind].schema)
    .filter(({ meta }) => meta.references ?? meta.mayReference ?? meta.vocabulary ?? meta.notation ?? meta.languageMap)
    .map(({ path, meta }) => ({ path, meta }));
  marked.set(kind, fields);
  return fields;
}

export interface MarkedValue extends FoundValue {
  readonly meta: FieldMeta;
}

/** Every value of a record whose field has metadata that `wanted` accepts, with its place. */
export function markedValues(record: Draft, wanted: (meta: FieldMeta) => boolean): MarkedValue[] {
  return markedFields(record.kind)
    .filter(({ meta }) => wanted(meta))
    .flatMap(({ path, meta }) => valuesAt(record.data, path).map((found) => ({ ...found, meta })));
}
