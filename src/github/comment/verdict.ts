import type { Translator } from '../../i18n/t.ts';
import type { BlockedState } from '../blocked.ts';
import { codeSpan, link } from '../markdown.ts';
import type { CheckOutcome, PullRequestReport } from '../pull-request-report.ts';
import type { CommentContext } from './context.ts';
import { fill } from './text.ts';

/** The verdict in a line: the heading of the comment. */
export function verdictOf(report: PullRequestReport, states: readonly BlockedState[], t: Translator): string {
  const count = (severity: string): number => report.issues.filter((issue) => issue.severity === severity).length;
  if (report.scope === 'nothing') return t('bot.verdict.nothing');
  if (!report.passed) return t('bot.verdict.failed', { count: count('error') });
  if (report.scope === 'mixed') return t('bot.verdict.mixed');
  if (states.length > 0) return t('bot.verdict.blocked');
  if (report.scope === 'code') return t('bot.verdict.code');
  return count('warning') > 0 ? t('bot.verdict.warned', { count: count('warning') }) : t('bot.verdict.passed');
}

/** Which commit was checked, and that the comment is written anew for each. */
export function checkedCommit({ head }: PullRequestReport, { t, repository }: CommentContext): string {
  const commit = link(codeSpan(head.slice(0, 10)), `${repository}/commit/${head}`);
  return fill(t, 'bot.checked', { commit });
}

/** Every check in the order of the design, with what came of it. */
export function checkList(checks: readonly CheckOutcome[], { t }: CommentContext): string {
  return checks
    .map(({ id, outcome }) => `- ${t('bot.row', { name: t(`botCheck.${id}`), value: t(`botOutcome.${outcome}`) })}`)
    .join('\n');
}
