import type { Kind } from '../schema/kinds.ts';
import type { Vocabulary } from '../schema/registry.ts';
import type { Imported } from './imported.ts';

/** The formats that are read: publiccode.yml, codemeta.json, code.json of the United States, and records of our own. */
export const IMPORT_FORMATS = ['publiccode', 'codemeta', 'code-json', 'record'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** What terms of a vocabulary other lists call the same: all that reading asks of a vocabulary. */
export type TermMappings = Readonly<Record<string, { readonly terms: Readonly<Record<string, MappedTerm>> }>>;
type MappedTerm = Pick<Vocabulary['terms'][string], 'mappings'>;

export interface ForeignOptions {
  /** Only a hint: what the text says decides. */
  readonly fileName?: string;
  /** Where the text was read. */
  readonly url?: string;
  /** `2026-11-23`. */
  readonly today: string;
  /** The id of the record of a kind that a name or address means, if there is one. */
  readonly findRecord: (kind: Kind, nameOrUrl: string) => string | undefined;
  /** The vocabularies by id. Without them no categories are carried. */
  readonly vocabularies?: TermMappings;
}

/**
 * Why nothing could be read. `large`: longer than anything of the format. `empty`: no text. `format`: none of the known formats. `deep`, `nodes`:
 * nested too deep, or grown too big by aliases. `alias`: an alias to nothing. `documents`: several YAML documents. `duplicate`: a key stands
 * twice. `key`: a key that is no text. `json`, `yaml` and `yaml-*`: no JSON, no YAML, and what is most often the matter.
 */
export const PROBLEM_CODES = [
  'large',
  'empty',
  'format',
  'deep',
  'nodes',
  'alias',
  'documents',
  'duplicate',
  'key',
  'json',
  'yaml',
  'yaml-colon',
  'yaml-indent',
  'yaml-quote',
  'yaml-tab',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface ForeignProblem {
  readonly code: ProblemCode;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly col: number;
  /** What stands there, shortened and with unsafe characters escaped; empty where there is nothing to show. */
  readonly found: string;
}

export type ForeignResult =
  | { readonly format: ImportFormat; readonly records: readonly Imported[]; readonly problem?: undefined }
  | { readonly problem: ForeignProblem };

/** Thrown inside a reader of text, and caught where {@link ForeignResult} is made. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly code: ProblemCode;
  readonly offset: number;

  /** @param offset UTF-16 offset in the text */
  constructor(code: ProblemCode, offset: number) {
    super(`${code} at ${offset}`);
    this.code = code;
    this.offset = offset;
  }
}

/** More things than this in one file are no description of a project, and take too long to read while somebody waits. */
const MAX_THINGS = 1000;

/** Throws {@link Unreadable} where a file tells of too many things. */
export function assertFew(things: readonly unknown[]): void {
  if (things.length > MAX_THINGS) throw new Unreadable('large', 0);
}

/** Whether a value of a foreign file has named fields. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
