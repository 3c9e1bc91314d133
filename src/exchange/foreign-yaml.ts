import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { deepOffset, parseYamlDocument } from '../registry/yaml.ts';
import { REFUSED_KEYS } from '../registry/yaml-plain.ts';
import { type ProblemCode, Unreadable } from './foreign.ts';

/** Real files have a tenth of it at most. */
export const MAX_YAML = 128 * 1024;
const MAX_DEPTH = 32;
/** What aliases may make of a file. */
const MAX_NODES = 20_000;

/**
 * Reads YAML that others write: directives, tags, anchors and aliases are taken, within bounds. Numbers stay the text that was written, so
 * that version 1.10 is not 1.1. Maps have no prototype. Throws {@link Unreadable}.
 */
export function readForeignYaml(text: string): unknown {
  if (text.length > MAX_YAML) throw new Unreadable('large', 0);
  const deep = deepOffset(text);
  if (deep !== undefined) throw new Unreadable('deep', deep);
  const document = parsed(text);
  const [fault] = document.errors;
  if (fault !== undefined) throw new Unreadable(codeOf(fault), fault.pos[0]);
  return plainOf(document.contents, { anchors: new Map(), nodes: 0 }, 1).value;
}

function parsed(text: string): Document.Parsed {
  try {
    return parseYamlDocument(text);
  } catch (error) {
    // The only way it throws is the call stack.
    if (!(error instanceof RangeError)) throw error;
    throw new Unreadable('deep', 0);
  }
}

/** What people most often do wrong has words of its own. */
const CODES: Readonly<Partial<Record<YAMLError['code'], ProblemCode>>> = {
  MULTIPLE_DOCS: 'documents',
  BLOCK_AS_IMPLICIT_KEY: 'yaml-colon',
  MULTILINE_IMPLICIT_KEY: 'yaml-indent',
  BAD_INDENT: 'yaml-indent',
  TAB_AS_INDENT: 'yaml-tab',
  NON_STRING_KEY: 'key',
  DUPLICATE_KEY: 'duplicate',
};

function codeOf({ code, message }: YAMLError): ProblemCode {
  if (/call stack|Stack overflow/.test(message)) return 'deep';
  return code === 'MISSING_CHAR' && message.includes('quote') ? 'yaml-quote' : (CODES[code] ?? 'yaml');
}

interface Reading {
  /** What stands at each anchor so far: an alias means the last one before it. */
  readonly anchors: Map<string, Sized>;
  nodes: number;
}

interface Sized {
  readonly value: unknown;
  readonly nodes: number;
}

function plainOf(node: Node | null, reading: Reading, depth: number): Sized {
  if (node !== null && isAlias(node)) return aliasOf(node, reading);
  const before = reading.nodes;
  count(reading, 1, node);
  if (depth > MAX_DEPTH) throw new Unreadable('deep', startOf(node));
  const value = contentOf(node, reading, depth);
  const sized = { value, nodes: reading.nodes - before };
  const anchor = node === null ? undefined : (node as Scalar).anchor;
  if (anchor !== undefined) reading.anchors.set(anchor, sized);
  return sized;
}

function contentOf(node: Node | null, reading: Reading, depth: number): unknown {
  if (isScalar(node)) return scalarOf(node);
  if (isSeq(node)) return node.items.map((item) => plainOf(item as Node | null, reading, depth + 1).value);
  return isMap(node) ? mapOf(node, reading, depth) : null;
}

function aliasOf(alias: Alias, reading: Reading): Sized {
  const meant = reading.anchors.get(alias.source);
  if (meant === undefined) throw new Unreadable('alias', startOf(alias));
  count(reading, meant.nodes, alias);
  return meant;
}

function count(reading: Reading, nodes: number, node: Node | null): void {
  reading.nodes += nodes;
  if (reading.nodes > MAX_NODES) throw new Unreadable('nodes', startOf(node));
}

/** Of scalars without quotes and tag, YAML 1.2 makes truths and nothing; numbers stay text. */
function scalarOf(node: Scalar): unknown {
  const { source, value, type, tag } = node;
  if (type !== 'PLAIN' || tag !== undefined || typeof value === 'string') return source ?? String(value ?? '');
  return typeof value === 'boolean' || value === null ? value : (source ?? String(value));
}

function mapOf(node: YAMLMap, reading: Reading, depth: number): unknown {
  const map = Object.create(null) as Record<string, unknown>;
  for (const pair of node.items) {
    const key = pair.key as Node | null;
    if (!isScalar(key)) throw new Unreadable('key', startOf(key));
    const name = typeof key.value === 'string' ? key.value : (key.source ?? '');
    if (name in map) throw new Unreadable('duplicate', startOf(key));
    if (REFUSED_KEYS.has(name)) throw new Unreadable('key', startOf(key));
    map[name] = plainOf(pair.value as Node | null, reading, depth + 1).value;
  }
  return map;
}

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}
