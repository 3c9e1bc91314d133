import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import { phrase } from '../rules/phrase.ts';
import { type Finding, shown } from '../rules/rule.ts';
import { MAX_DEPTH } from '../rules/shape-rules.ts';
import { findUnsafeCharacters } from '../schema/unsafe-characters.ts';

/** Keys that have a meaning for JavaScript: https://developer.mozilla.org/docs/Web/Security/Attacks/Prototype_pollution */
export const REFUSED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export interface Plain {
  /** The value as plain data; `undefined` stands for what was refused. */
  readonly value: unknown;
  readonly findings: readonly Finding[];
}

/** Plain data of a parsed YAML node, without anything that could refer, tag, surprise or overflow. */
export function plainData(file: string, text: string, node: Node | null): Plain {
  const findings: Finding[] = [];
  const reading: Reading = { file, text, report: (finding) => findings.push({ file, ...finding }) };
  return { value: plain(node, 1, reading), findings };
}

/** The finding that says that something is nested too deep. */
export function tooDeep(file: string, offset: number): Finding {
  const values = { max: MAX_DEPTH };
  return {
    rule: 'yaml-depth',
    code: 'deep',
    file,
    offset,
    values,
    expected: phrase('levelsAtMost', { count: MAX_DEPTH }),
  };
}

interface Reading {
  readonly file: string;
  readonly text: string;
  readonly report: (finding: Omit<Finding, 'file'>) => void;
}

function plain(node: Node | null, depth: number, reading: Reading): unknown {
  if (node === null) return null;
  if (isAlias(node)) return refuseAlias(node, reading);
  reportProperties(node as Scalar, reading);
  // A tag may have made anything of the value: bytes, a set, a date.
  if (node.tag !== undefined) return undefined;
  if (isScalar(node)) return plainScalar(node, reading);
  if (depth > MAX_DEPTH) {
    reading.report(tooDeep(reading.file, startOf(node)));
    return undefined;
  }
  if (isSeq(node)) return node.items.map((item) => plain(item as Node | null, depth + 1, reading));
  if (!isMap(node)) return undefined;
  const map: Record<string, unknown> = {};
  for (const pair of node.items) {
    const key = plainKey(pair.key as Node | null, reading);
    const value = plain(pair.value as Node | null, depth + 1, reading);
    if (key === undefined) continue;
    if (Object.hasOwn(map, key)) {
      const values = { key: shown(key) };
      const offset = startOf(pair.key as Node);
      reading.report({ rule: 'yaml-duplicate-key', code: 'duplicate', offset, values, found: values.key });
    }
    map[key] = value;
  }
  return map;
}

function refuseAlias(node: Node & { source: string }, { report }: Reading): undefined {
  report({ rule: 'yaml-alias', code: 'alias', offset: startOf(node), found: shown(`*${node.source}`) });
}

/** Reports the anchor and the tag of a node; true where it has one. */
function reportProperties(node: Scalar, { text, report }: Reading): boolean {
  const offset = startOf(node);
  const { anchor, tag } = node;
  if (anchor !== undefined) report({ rule: 'yaml-alias', code: 'anchor', offset, found: shown(`&${anchor}`) });
  if (tag !== undefined) {
    const start = tagStart(text, offset);
    const found = shown(/^[^\s,[\]{}]*/.exec(text.slice(start))?.[0] ?? '');
    report({ rule: 'yaml-tag', code: 'tag', offset: start, values: { tag: found }, found });
  }
  return anchor !== undefined || tag !== undefined;
}

/** A node's place is its value's; its tag stands somewhere before. */
function tagStart(text: string, offset: number): number {
  let start = text.lastIndexOf('!', offset);
  while (start > 0 && /[^\s,[\]{}]/.test(text[start - 1] ?? '')) start--;
  return Math.max(0, start);
}

function plainScalar(node: Scalar, { text, report }: Reading): unknown {
  const { value, source } = node;
  const offset = startOf(node);
  if (typeof value === 'number' && !isExact(value, source)) {
    report({ rule: 'yaml-number', code: 'number', offset, found: shown(source ?? String(value)) });
    return undefined;
  }
  if (node.type === 'PLAIN') reportLostText(node, text, report);
  if (typeof value === 'string' && node.type === 'QUOTE_DOUBLE') {
    for (const name of escapedCharacters(node, value, text))
      report({ rule: 'unsafe-character', code: 'character', offset, values: { name }, found: name });
  }
  return value;
}

/** Text that YAML takes for a comment: a hash without a space behind it, on the line of a value without quotes. */
function reportLostText({ range }: Scalar, text: string, report: Reading['report']): void {
  const end = range?.[1] ?? text.length;
  const [, blanks = '', found] = /^([ \t]+)(#[^\s#].*)/.exec(text.slice(end)) ?? [];
  if (found !== undefined)
    report({ rule: 'yaml-comment', code: 'lost', offset: end + blanks.length, found: shown(found) });
}

/** Unsafe characters that escapes write; the ones that stand in the file as they are were found before. */
function escapedCharacters(node: Scalar, value: string, text: string): Set<string> {
  const names = new Set(findUnsafeCharacters(value).map(({ name }) => name));
  if (names.size > 0)
    for (const { name } of findUnsafeCharacters(text.slice(...(node.range ?? [0, 0])))) names.delete(name);
  return names;
}

/** `1.0`, `0x1F`, `007` and `1e3` are whole numbers to YAML, but no longer what was written. */
function isExact(value: number, source: string | undefined): boolean {
  return Number.isSafeInteger(value) && (source === undefined || source === String(value));
}

function plainKey(key: Node | null, reading: Reading): string | undefined {
  const { report } = reading;
  if (key !== null && isAlias(key)) return refuseAlias(key, reading);
  const offset = key === null ? 0 : startOf(key);
  // `: value` has a key that YAML calls null and the library calls empty text.
  if (key === null || !isScalar(key) || typeof key.value !== 'string' || (key.value === '' && key.type === 'PLAIN')) {
    report({ rule: 'unsafe-key', code: 'text', offset, expected: phrase('text') });
    return undefined;
  }
  if (reportProperties(key, reading)) return undefined;
  const text = key.value;
  if (REFUSED_KEYS.has(text)) {
    report({ rule: 'unsafe-key', code: 'key', offset, values: { key: text }, found: text });
    return undefined;
  }
  const [unsafe] = findUnsafeCharacters(text);
  if (unsafe === undefined) return text;
  const { name } = unsafe;
  report({ rule: 'unsafe-character', code: 'character', offset, values: { name }, found: name });
  return undefined;
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
