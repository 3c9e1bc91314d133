import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
  type YAMLError,
} from 'yaml';
import { type Finding, shown } from '../rules/rule.ts';
import { MAX_DEPTH } from '../rules/shape-rules.ts';
import { findUnsafeCharacters } from '../schema/text.ts';

export interface ReadYaml {
  /** The value as plain data, or `undefined` where there is none. */
  readonly value: unknown;
  readonly findings: readonly Finding[];
  readonly document: Document.Parsed | undefined;
}

/** Keys that have a meaning for JavaScript: https://developer.mozilla.org/docs/Web/Security/Attacks/Prototype_pollution */
export const REFUSED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The grammar of every YAML file here: YAML 1.2 core, one document, text keys, nothing that refers or tags. */
export function parseYamlDocument(text: string): Document.Parsed {
  return parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    stringKeys: true,
    // The library compares every key with every other: 32 KiB of keys took half a second. `toPlain` looks them up instead.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
}

/** Reads one YAML text under the limits of the rules `yaml-*` and `unsafe-key`; never throws. */
export function readYaml(file: string, text: string): ReadYaml {
  const directive = directiveOffset(text);
  if (directive !== undefined) {
    return {
      value: undefined,
      document: undefined,
      findings: [
        { rule: 'yaml-directive', code: 'directive', file, offset: directive, found: lineAt(text, directive) },
      ],
    };
  }
  const nested = deepOffset(text);
  if (nested !== undefined) return { value: undefined, document: undefined, findings: [tooDeep(file, nested)] };
  let document: Document.Parsed;
  try {
    document = parseYamlDocument(text);
  } catch (error) {
    // The only way parseDocument throws is the call stack.
    if (!(error instanceof RangeError)) throw error;
    return { value: undefined, document: undefined, findings: [tooDeep(file, 0)] };
  }
  const faults = [...document.errors, ...document.warnings].map((error) => yamlFinding(file, text, error));
  const findings: Finding[] = [...faults];
  const value = document.contents === null ? null : toPlain(document.contents, 1, file, findings);
  return { value, findings: withoutRepeats(findings), document };
}

function toPlain(node: Node | null, depth: number, file: string, findings: Finding[]): unknown {
  if (node === null) return null;
  const offset = node.range?.[0] ?? 0;
  if (isAlias(node)) {
    findings.push({ rule: 'yaml-alias', code: 'alias', file, offset, found: shown(`*${node.source}`) });
    return undefined;
  }
  if (node.tag !== undefined)
    findings.push({
      rule: 'yaml-tag',
      code: 'tag',
      file,
      offset,
      values: { tag: shown(node.tag) },
      found: shown(node.tag),
    });
  if ('anchor' in node && node.anchor !== undefined) {
    findings.push({ rule: 'yaml-alias', code: 'anchor', file, offset, found: shown(`&${node.anchor}`) });
  }
  if (isScalar(node)) return plainScalar(node, file, findings);
  if (depth > MAX_DEPTH) {
    findings.push(tooDeep(file, offset));
    return undefined;
  }
  if (isSeq(node)) return node.items.map((item) => toPlain(item as Node | null, depth + 1, file, findings));
  if (!isMap(node)) return undefined;
  const map: Record<string, unknown> = {};
  for (const pair of node.items) {
    const key = keyText(pair.key as Node | null, file, findings);
    if (key === undefined) continue;
    if (Object.hasOwn(map, key)) findings.push(duplicateKey(file, key, pair.key as Node));
    map[key] = toPlain(pair.value as Node | null, depth + 1, file, findings);
  }
  return map;
}

function duplicateKey(file: string, name: string, node: Node): Finding {
  const key = shown(name);
  return {
    rule: 'yaml-duplicate-key',
    code: 'duplicate',
    file,
    offset: node.range?.[0] ?? 0,
    values: { key },
    found: key,
  };
}

function plainScalar(node: Scalar, file: string, findings: Finding[]): unknown {
  const { value } = node;
  const offset = node.range?.[0] ?? 0;
  if (typeof value === 'number' && !isExact(value, node.source)) {
    findings.push({
      rule: 'yaml-number',
      code: 'number',
      file,
      offset,
      found: shown(node.source ?? String(value)),
      hint: 'Put it between double quotes if it is text.',
    });
  }
  // Escapes in double quotes can write what the check of the bytes could not see.
  if (typeof value === 'string' && node.type === 'QUOTE_DOUBLE') {
    for (const { name } of findUnsafeCharacters(value)) {
      findings.push({ rule: 'unsafe-character', code: 'character', file, offset, values: { name }, found: name });
    }
  }
  return value;
}

