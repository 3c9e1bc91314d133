import type { FieldChange } from '../registry/change/field-change.ts';
import type { Issue } from '../rules/rule.ts';
import type { Kind } from '../schema/kinds.ts';

/** What kind of files a pull request touches. `mixed`: data together with code, which asks to be split. */
export type PullRequestScope = 'records' | 'vocabularies' | 'settings' | 'code' | 'mixed' | 'nothing';

export interface ChangedFile {
  /** From the root of the repository; may be hostile. */
  readonly path: string;
  readonly status: 'added' | 'modified' | 'deleted' | 'type-changed';
  /** A synchronization wrote it: it is what its lock says. */
  readonly taken?: true;
}

export type RecordAction = 'add' | 'edit' | 'rename' | 'end' | 'entomb' | 'remove';

/** What a pull request does to one record. */
export interface RecordChange {
  readonly action: RecordAction;
  readonly kind: Kind;
  readonly id: string;
  /** The id before, of a rename. */
  readonly formerId?: string;
  /** From the root of the repository. */
  readonly file: string;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  /** The semantic difference, in the order of the schema; empty where only layout or comments changed. */
  readonly changes: readonly FieldChange[];
}

/** The checks in the order of the design; a comment lists them. */
export const CHECKS = [
  'scope',
  'tree',
  'bytes',
  'yaml',
  'schema-version',
  'schema',
  'vocabularies',
  'references',
  'identity',
  'similarity',
  'zone',
  'immutability',
  'editorial',
  'registry',
] as const;
export type CheckId = (typeof CHECKS)[number];

export interface CheckOutcome {
  readonly id: CheckId;
  /** `skipped`: nothing in the pull request concerns it, or an earlier fault left nothing to look at. */
  readonly outcome: 'passed' | 'warned' | 'failed' | 'skipped';
}

/** A finding with its place, its file from the root of the repository. */
export interface ReportedIssue extends Issue {
  readonly check: CheckId;
}

/** Everything that the check of a pull request found; plain data, made from git objects alone. */
export interface PullRequestReport {
  /** Full hashes. `base` is what the changes are compared with: where the head's branch left the target's. */
  readonly base: string;
  readonly head: string;
  /** The verdict: no finding of severity error. */
  readonly passed: boolean;
  readonly scope: PullRequestScope;
  readonly files: readonly ChangedFile[];
  readonly records: readonly RecordChange[];
  /** Zones and kinds that are touched, sorted. */
  readonly zones: readonly string[];
  readonly kinds: readonly Kind[];
  readonly checks: readonly CheckOutcome[];
  readonly issues: readonly ReportedIssue[];
}
