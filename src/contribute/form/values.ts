import { isFields } from '../../registry/change/data.ts';
import type { ValuePath } from '../../schema/field-meta.ts';

/** What is typed into the form, in the shape of the record: texts may be blank, half-typed, or not what the field takes. */
export type Data = Readonly<Record<string, unknown>>;

/** What stands at a path, or `undefined`. */
export function valueAt(value: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step)
        ? (at as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
}

/** The same data with another value at a path; `undefined` takes a field or an item of a list away. What is on the way is made where it lacks. */
export function withValue(data: Data, path: ValuePath, value: unknown): Data {
  return changed(data, path, value) as Data;
}

function changed(at: unknown, path: ValuePath, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(at) ? [...at] : [];
    const next = changed(list[step], rest, value);
    list.splice(step, 1, ...(next === undefined ? [] : [next]));
    return list;
  }
  const { [step]: old, ...others } = isFields(at) ? at : {};
  const next = changed(old, rest, value);
  // A field that stands already keeps its place.
  if (next === undefined) return others;
  return isFields(at) && Object.hasOwn(at, step) ? { ...at, [step]: next } : { ...others, [step]: next };
}

/**
 * What the record says: the same without what is blank. A line loses the spaces at its ends; a text of several lines stays as it is, since
 * the end of one may be meant.
 */
export function filled(data: Data): Data {
  return (withoutBlanks(data) ?? {}) as Data;
}

function withoutBlanks(value: unknown): unknown {
  if (typeof value === 'string') {
    const text = value.includes('\n') ? value : value.trim();
    return text.trim() === '' ? undefined : text;
  }
  if (Array.isArray(value)) {
    const items = value.map(withoutBlanks).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (!isFields(value)) return value ?? undefined;
  const fields = Object.entries(value)
    .map(([key, inner]) => [key, withoutBlanks(inner)] as const)
    .filter(([, inner]) => inner !== undefined);
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

/** Where in the form a path of the record stands: blank items of a list, which the record has not, are counted. */
export function pathInForm(data: Data, path: ValuePath): ValuePath {
  let at: unknown = data;
  return path.map((step) => {
    const place = typeof step === 'number' && Array.isArray(at) ? (placesOf(at)[step] ?? step) : step;
    at = valueAt(at, [place]);
    return place;
  });
}

function placesOf(list: readonly unknown[]): number[] {
  return [...list.keys()].filter((index) => withoutBlanks(list[index]) !== undefined);
}
