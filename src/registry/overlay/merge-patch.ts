import { type Fields, isFields } from '../change/data.ts';

/** A value with a JSON merge patch applied to it: RFC 7396, section 2. Neither is changed; a key `__proto__` stays a key. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isFields(patch)) return patch;
  const merged = new Map(Object.entries(isFields(target) ? target : {}));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), value));
  }
  return Object.fromEntries(merged) satisfies Fields;
}
