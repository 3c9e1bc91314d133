import { KIND_NAMES, KINDS, type Kind } from '../schema/kinds.ts';
import { recordFile } from '../schema/registry.ts';
import { VOCABULARY_KINDS, type VocabularyKind, vocabularyFile, vocabularySchema } from '../schema/vocabulary.ts';
import { roleOf } from './files.ts';
import { recordSchema } from './parse.ts';

/** What copies exchange: records, and vocabularies as if they were records. */
export type SharedKind = Kind | VocabularyKind;

/** Whether a word names a kind of record. */
export function isRecordKind(kind: string): kind is Kind {
  return (KIND_NAMES as readonly string[]).includes(kind);
}

/** Whether a word names a kind of vocabulary. */
export function isVocabularyKind(kind: string): kind is VocabularyKind {
  return (VOCABULARY_KINDS as readonly string[]).includes(kind);
}

/** Whether a word names anything that copies share. */
export function isSharedKind(kind: string): kind is SharedKind {
  return isRecordKind(kind) || isVocabularyKind(kind);
}

/** The path of its file inside the registry folder. */
export function sharedFile(kind: SharedKind, id: string): string {
  return isVocabularyKind(kind) ? vocabularyFile(kind, id) : recordFile(kind, id);
}

/** What of that which copies exchange a file is; `undefined` for any other. */
export function sharedIdentity(
  file: string,
): { readonly kind: SharedKind; readonly id: string; readonly zone: string } | undefined {
  const role = roleOf(file);
  return role.type === 'record' || role.type === 'vocabulary' ? role : undefined;
}

/** What data of this kind must fit. */
export function sharedSchema(kind: SharedKind, data: object) {
  return isVocabularyKind(kind) ? vocabularySchema : recordSchema(kind, data);
}

/** True for kinds that have a text below their fields. */
export function hasBody(kind: SharedKind): boolean {
  return !isVocabularyKind(kind) && KINDS[kind].ending === 'mdx';
}
