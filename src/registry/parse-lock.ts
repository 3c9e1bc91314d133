import { type Finding, shown } from '../rules/rule.ts';
import { lockSchema, MAX_LOCK_BYTES } from '../schema/lock.ts';
import { decodeText } from './bytes.ts';
import type { ParsedFile } from './parse.ts';
import { jsonOf } from './parse-changes.ts';

/** Parses `federation.lock/<source>.json`. Never throws. */
export function parseLockFile(file: string, source: string, bytes: Uint8Array): ParsedFile {
  const { text, findings } = decodeText(file, bytes, MAX_LOCK_BYTES);
  if (text === undefined || findings.length > 0) return { data: undefined, findings };
  const { data, error } = lockSchema.safeParse(jsonOf(text));
  if (data === undefined) {
    const field = error?.issues[0]?.path.join('.') ?? '';
    return faulty(file, field === '' ? 'json' : 'field', field);
  }
  return data.source === source ? { data, findings: [] } : faulty(file, 'field', 'source');
}

function faulty(file: string, code: 'json' | 'field', field: string): ParsedFile {
  const finding: Finding = { rule: 'federation-lock', code, file, offset: 0, values: { field: shown(field) } };
  return { data: undefined, findings: [finding] };
}
