import { phrase } from '../rules/phrase.ts';
import { type Finding, shown } from '../rules/rule.ts';
import { findUnsafeCharacters } from '../schema/unsafe-characters.ts';
import { decodeText } from './bytes.ts';
import { isFields } from './change/data.ts';
import type { ParsedFile } from './parse.ts';
import { REFUSED_KEYS } from './yaml-plain.ts';

export const MAX_STRINGS_BYTES = 512 * 1024;

/** Parses `i18n/<lang>.json`: an object of texts, or of plural forms by category. Never throws. */
export function parseStringsFile(file: string, bytes: Uint8Array): ParsedFile {
  const { text, findings } = decodeText(file, bytes, MAX_STRINGS_BYTES);
  if (text === undefined || findings.length > 0) return { data: undefined, findings };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // What follows in V8's message is the place, which the finding has, and a piece of the text.
    const problem = shown(problemOf(error).replace(/(?: in JSON at position |, (?:\.{3})?")[\s\S]*$/, ''));
    return {
      data: undefined,
      findings: [{ rule: 'json-syntax', code: 'syntax', file, offset: offsetOf(error, text), values: { problem } }],
    };
  }
  if (!isStrings(value)) {
    return {
      data: undefined,
      findings: [{ rule: 'json-syntax', code: 'object', file, offset: 0, expected: phrase('textsByKey') }],
    };
  }
  const unsafe = unsafeEntries(file, text, value);
  return unsafe.length > 0 ? { data: undefined, findings: unsafe } : { data: value, findings: [] };
}

type Strings = Record<string, string | Record<string, string>>;

/** Escapes and keys that a look at the file's characters does not show. */
function unsafeEntries(file: string, text: string, strings: Strings): Finding[] {
  return Object.entries(strings).flatMap(([key, entry]): Finding[] => {
    const at = { file, offset: Math.max(0, text.indexOf(JSON.stringify(key))) };
    const forms = typeof entry === 'string' ? [] : Object.keys(entry);
    const refused = [key, ...forms].find((name) => REFUSED_KEYS.has(name));
    if (refused !== undefined)
      return [{ rule: 'unsafe-key', code: 'key', ...at, values: { key: refused }, found: refused }];
    const texts = typeof entry === 'string' ? [entry] : Object.values(entry);
    return [key, ...forms, ...texts]
      .flatMap(findUnsafeCharacters)
      .map(({ name }) => ({ rule: 'unsafe-character', code: 'character', ...at, values: { name }, found: name }));
  });
}

function isStrings(value: unknown): value is Strings {
  const isText = (entry: unknown) => typeof entry === 'string';
  return (
    isFields(value) &&
    Object.values(value).every((entry) => isText(entry) || (isFields(entry) && Object.values(entry).every(isText)))
  );
}

function problemOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Where JSON.parse stopped. It says so in most messages; for the others the shortest text with a fault is searched. */
function offsetOf(error: unknown, text: string): number {
  const stated = statedOffset(problemOf(error), text);
  if (stated !== undefined) return stated;
  let [good, bad] = [0, text.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isBeginning(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return bad - 1;
}

/** True where a text is JSON or could become so by what follows it. */
function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    return (statedOffset(problemOf(error), text) ?? -1) >= text.length;
  }
}

function statedOffset(problem: string, text: string): number | undefined {
  if (problem.startsWith('Unexpected end')) return text.length;
  const position = / at position (\d+)/.exec(problem)?.[1];
  return position === undefined ? undefined : Number(position);
}
