import type { Registry } from '../schema/registry.ts';

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
   * Message templates by code; `{name}` is replaced by a value of the finding. Those of rules that are no errors stand on the page of data
   * quality: other languages have them as `rule.<id>.message.<code>`.
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
  readonly values?: Readonly<Record<string, string | number>>;
  readonly found?: string;
  readonly expected?: string;
  /** What to do about it. */
  readonly hint?: string;
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

/** A finding with its place: what every command, workflow and page shows. */
export interface Issue {
  readonly rule: string;
  /** Key of the message, and its values: what another language needs. */
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly severity: Severity;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units, as editors count. */
  readonly col: number;
  readonly path: DataPath;
  readonly message: string;
  readonly found?: string;
  readonly expected?: string;
  readonly hint?: string;
  /** What `registry fix` would change. */
  readonly fix?: Fix;
}

/** Fills a message template. A placeholder without a value stays visible, so that a test finds it. */
export function fillTemplate(template: string, values: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
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
