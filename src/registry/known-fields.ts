import type { Finding } from '../rules/rule.ts';

/**
 * The data without the fields that findings call unknown: what a newer program wrote into a record of another copy, which is kept in the
 * file and means nothing here.
 */
export function withoutUnknownFields<T>(data: T, findings: readonly Finding[]): T {
  const copy = structuredClone(data);
  for (const { rule, path = [] } of findings) {
    if (rule !== 'unknown-field') continue;
    const holder = path.slice(0, -1).reduce<unknown>((value, step) => stepInto(value, step), copy);
    const key = path.at(-1);
    if (typeof holder === 'object' && holder !== null && key !== undefined) Reflect.deleteProperty(holder, key);
  }
  return copy;
}

function stepInto(value: unknown, step: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as Record<string | number, unknown>)[step]
    : undefined;
}
