import type { Finding, Issue } from '../rules/rule.ts';

/** A finding with its place, and with what its message is made of in any language. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly issue: Issue;
}

/** A finding that is no error: somebody should look. */
export interface Advice {
  readonly rule: string;
  /** Key of the message, and what fills it. */
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** Path inside the registry folder. */
  readonly file: string;
  readonly line: number;
}

export function adviceOf(findings: readonly PlacedFinding[]): Advice[] {
  return findings
    .filter(({ issue }) => issue.severity !== 'error')
    .map(({ finding: { rule, code, values = {}, file }, issue: { line } }) => ({ rule, code, values, file, line }));
}
