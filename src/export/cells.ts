import { canonical } from '../registry/canonical-json.ts';
import type { FieldPath } from '../schema/field-meta.ts';
import type { AnyRecord } from '../schema/registry.ts';

/** What a cell holds, before it is text: nothing, a text, or a number. */
export type Value = string | number | undefined;

/** Between the values of a list; within a value it has a backslash before it, as a backslash has. */
export const SEPARATOR = '|';

/** The value at a place in a record's data, lists not entered; `undefined` where nothing stands. */
export function valueAt(data: unknown, path: FieldPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value;
}

/** A text or number as it is, a truth value as `true` or `false`. Anything else is not one value. */
export function oneValue(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number') return value;
  return typeof value === 'boolean' ? String(value) : undefined;
}

/** The values of a list with {@link SEPARATOR} between them, such that they can be told apart again. */
export function joined(values: unknown): Value {
  if (!Array.isArray(values)) return undefined;
  return values.map((value) => String(value).replace(/[\\|]/g, String.raw`\$&`)).join(SEPARATOR);
}

/** JSON without white space, with its keys in order: the same value is the same text. */
export function json(value: unknown): Value {
  return value === undefined ? undefined : canonical(value);
}

/** What a record has under `extensions` beside the fields of this copy, by zone; `undefined` where there is nothing. */
export function foreignExtensions(
  extensions: AnyRecord['data']['extensions'],
  isOwn: (zone: string, key: string, value: unknown) => boolean,
): unknown {
  const rest = Object.entries(extensions ?? {}).flatMap(([zone, fields]) => {
    const foreign = Object.entries(fields).filter(([key, value]) => !isOwn(zone, key, value));
    return foreign.length === 0 ? [] : [[zone, Object.fromEntries(foreign)] as const];
  });
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}

/** The languages of a text: the given ones in their order, then others in which some record has it, in order of their tags. */
export function languagesAt(records: readonly AnyRecord[], path: FieldPath, languages: readonly string[]): string[] {
  const others = new Set<string>();
  for (const { data } of records) {
    const map = valueAt(data, path);
    if (typeof map === 'object' && map !== null) for (const language of Object.keys(map)) others.add(language);
  }
  return [...languages, ...[...others].filter((language) => !languages.includes(language)).sort()];
}
