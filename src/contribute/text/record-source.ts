import { editRecord } from '../../registry/change/edit-record.ts';
import { readSource } from '../../registry/change/source.ts';
import { recordText } from '../../registry/record-text.ts';
import type { Kind } from '../../schema/kinds.ts';
import { type FormState, recordOf } from '../form/form-state.ts';
import type { Data } from '../form/values.ts';

/** A record's text as the form takes it; `undefined` where it is not sound YAML. */
export function readRecord(kind: Kind, text: string): { values: Data; body: string } | undefined {
  const source = readSource(kind, text);
  if (source === undefined) return undefined;
  const { schemaVersion: _, ...values } = source.data;
  return { values, body: source.body };
}

/** The file that the form makes: a new one, or the published one with only what differs rewritten. */
export function textOfForm(form: FormState): string {
  const { kind, original, body } = form;
  const record = recordOf(form);
  const edited = original === undefined ? undefined : editRecord(kind, original.text, record, { body });
  // What editing cannot do, writing anew does: the check of the proposal shows what that changes.
  return edited ?? recordText(kind, record, body.trim());
}
