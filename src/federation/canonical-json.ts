/** Canonical JSON, RFC 8785: no blanks, keys in order of their UTF-16 units. Throws on what JSON has not, lone surrogates among them. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, inner]) => `${canonicalJson(key)}:${canonicalJson(inner)}`).join(',')}}`;
  }
  const isText = typeof value === 'string';
  if ((isText && !value.isWellFormed()) || (typeof value === 'number' && !Number.isFinite(value)))
    throw new RangeError('Not a value of canonical JSON.');
  const text = JSON.stringify(value);
  if (text === undefined) throw new RangeError('Not a value of canonical JSON.');
  return text;
}