/** `1.0`, `0x1F`, `007` and `1e3` are whole numbers to YAML, but no longer what was written. */
function isExact(value: number, source: string | undefined): boolean {
  return Number.isSafeInteger(value) && (source === undefined || source === String(value));
}

function keyText(key: Node | null, file: string, findings: Finding[]): string | undefined {
  const offset = key?.range?.[0] ?? 0;
  if (key === null || !isScalar(key) || typeof key.value !== 'string') {
    if (key !== null && isAlias(key)) findings.push({ rule: 'yaml-alias', code: 'alias', file, offset });
    else findings.push({ rule: 'unsafe-key', code: 'text', file, offset, expected: 'text' });
    return undefined;
  }
  const refusal = plainKeyFinding(key, file, offset);
  if (refusal === undefined) return key.value;
  findings.push(refusal);
  return undefined;
}

function plainKeyFinding(key: Scalar, file: string, offset: number): Finding | undefined {
  const text = String(key.value);
  if (key.anchor !== undefined)
    return { rule: 'yaml-alias', code: 'anchor', file, offset, found: shown(`&${key.anchor}`) };
  if (key.tag !== undefined)
    return { rule: 'yaml-tag', code: 'tag', file, offset, values: { tag: shown(key.tag) }, found: shown(key.tag) };
  if (REFUSED_KEYS.has(text))
    return { rule: 'unsafe-key', code: 'key', file, offset, values: { key: shown(text) }, found: shown(text) };
  const [unsafe] = findUnsafeCharacters(text);
  if (unsafe === undefined) return undefined;
  return {
    rule: 'unsafe-character',
    code: 'character',
    file,
    offset,
    values: { name: unsafe.name },
    found: unsafe.name,
  };
}

function tooDeep(file: string, offset: number): Finding {
  return {
    rule: 'yaml-depth',
    code: 'deep',
    file,
    offset,
    values: { max: MAX_DEPTH },
    expected: `at most ${MAX_DEPTH} levels`,
  };
}

function yamlFinding(file: string, text: string, error: YAMLError): Finding {
  const offset = error.pos[0];
  if (error.code === 'MULTIPLE_DOCS') return { rule: 'yaml-one-document', code: 'more', file, offset };
  if (error.code === 'TAG_RESOLVE_FAILED') {
    const tag = shown(/^\S*/.exec(text.slice(offset))?.[0] ?? '');
    return { rule: 'yaml-tag', code: 'tag', file, offset, values: { tag }, found: tag };
  }
  if (/call stack|Stack overflow/.test(error.message)) return tooDeep(file, offset);
  if (error.code === 'NON_STRING_KEY') return { rule: 'unsafe-key', code: 'text', file, offset, expected: 'text' };
  return {
    rule: 'yaml-syntax',
    code: 'syntax',
    file,
    offset,
    values: { problem: `${error.message.replace(/\.?$/, '')}.` },
    found: shown(lineAt(text, offset)),
  };
}

/** So many levels on one line, or in one pair of brackets, are not parsed at all: 30,000 of them took a second. */
const UNPARSED_DEPTH = 64;
const NESTED_LINE = new RegExp(`^[ \\t]*(?:[-?][ \\t]+){${UNPARSED_DEPTH}}`, 'm');

/** Offset at which a text nests so deeply that the parser would run out of stack. Brackets inside texts are most often in pairs. */
function deepOffset(text: string): number | undefined {
  const line = NESTED_LINE.exec(text);
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > UNPARSED_DEPTH) return Math.min(index, line?.index ?? index);
  }
  return line?.index;
}

/** Offset of a `%` line before the document begins; YAML reads directives nowhere else. */
function directiveOffset(text: string): number | undefined {
  let offset = 0;
  for (const line of text.split('\n')) {
    if (line.startsWith('%')) return offset;
    if (line.trim() !== '' && !line.startsWith('#') && !line.startsWith('\ufeff')) return undefined;
    offset += line.length + 1;
  }
  return undefined;
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return shown(text.slice(text.lastIndexOf('\n', offset - 1) + 1, end === -1 ? undefined : end).trim());
}

/** The parser may say one thing as an error and again as a node: one finding for a rule at a place is enough. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, offset }) => {
    const key = `${rule}@${offset}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
