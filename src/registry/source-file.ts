import { MAX_FILE_BYTES } from '../rules/shape-rules.ts';
import { KINDS, type Kind } from '../schema/kinds.ts';
import { MAX_LOCK_BYTES } from '../schema/lock.ts';
import type { SourceFile } from './assemble.ts';
import { decodeText } from './bytes.ts';
import { checkShape } from './check-shape.ts';
import { type FileRole, roleOf } from './files.ts';
import { splitFrontMatter } from './front-matter.ts';
import { CURRENT_VERSION } from './migrations/index.ts';
import { type ParsedFile, parseRecordFile, parseYamlFile, recordSchema } from './parse.ts';
import { MAX_CHANGES_BYTES, parseChangesFile } from './parse-changes.ts';
import { parseLockFile } from './parse-lock.ts';
import { MAX_STRINGS_BYTES, parseStringsFile } from './parse-strings.ts';
import { parseLogoFile, parseThemeFile } from './parse-theme.ts';
import { quickYaml } from './quick-yaml.ts';

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
  if (role.type === 'lock') return parseLockFile(file, role.source, bytes);
  if (role.type === 'theme') return parseThemeFile(file, bytes);
  if (role.type === 'logo') return parseLogoFile(file, role.format, bytes);
  if (!isRead(role)) return NOTHING;
  return parseYamlFile(file, bytes, role.schema, { mdx: role.type === 'page' });
}

/**
 * As {@link parseSourceFile}, of a file that was accepted before: a record that is written as nearly all are takes a tenth of the time. What is
 * proposed is never read so.
 */
export function parseAcceptedFile(file: string, bytes: Uint8Array): SourceFile {
  const role = roleOf(file);
  const quick = role.type === 'record' ? quickRecord(file, role.kind, bytes) : undefined;
  return { file, role, parsed: quick ?? parseAs(file, role, bytes) };
}

function quickRecord(file: string, kind: Kind, bytes: Uint8Array): ParsedFile | undefined {
  const { text, findings } = decodeText(file, bytes);
  if (text === undefined || findings.length > 0) return undefined;
  const isMdx = KINDS[kind].ending === 'mdx';
  const parts = isMdx ? splitFrontMatter(text) : undefined;
  const value = isMdx && parts === undefined ? undefined : quickYaml(parts?.yaml ?? text);
  if (value?.['schemaVersion'] !== CURRENT_VERSION) return undefined;
  const { data } = checkShape(file, value, recordSchema(kind, value));
  if (data === undefined) return undefined;
  return { data, findings: [], ...(parts === undefined ? {} : { body: parts.body, bodyOffset: parts.bodyOffset }) };
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
  if (role.type === 'lock') return MAX_LOCK_BYTES;
  return role.type === 'strings' ? MAX_STRINGS_BYTES : MAX_FILE_BYTES;
}
