import { z } from 'zod';
import { EXPECTED } from './expected.ts';
import { KIND_NAMES } from './kinds.ts';
import { day, recordId } from './primitives.ts';

/** The file of the registry folder that holds its history as data. */
export const CHANGES_FILE = 'observed/changes.jsonl';

/** What can happen to a record. */
export const CHANGES = ['added', 'corrected', 'ended', 'renamed', 'confirmed', 'removed'] as const;

/** The first line of the file: how far it tells the history. */
export const changesHeadSchema = z.strictObject({
  schemaVersion: z.literal(1),
  commit: z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, { error: EXPECTED.commitName }),
});

/** Every other line: one thing that happened to one record. */
export const changeEventSchema = z.strictObject({
  day,
  kind: z.enum(KIND_NAMES),
  id: recordId,
  what: z.enum(CHANGES),
  /** Fields of a correction, with the language where a text in one language changed: `license`, `summary.fr`. */
  fields: z.array(z.string().regex(/^[A-Za-z]+(?:\.[A-Za-z0-9-]+)?$/, { error: EXPECTED.fieldName })).optional(),
  /** The id that a renamed record had before. */
  from: recordId.optional(),
  /** Of the record's content after the change, so that a later one shows; a removed record has none. */
  hash: z
    .string()
    .regex(/^[0-9a-f]{16}$/, { error: EXPECTED.hexadecimal })
    .optional(),
});
export type ChangeEvent = z.infer<typeof changeEventSchema>;

/** The history of a registry's records, oldest first; without a commit where there is no file of it. */
export interface ChangeHistory {
  readonly commit?: string;
  readonly events: readonly ChangeEvent[];
}
