import { shown } from '../rules/rule.ts';
import { decodeText } from './bytes.ts';
import type { ParsedFile } from './parse.ts';

const MAX_STRINGS_BYTES = 512 * 1024;

/** Parses `i18n/<lang>.json`: an object of texts, or of plural forms by category. Never throws. */
export function parseStringsFile(file: string, bytes: Uint8Array): ParsedFile {
  const { text, findings } = decodeText(file, bytes, MAX_STRINGS_BYTES);
  if (text === undefined || findings.length > 0) return { data: undefined, findings };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return {
      data: undefined,
      findings: [{ rule: 'json-syntax', code: 'syntax', file, offset: 0, values: { problem: shown(problem) } }],
    };
  }
  if (isStrings(value)) return { data: value, findings: [] };
  return {
    data: undefined,
    findings: [{ rule: 'json-syntax', code: 'object', file, offset: 0, expected: 'texts by key' }],
  };
}

function isStrings(value: unknown): value is Record<string, string | Record<string, string>> {
  return (
    isObject(value) &&
    Object.values(value).every(
      (entry) =>
        typeof entry === 'string' ||
        (isObject(entry) && Object.values(entry).every((form) => typeof form === 'string')),
    )
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
