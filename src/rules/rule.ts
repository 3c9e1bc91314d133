import type { Registry } from '../schema/registry.ts';
import type { Values, Words } from './phrase.ts';

/** From the gravest. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];
export type DataPath = readonly (string | number)[];

/** What the rules page and the contributor guide say of a rule; English here, other languages in `src/i18n/rules.<lang>.json`. */
export interface RuleDoc {
  readonly title: string;
  readonly why: string;
  readonly mend: string;
}

export interface RuleDefinition {
  readonly id: string;
  readonly severity: Severity;
  readonly doc: RuleDoc;
  /**
   * Message templates by code; `{name}` is replaced by a value of the finding. Other languages have them as `rule.<id>.message.<code>`, and
   * hints as `rule.<id>.hint.<code>`.
   */
  readonly messages: Readonly<Record<string, string>>;
  /** Remedies by code, where a finding needs another one than `doc.mend`. */
  readonly hints?: Readonly<Record<string, string>>;
}

/**
 * What a program may change by itself to mend a finding, at the finding's path: set a value, rename a field, or remove a field or an item of a
 * list. Only what leaves no choice: `registry fix` makes it without asking.
 */
export type Fix = { readonly set: string | number | boolean } | { readonly rename: string } | { readonly remove: true };

/** A finding before its place in the file is known. */
export interface Finding {
  readonly rule: string;
  /** Key of the rule's message template. */
  readonly code: string;
  /** Path inside the registry folder. */
  readonly file: string;
  readonly path?: DataPath;
  /** Points at the key rather than at its value. */
  readonly atKey?: boolean;
  /** UTF-16 offset in the file's text, where the finding is about text rather than a field. */
  readonly offset?: number;
  readonly values?: Values;
  readonly found?: Words;
  readonly expected?: Words;
  /** What to do about it, where neither the rule's hint for the code nor `doc.mend` says it. */
  readonly hint?: Words;
  readonly fix?: Fix;
}

export type Report = (finding: Omit<Finding, 'rule'>) => void;

/** What rules know besides the registry, so that they stay pure. */
export interface RuleContext {
  /** The day against which age and the future are measured, `2026-11-23`: the clock's for people, the commit's for a build. */
  readonly today: string;
  /** Where only some records are asked about: their files. What is found in others may be left out. */
  readonly only?: ReadonlySet<string>;
}

/** A rule about a whole registry. Pure: registry in, findings out. */
export interface RegistryRule extends RuleDefinition {
  /**
   * It judges each record by itself: what it finds in one depends on no other record, but on which ids there are. So it may be asked about some
   * records of a registry only.
   */
  readonly each?: true;
  readonly check: (registry: Registry, report: Report, context: RuleContext) => void;
}

export type IssueWords = Pick<Finding, 'found' | 'expected' | 'hint'>;

/** A finding with its place: what every command, workflow and page shows. */
export interface Issue {
  readonly rule: string;
  /** Key of the message, and its values: what another language needs. */
  readonly code: string;
  readonly values?: Values;
  readonly severity: Severity;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units, as editors count. */
  readonly col: number;
  readonly path: DataPath;
  /** The texts in English; `src/i18n/finding-words.ts` has them in other languages. */
  readonly message: string;
  readonly found?: string;
  readonly expected?: string;
  readonly hint?: string;
  /** What the texts but the message are made of; one that is not here is data, the same in every language. */
  readonly words?: IssueWords;
  /** What `registry fix` would change. */
  readonly fix?: Fix;
}

const MAX_SHOWN = 80;

/** A value as a finding shows it: JSON, shortened, with unsafe characters escaped. */
export function shown(value: unknown): string {
  const json = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const visible = json.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
    (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`,
  );
  const points = [...visible];
  return points.length > MAX_SHOWN ? `${points.slice(0, MAX_SHOWN).join('')}…` : visible;
}
