import { fillTemplate } from '../rules/english.ts';
import { RULES_BY_ID } from '../rules/index.ts';
import type { Values } from '../rules/phrase.ts';
import type { Finding } from '../rules/rule.ts';

/** A finding that is no error, in what its message is made of in any language: somebody should look. */
export interface Advice {
  readonly rule: string;
  /** Key of the message, and what fills it. */
  readonly code: string;
  readonly values: Values;
  /** In English. */
  readonly message: string;
  /** Path inside the registry folder. */
  readonly file: string;
}

/** Findings that forbid nothing, with their message in English. */
export function adviceOf(findings: readonly Finding[]): Advice[] {
  return findings
    .filter(({ rule }) => RULES_BY_ID.get(rule)?.severity !== 'error')
    .map(({ rule, code, values = {}, file }) => {
      const message = fillTemplate(RULES_BY_ID.get(rule)?.messages[code] ?? '', values);
      return { rule, code, values, message, file };
    });
}
