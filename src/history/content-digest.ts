import { hash } from 'node:crypto';
import { canonical } from '../registry/canonical-json.ts';

/** What a version of a record says, without where and how it is written. */
export interface VersionContent {
  readonly data: object;
  readonly body?: string | undefined;
}

/** Fields that say how a record is written, and nothing about its subject. */
const LAYOUT = new Set(['schemaVersion']);

/** What a record says, by field, in a form in which equal values are equal texts: comments, order of keys and line ends count for nothing. */
export function contentFields({ data, body }: VersionContent): ReadonlyMap<string, unknown> {
  const fields = Object.entries(data).filter(([key, value]) => value !== undefined && !LAYOUT.has(key));
  if (body !== undefined) fields.push(['body', body.trim()]);
  return new Map(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** 16 hexadecimal digits that change when the content does. */
export function contentDigest(content: VersionContent): string {
  return hash('sha256', canonical([...contentFields(content)])).slice(0, 16);
}
