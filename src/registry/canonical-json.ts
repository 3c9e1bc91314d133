/**
 * JSON in the one form that RFC 8785 (JSON Canonicalization Scheme) gives a value: keys in the order of their UTF-16 units, no white space,
 * numbers and strings as ECMAScript writes them. What its hash is taken of. Fields that are `undefined` are absent.
 * Throws a TypeError on what the RFC refuses: a number that is not finite, half a surrogate pair, what is no JSON.
 */
export function canonicalJson(value: unknown): string {
  return written(value, true);
}

/** The same, for comparing values that may be anything: equal texts where values say the same, and never an error for a text or a number. */
export function canonical(value: unknown): string {
  return written(value, false);
}

function written(value: unknown, strict: boolean): string {
  if (typeof value === 'string') return text(value, strict);
  if (Array.isArray(value)) return `[${value.map((item) => written(item, strict)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    // The sorting without a function compares UTF-16 units. An object made of the sorted keys would not do: it puts whole numbers first.
    const keys = Object.keys(value).sort();
    const fields = value as Readonly<Record<string, unknown>>;
    const present = keys.filter((key) => fields[key] !== undefined);
    return `{${present.map((key) => `${text(key, strict)}:${written(fields[key], strict)}`).join(',')}}`;
  }
  if (strict && !isPlain(value)) throw new TypeError(`${String(value)} is no value of JSON.`);
  return JSON.stringify(value) ?? 'null';
}

function text(value: string, strict: boolean): string {
  if (strict && !value.isWellFormed()) throw new TypeError(`${JSON.stringify(value)} has half a surrogate pair.`);
  return JSON.stringify(value);
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value === 'boolean' || Number.isFinite(value);
}
