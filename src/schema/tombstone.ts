import { z } from 'zod';
import { day, localized, recordId } from './primitives.ts';
import { recordHead } from './shared.ts';
import { line } from './text.ts';

/** What stays in place of a record that was merged or withdrawn: its id is never used again. Holds no personal data. */
export const tombstoneSchema = z.strictObject({
  ...recordHead,
  state: z.literal('tombstone').meta({ title: 'State', description: 'Says that this is a tombstone.' }),
  reason: z.enum(['merged', 'withdrawn', 'duplicate', 'error']).meta({
    title: 'Reason',
    description: 'Why the record is gone.',
    enumeration: 'tombstoneReason',
  }),
  successor: recordId
    .optional()
    .meta({ title: 'Successor', description: 'The record that stands for it now, as an id of the same kind.' }),
  note: localized(line(300)).optional().meta({ title: 'Note', description: 'What happened, in a sentence.' }),
  date: day.optional().meta({ title: 'Date', description: 'The day it was removed.' }),
});
export type Tombstone = z.infer<typeof tombstoneSchema>;

/** True for the data of a tombstone, sound or not: no record has a state. */
export function isTombstone(data: object): boolean {
  return Object.hasOwn(data, 'state');
}
