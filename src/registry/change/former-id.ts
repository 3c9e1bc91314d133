import type { Kind } from '../../schema/kinds.ts';
import { editRecord } from './edit-record.ts';
import { readSource } from './source.ts';

const FIELD = 'formerIds';

/** Adds an id to the former ids of a record: one line more, in its place, and all else byte for byte. `undefined` where the text is not sound. */
export function withFormerId(kind: Kind, text: string, id: string): string | undefined {
  const data = readSource(kind, text)?.data;
  const former = Array.isArray(data?.[FIELD]) ? data[FIELD] : [];
  return data === undefined ? undefined : editRecord(kind, text, { ...data, [FIELD]: [...former, id] });
}
