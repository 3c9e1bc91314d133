import type { Document } from 'yaml';
import type { z } from 'zod';
import { phrase } from '../rules/phrase.ts';
import type { DataPath, Finding, Issue, RuleDefinition } from '../rules/rule.ts';
import { KINDS, type Kind } from '../schema/kinds.ts';
import { isTombstone, tombstoneSchema } from '../schema/tombstone.ts';
import { decodeText } from './bytes.ts';
import { isFields } from './change/data.ts';
import { checkShape } from './check-shape.ts';
import { roleOf } from './files.ts';
import { splitFrontMatter } from './front-matter.ts';
import { issueOf } from './issue-of.ts';
import { withoutUnknownFields } from './known-fields.ts';
import { CURRENT_VERSION, isOutdated, migrated, versionOf } from './migrations/index.ts';
import { offsetOf, type Position, positionAt } from './positions.ts';
import { parseYamlDocument, readYaml } from './yaml.ts';
import { plainData } from './yaml-plain.ts';

export interface ParsedFile {
  /** Data of the schema's type, or `undefined` where the file has an error. */
  readonly data: unknown;
  /** Where fields have faults: the data without these fields, so that rules still see the rest. */
  readonly sound?: Readonly<Record<string, unknown>>;
  /** Where nothing is wrong but fields that nobody here knows: the data without them. So a newer copy’s records are read. */
  readonly known?: unknown;
  /** The MDX text, for files that have one. */
  readonly body?: string;
  /** Of a file that was taken from another copy: the hash of what it says, as copies exchange it. */
  readonly hash?: string;
  readonly bodyOffset?: number;
  readonly findings: readonly Finding[];
}

export interface ParseOptions {
  /** The file has MDX below YAML front matter. */
  readonly mdx?: boolean;
  /** The file is a record of this kind, which may be in an older version of the data model. */
  readonly kind?: Kind;
}

/** A schema, or how the data tells which one is meant. */
type SchemaChoice = z.ZodType | ((data: Readonly<Record<string, unknown>>) => z.ZodType);

/** Parses one YAML file against a schema: bytes, then YAML, then fields. Never throws on any input; all findings are collected. */
export function parseYamlFile(
  file: string,
  bytes: Uint8Array,
  schema: SchemaChoice,
  options: ParseOptions = {},
): ParsedFile {
  const decoded = decodeText(file, bytes);
  if (decoded.text === undefined) return { data: undefined, findings: decoded.findings };
  const parts = options.mdx ? splitFrontMatter(decoded.text) : undefined;
  if (options.mdx && parts === undefined) {
    const expected = phrase('frontMatter');
    return {
      data: undefined,
      findings: [...decoded.findings, { rule: 'yaml-syntax', code: 'map', file, offset: 0, expected }],
    };
  }
  const read = readYaml(file, parts?.yaml ?? decoded.text);
  const findings = [...decoded.findings, ...read.findings.map((finding) => shifted(finding, parts?.yamlOffset ?? 0))];
  if (!isFields(read.value)) {
    if (findings.length === 0)
      findings.push({ rule: 'yaml-syntax', code: 'map', file, offset: 0, expected: phrase('fields') });
    return { data: undefined, findings };
  }
  const body = parts ? { body: parts.body, bodyOffset: parts.bodyOffset } : {};
  // What the parser made of text that is no YAML is a guess, and its fields would be faulted one by one.
  if (findings.some(({ rule }) => rule === 'yaml-syntax')) return { data: undefined, findings, ...body };
  const newer = newerVersion(file, read.value);
  if (newer !== undefined) return { data: undefined, findings: [...findings, newer], ...body };
  const { value, notes } = inCurrentVersion(file, read.value, read.document, options.kind);
  const schemaFor = (data: Fields) => (typeof schema === 'function' ? schema(data) : schema);
  const shape = checkShape(file, value, schemaFor(value));
  findings.push(...shape.findings.filter(({ path }) => !leadsToRefused(value, path ?? [])).slice(0, MAX_FINDINGS));
  if (findings.length > 0) {
    const isKnown = findings.every(({ rule }) => rule === 'unknown-field');
    const known = isKnown ? checkShape(file, withoutUnknownFields(value, findings), schemaFor(value)).data : undefined;
    const sound = withoutFaults(value, shape.findings);
    return { data: undefined, sound, findings: [...notes, ...findings], ...(known ? { known } : {}), ...body };
  }
  return { data: shape.data, findings: notes, ...body };
}

