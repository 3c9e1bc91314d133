import { stringify } from 'yaml';
import { canonicalJson } from '../registry/canonical-json.ts';
import { type Fields, sameData } from '../registry/change/data.ts';
import { readSource, readYamlSource } from '../registry/change/source.ts';
import { formatRecord, inSchemaOrder, YAML_STYLE } from '../registry/format.ts';
import { splitFrontMatter } from '../registry/front-matter.ts';
import { quickYaml } from '../registry/quick-yaml.ts';
import { schemaComment } from '../registry/schema-comment.ts';
import type { Sha256 } from './protocol.ts';
import { hasBody, isVocabularyKind, type SharedKind, sharedSchema } from './shared-kinds.ts';
import { vocabularyText } from './vocabulary-text.ts';

/** What a record says: its fields, and its text where its kind has one. */
export interface RecordContent {
  readonly data: Fields;
  readonly body?: string;
}

/**
 * The file of a record that came from elsewhere, in canonical form, or nearly: in rare notations `formatRecord` has the last word. What it says
 * when it is read again is for who writes it to ask.
 */
export function recordText(kind: SharedKind, { data, body = '' }: RecordContent): string | undefined {
  if (isVocabularyKind(kind)) return vocabularyText(data);
  const ordered = inSchemaOrder(data, sharedSchema(kind, data));
  const yaml = stringify(ordered, { ...YAML_STYLE, aliasDuplicateObjects: false });
  const lines = `${schemaComment(kind)}${yaml}`;
  const text = hasBody(kind) ? `---\n${lines}---\n\n${body.trim()}\n` : lines;
  return sameData(quickYaml(lines), data) ? text : formatRecord(kind, text);
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
  return !hasBody(kind) || Object.hasOwn(data, 'state') ? { data } : { data, body: body.trim() };
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
