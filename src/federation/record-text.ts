import { stringify } from 'yaml';
import { canonicalJson } from '../registry/canonical-json.ts';
import type { Fields } from '../registry/change/data.ts';
import { readSource } from '../registry/change/source.ts';
import { formatRecord, YAML_STYLE } from '../registry/format.ts';
import { KINDS, type Kind } from '../schema/kinds.ts';
import type { Sha256 } from './protocol.ts';

/** What a record says: its fields, and its text where its kind has one. */
export interface RecordContent {
  readonly data: Fields;
  readonly body?: string;
}

/** The file of a record that came from elsewhere, in canonical form; `undefined` where it cannot be written so that it reads the same. */
export function recordText(kind: Kind, { data, body = '' }: RecordContent): string | undefined {
  const yaml = stringify(data, { ...YAML_STYLE, aliasDuplicateObjects: false });
  return formatRecord(kind, KINDS[kind].ending === 'mdx' ? `---\n${yaml}---\n\n${body.trim()}\n` : yaml);
}

/** What a file says, as it is published; `undefined` where it is not sound YAML. */
export function contentOf(kind: Kind, text: string): RecordContent | undefined {
  const source = readSource(kind, text);
  if (source === undefined) return undefined;
  const { data, body } = source;
  return KINDS[kind].ending !== 'mdx' || Object.hasOwn(data, 'state') ? { data } : { data, body: body.trim() };
}

/** The hash under which a copy publishes this content; `undefined` where it could not. */
export function contentHash(kind: Kind, id: string, content: RecordContent, sha256: Sha256): string | undefined {
  const { data, body } = content;
  const schemaVersion = data['schemaVersion'];
  if (schemaVersion === undefined) return undefined;
  return sha256(new TextEncoder().encode(canonicalJson({ id, kind, schemaVersion, data, body })));
}

/** The hash of what a file says; comments and order count for nothing. `undefined` where it cannot be read. */
export function fileHash(kind: Kind, id: string, text: string, sha256: Sha256): string | undefined {
  const content = contentOf(kind, text);
  return content === undefined ? undefined : contentHash(kind, id, content, sha256);
}
