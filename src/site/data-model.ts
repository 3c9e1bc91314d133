import { type Field, fieldsOf } from '../schema/field-meta.ts';
import { SCHEMAS } from '../schema/schemas.ts';

/** The fields that a page of the data model lists: the ones with a title of their own, each path once. */
export function documentedFields(name: string): Field[] {
  const schema = SCHEMAS[name];
  if (schema === undefined) throw new Error(`no schema ${name}`);
  const seen = new Set<string>();
  return fieldsOf(schema).filter(({ path, meta }) => {
    const key = path.join('.');
    const first = meta.title !== undefined && !seen.has(key);
    seen.add(key);
    return first;
  });
}

/** A path as people write it: `partners[].organization`. */
export function shownPath(path: readonly string[]): string {
  return path.reduce((shown, step) => (step === '*' ? `${shown}[]` : shown === '' ? step : `${shown}.${step}`), '');
}
