import type { Severity } from '../rules/rule.ts';
import { blockedStates } from './blocked.ts';
import { blockedText } from './comment/blocked-text.ts';
import type { CommentContext } from './comment/context.ts';
import { differenceOf } from './comment/difference.ts';
import { findingList } from './comment/findings.ts';
import { markerOf } from './comment/marker.ts';
import { failureSteps, nextSteps } from './comment/next.ts';
import { previewOf } from './comment/preview.ts';
import { bytesOf } from './comment/text.ts';
import { checkedCommit, checkList, verdictOf } from './comment/verdict.ts';
import { folded } from './markdown.ts';
import type { PullRequestReport, ReportedIssue } from './pull-request-report.ts';

/**
 * GitHub refuses comments above 65,536 characters, and does not say what it counts: bytes are never fewer. The shares leave 10,000 of them for
 * what has no share.
 */
export const MAX_COMMENT_BYTES = 65_536;
const SHARES: Readonly<Record<Severity | 'preview' | 'difference', number>> = {
  error: 22_000,
  warning: 9_000,
  info: 4_000,
  preview: 8_000,
  difference: 12_000,
};

/**
 * The one comment of the bot on a pull request, as Markdown: verdict, what to mend, what to look at, what happens next, a preview, and folded
 * what changes and what was checked. Words of others stand in code only.
 */
export function commentOf(report: PullRequestReport, context: CommentContext): string {
  const { t } = context;
  const states = blockedStates(report, context.facts ?? {}, context.policy);
  const ofSeverity = (severity: Severity): ReportedIssue[] =>
    report.issues.filter((issue) => issue.severity === severity);
  const findings = (severity: Severity): string => findingList(ofSeverity(severity), report, context, SHARES[severity]);
  const part = (title: string, content: string): string => (content === '' ? '' : `### ${title}\n\n${content}`);
  const fold = (title: string, content: string): string => (content === '' ? '' : folded(title, content));
  const parts = [
    `${markerOf(report.head)}\n## ${verdictOf(report, states, t)}`,
    checkedCommit(report, context),
    blockedText(states, report, context),
    part(t('bot.mustFix'), findings('error')),
    part(t('bot.pleaseCheck'), findings('warning')),
    part(t('bot.next'), nextSteps(report, states, context)),
    part(t('bot.preview'), previewOf(report.records, context, SHARES.preview)),
    fold(t('bot.difference'), differenceOf(report.records, context, SHARES.difference)),
    fold(t('bot.notes', { count: ofSeverity('info').length }), findings('info')),
    fold(t('bot.checks'), checkList(report.checks, context)),
  ];
  return withinLimit(`${parts.filter((text) => text !== '').join('\n\n')}\n`);
}

/** What the failure of our own check is told with. */
export interface FailureContext extends Pick<CommentContext, 't' | 'logUrl' | 'contactUrl'> {
  /** The head that was to be checked, a full hash. */
  readonly head: string;
}

/** The comment where the check itself failed: nothing is wrong with the contribution, and nothing is asked of its author. */
export function failureComment(context: FailureContext): string {
  return withinLimit(
    [
      `${markerOf(context.head)}\n## ${context.t('bot.verdict.failure')}`,
      context.t('bot.failure'),
      failureSteps(context),
    ].join('\n\n'),
  );
}

function withinLimit(comment: string): string {
  const bytes = bytesOf(comment);
  if (bytes > MAX_COMMENT_BYTES) throw new Error(`a comment of ${bytes} bytes: a part has outgrown its share`);
  return comment;
}