/** A later version may mean anything by its fields: nothing else is said of such a file. */
function newerVersion(file: string, data: Readonly<Record<string, unknown>>): Finding | undefined {
  const version = data['schemaVersion'];
  if (!Number.isSafeInteger(version) || Number(version) <= CURRENT_VERSION) return undefined;
  const values = { version: Number(version), current: CURRENT_VERSION };
  const expected = phrase('atMost', { max: CURRENT_VERSION });
  return {
    rule: 'newer-version',
    code: 'newer',
    file,
    path: ['schemaVersion'],
    values,
    found: String(version),
    expected,
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields as the current version has them, and the finding that says that the file has not. */
function inCurrentVersion(
  file: string,
  data: Fields,
  document: Document.Parsed | undefined,
  kind: Kind | undefined,
): { value: Fields; notes: Finding[] } {
  const version = kind === undefined ? undefined : versionOf(kind, data);
  if (kind === undefined || document === undefined || !isOutdated(version)) return { value: data, notes: [] };
  const { value } = plainData(file, '', migrated(document, kind).contents);
  const values = { version: version ?? 0, current: CURRENT_VERSION };
  const note = { rule: 'schema-version', code: 'outdated', file, path: ['schemaVersion'], values };
  return { value: value as Fields, notes: [note] };
}

/** Hundreds of findings of shape from one file would say the same, and take seconds to place. */
const MAX_FINDINGS = 100;

/** True where the value was refused while the YAML was read: that it is missing now is no second fault. */
function leadsToRefused(data: unknown, [step, ...rest]: DataPath): boolean {
  if (typeof data !== 'object' || data === null || step === undefined || !Object.hasOwn(data, step)) return false;
  const value = (data as Record<string | number, unknown>)[step];
  return value === undefined || leadsToRefused(value, rest);
}

/** The fields in which nothing was found; a fault below a field takes the field along. */
function withoutFaults(
  value: Readonly<Record<string, unknown>>,
  findings: readonly Finding[],
): Record<string, unknown> {
  const faulty = new Set(findings.map(({ path }) => path?.[0]));
  return Object.fromEntries(Object.entries(value).filter(([key]) => !faulty.has(key)));
}

/** Parses the file of a record; a file that says `state: tombstone` is one. */
export function parseRecordFile(file: string, kind: Kind, bytes: Uint8Array): ParsedFile {
  const mdx = KINDS[kind].ending === 'mdx';
  return parseYamlFile(file, bytes, (data) => recordSchema(kind, data), { mdx, kind });
}

/** What a record’s file with this data must fit. */
export function recordSchema(kind: Kind, data: object): z.ZodType {
  return isTombstone(data) ? tombstoneSchema : KINDS[kind].schema;
}

function shifted(finding: Finding, by: number): Finding {
  return finding.offset === undefined || by === 0 ? finding : { ...finding, offset: finding.offset + by };
}

/** Gives findings their severity, message and position. `textOf` yields a file's text, or `undefined` where it has none. */
export function locateFindings(
  findings: readonly Finding[],
  rules: ReadonlyMap<string, RuleDefinition>,
  textOf: (file: string) => string | undefined,
): Issue[] {
  const documents = new Map<string, Located | undefined>();
  return findings.map((finding) => {
    if (!documents.has(finding.file)) documents.set(finding.file, documentOf(finding.file, textOf(finding.file)));
    return issueOf(finding, rules, placeOf(finding, documents.get(finding.file)));
  });
}

interface Located {
  readonly text: string;
  readonly document: () => Document.Parsed | undefined;
  readonly yamlOffset: number;
}

function documentOf(file: string, text: string | undefined): Located | undefined {
  if (text === undefined) return undefined;
  const parts = file.endsWith('.mdx') ? splitFrontMatter(text) : undefined;
  let parsed: Document.Parsed | undefined;
  const document = () => {
    try {
      parsed ??= inPlace(file, parseYamlDocument(parts?.yaml ?? text));
    } catch {
      // Nested too deep to be parsed: readYaml has reported it, and the file's beginning is place enough.
    }
    return parsed;
  };
  return { text, document, yamlOffset: parts?.yamlOffset ?? 0 };
}

/** Findings tell paths of the current version; the nodes of a migrated document still know where they stood. */
function inPlace(file: string, document: Document.Parsed): Document.Parsed {
  const role = roleOf(file);
  return role.type === 'record' ? migrated(document, role.kind) : document;
}

function placeOf(finding: Finding, located: Located | undefined): Position {
  if (located === undefined) return { line: 1, col: 1 };
  if (finding.offset !== undefined) return positionAt(located.text, finding.offset);
  const document = located.document();
  const offset = document === undefined ? 0 : offsetOf(document, finding.path ?? [], finding.atKey);
  return positionAt(located.text, offset + located.yamlOffset);
}
