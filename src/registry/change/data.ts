/** The fields of a record or of a map in it, as the parser gives them. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value has named fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for what stands in a record as one value: text, number, true or false, null. */
export function isLeaf(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** True where two values say the same; the order of keys counts for nothing, and a key without a value is none. */
export function sameData(a: unknown, b: unknown): boolean {
  return firstDifference(a, b) === undefined;
}

/** The path to the first value in which two trees differ; `undefined` where they say the same. */
export function firstDifference(a: unknown, b: unknown): (string | number)[] | undefined {
  if (Array.isArray(a) && Array.isArray(b)) {
    const length = Math.max(a.length, b.length);
    return firstBelow(Array.from({ length }, (_, index) => [index, a[index], b[index]]));
  }
  if (!isFields(a) || !isFields(b)) return Object.is(a, b) ? undefined : [];
  return firstBelow(keysOfBoth(a, b).map((key) => [key, own(a, key), own(b, key)]));
}

function firstBelow(children: readonly (readonly [string | number, unknown, unknown])[]) {
  for (const [step, a, b] of children) {
    const below = firstDifference(a, b);
    if (below !== undefined) return [step, ...below];
  }
  return undefined;
}

/** The keys of two maps, those of the second first. */
export function keysOfBoth(a: Fields, b: Fields): string[] {
  return [...new Set([...Object.keys(b), ...Object.keys(a)])];
}

/** A field's own value: never what every object has by its prototype. */
export function own(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/** The tree without keys that have no value, which YAML cannot write. */
export function withoutAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAbsent);
  if (!isFields(value)) return value;
  const present = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(present.map(([key, inner]) => [key, withoutAbsent(inner)]));
}
