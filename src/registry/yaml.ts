import { type Document, parseDocument, type YAMLError } from 'yaml';
import { type Phrase, phrase } from '../rules/phrase.ts';
import { type Finding, shown } from '../rules/rule.ts';
import { plainData, tooDeep } from './yaml-plain.ts';

export interface ReadYaml {
  /** The value as plain data, or `undefined` where there is none. */
  readonly value: unknown;
  readonly findings: readonly Finding[];
  readonly document: Document.Parsed | undefined;
}

/** The grammar of every YAML file here: YAML 1.2 core, one document, text keys, nothing that refers or tags. */
export function parseYamlDocument(text: string): Document.Parsed {
  return parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    stringKeys: true,
    // The library compares every key with every other: 32 KiB of keys took half a second. `plainData` looks them up instead.
    uniqueKeys: false,
    prettyErrors: false,
    // 'silent' would leave out the error about a second document.
    logLevel: 'error',
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
  const { value, findings } = plainData(file, text, document.contents);
  // Where the text is no YAML, fields may only seem to stand twice.
  const guessed = faults.some(({ rule }) => rule === 'yaml-syntax');
  const told = guessed ? findings.filter(({ rule }) => rule !== 'yaml-duplicate-key') : findings;
  return { value, findings: withoutRepeats([...faults, ...told]), document };
}

function yamlFinding(file: string, text: string, error: YAMLError): Finding {
  const offset = error.pos[0];
  if (error.code === 'MULTIPLE_DOCS') return { rule: 'yaml-one-document', code: 'more', file, offset };
  if (error.code === 'TAG_RESOLVE_FAILED') {
    const tag = shown(/^[^\s,[\]{}]*/.exec(text.slice(offset))?.[0] ?? '');
    return { rule: 'yaml-tag', code: 'tag', file, offset, values: { tag }, found: tag };
  }
  if (/call stack|Stack overflow/.test(error.message)) return tooDeep(file, offset);
  if (error.code === 'NON_STRING_KEY')
    return { rule: 'unsafe-key', code: 'text', file, offset, expected: phrase('text') };
  return {
    rule: 'yaml-syntax',
    code: 'syntax',
    file,
    offset,
    values: { problem: problemOf(error) },
    found: shown(lineAt(text, offset)),
  };
}

/** What the parser's code says to people. Its own messages are for programmers, and in English only. */
function problemOf({ code, message }: YAMLError): Phrase {
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return phrase('yaml.colon');
    case 'BAD_INDENT':
      return phrase(message.includes('end with') ? 'yaml.missing' : 'yaml.indent');
    case 'TAB_AS_INDENT':
      return phrase('yaml.tab');
    case 'BAD_DQ_ESCAPE':
      return phrase('yaml.escape');
    case 'BAD_SCALAR_START':
      return phrase('yaml.start');
    case 'MISSING_CHAR':
    case 'MULTILINE_IMPLICIT_KEY':
      return phrase(message.includes('quote') ? 'yaml.quote' : 'yaml.missing');
    default:
      return phrase('yaml.other');
  }
}

/** So many levels on one line, or in one pair of brackets, are not parsed at all: 30,000 of them took a second. */
const UNPARSED_DEPTH = 64;
const NESTED_LINE = new RegExp(`^[ \\t]*(?:[-?][ \\t]+){${UNPARSED_DEPTH}}`, 'm');

/** Offset at which a text nests so deeply that the parser would run out of stack. Brackets inside texts are most often in pairs. */
export function deepOffset(text: string): number | undefined {
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
  if (!text.startsWith('%') && !text.includes('\n%')) return undefined;
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
