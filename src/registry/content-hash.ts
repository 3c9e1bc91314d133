import { isTombstone } from '../schema/tombstone.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Fields } from './change/data.ts';
import { readSource, readYamlSource } from './change/source.ts';
import { splitFrontMatter } from './front-matter.ts';
import { quickYaml } from './quick-yaml.ts';
import { hasBody, isVocabularyKind, type SharedKind } from './shared-kinds.ts';

/** SHA-256 of bytes in 64 small hexadecimal digits; a parameter, so that what is pure runs anywhere. */
export type Sha256 = (bytes: Uint8Array) => string;

/** What a record says: its fields, and its text where its kind has one. */
export interface RecordContent {
  readonly data: Fields;
  readonly body?: string;
}

/**
 * What a file says, as it is published; `undefined` where it is not sound YAML. The file is one that was accepted, or was written here and is
 * compared with what it should say: `quickYaml` is good enough where it answers.
 */
export function contentOf(kind: SharedKind, text: string): RecordContent | undefined {
  const isMdx = hasBody(kind);
  const parts = isMdx ? splitFrontMatter(text) : undefined;
  const quick = isMdx && parts === undefined ? undefined : quickYaml(parts?.yaml ?? text);
  if (quick !== undefined) return contentFrom(kind, quick, parts?.body ?? '');
  const source = isVocabularyKind(kind) ? readYamlSource(text) : readSource(kind, text);
  return source === undefined ? undefined : contentFrom(kind, source.data, source.body);
}

function contentFrom(kind: SharedKind, data: Fields, body: string): RecordContent {
  return !hasBody(kind) || isTombstone(data) ? { data } : { data, body: body.trim() };
}

/** The hash under which a copy publishes this content; `undefined` where it could not. */
export function contentHash(kind: SharedKind, id: string, content: RecordContent, sha256: Sha256): string | undefined {
  const { data, body } = content;
  const schemaVersion = data['schemaVersion'];
  if (schemaVersion === undefined) return undefined;
  return sha256(new TextEncoder().encode(canonicalJson({ id, kind, schemaVersion, data, body })));
}

/** The hash of what a file says; comments and order count for nothing. `undefined` where it cannot be read. */
export function fileHash(kind: SharedKind, id: string, text: string, sha256: Sha256): string | undefined {
  const content = contentOf(kind, text);
  return content === undefined ? undefined : contentHash(kind, id, content, sha256);
}
