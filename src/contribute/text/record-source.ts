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
  return recordText(form.kind, recordOf(form), form.body.trim());
}
