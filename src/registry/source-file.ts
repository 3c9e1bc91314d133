import { MAX_FILE_BYTES } from '../rules/shape-rules.ts';
import type { SourceFile } from './assemble.ts';
import { type FileRole, roleOf } from './files.ts';
import { type ParsedFile, parseRecordFile, parseYamlFile } from './parse.ts';
import { MAX_CHANGES_BYTES, parseChangesFile } from './parse-changes.ts';
import { MAX_STRINGS_BYTES, parseStringsFile } from './parse-strings.ts';

/** A file of a registry from its bytes, by what its path inside the registry folder stands for. */
export function parseSourceFile(file: string, bytes: Uint8Array): SourceFile {
  const role = roleOf(file);
  return { file, role, parsed: parseAs(file, role, bytes) };
}

/** As {@link parseSourceFile}, where the role is known. */
export function parseAs(file: string, role: FileRole, bytes: Uint8Array): ParsedFile {
  if (role.type === 'record') return parseRecordFile(file, role.kind, bytes);
  if (role.type === 'strings') return parseStringsFile(file, bytes);
  if (role.type === 'changes') return parseChangesFile(file, bytes);
  if (!isRead(role)) return NOTHING;
  return parseYamlFile(file, bytes, role.schema);
}

const NOTHING: ParsedFile = { data: undefined, findings: [] };

type ReadRole = Exclude<FileRole, { readonly type: 'unknown' | 'ignored' }>;

/** True of files whose content means something to a registry. */
export function isRead(role: FileRole): role is ReadRole {
  return role.type !== 'unknown' && role.type !== 'ignored';
}

/** The most bytes that a file of this role may have. */
export function byteLimit(role: FileRole): number {
  if (role.type === 'changes') return MAX_CHANGES_BYTES;
  return role.type === 'strings' ? MAX_STRINGS_BYTES : MAX_FILE_BYTES;
}
