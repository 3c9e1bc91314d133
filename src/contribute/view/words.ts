import type { Issue } from '../../rules/rule.ts';
import type { FormContext } from './context.ts';

/** What is wrong and what to do about it, in the page's language. */
export type IssueWords = (issue: Issue) => { message: string; hint?: string | undefined };

export function issueWords(_context: Pick<FormContext, 'page' | 't'>): IssueWords {
  return ({ message, hint }) => ({ message, hint });
}
