import type { ValuePath } from '../../schema/field-meta.ts';

/** One field in which two versions of a record differ: of parsed trees, so that layout and comments count for nothing. */
export interface FieldChange {
  readonly path: ValuePath;
  /** Absent where the field is new. */
  readonly before?: unknown;
  /** Absent where the field is gone. */
  readonly after?: unknown;
}
