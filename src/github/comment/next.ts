import { formatDate } from '../../i18n/format.ts';
import type { BlockedState } from '../blocked.ts';
import { codeSpan, link } from '../markdown.ts';
import type { PullRequestReport } from '../pull-request-report.ts';
import type { CommentContext } from './context.ts';
import { editLinks } from './findings.ts';
import { fill } from './text.ts';

/** States in which nobody reviews yet: the contributor comes first. */
const CONTRIBUTORS: ReadonlySet<BlockedState> = new Set(['mixed', 'files', 'zone', 'conflict', 'draft', 'nothing']);
const MAX_NAMED = 5;

/** Who does what next, and when; how to stop it. */
export function nextSteps(report: PullRequestReport, states: readonly BlockedState[], context: CommentContext): string {
  const mend = !report.passed || states.some((state) => CONTRIBUTORS.has(state));
  const steps = [...(mend ? mendSteps(report, context) : reviewSteps(report, context)), ...wayOut(context)];
  return steps.map((step) => `- ${step}`).join('\n');
}

function mendSteps(report: PullRequestReport, context: CommentContext): string[] {
  const { t } = context;
  const errors = report.issues.filter(({ severity }) => severity === 'error');
  const links = editLinks(errors, context);
  if (errors.length === 0) return [t('bot.next.yours'), timeStep(context)];
  return [
    links.length === 0
      ? t('bot.next.mend')
      : fill(t, 'bot.next.mendHere', { files: links.slice(0, MAX_NAMED).join(t('punctuation.listSeparator')) }),
    timeStep(context),
  ];
}

function timeStep({ t, policy }: CommentContext): string {
  const { reminderDays, closeDays } = policy.stale.pullRequests;
  return t('bot.next.time', { reminder: reminderDays, closing: closeDays });
}

function reviewSteps(report: PullRequestReport, context: CommentContext): string[] {
  const { t, policy, reviewers = [], mergesAt } = context;
  const days = { count: policy.waits.firstAnswerDays };
  if (report.scope === 'code') return [t('bot.next.code'), t('bot.next.review', days)];
  const names = reviewers.slice(0, MAX_NAMED).map((name) => codeSpan(name));
  const review =
    names.length === 0
      ? t('bot.next.review', days)
      : fill(t, 'bot.next.reviewBy', { names: names.join(t('punctuation.listSeparator')) }, days);
  const merge =
    mergesAt === undefined ? t('bot.next.merge') : t('bot.next.automerge', { date: timeOf(mergesAt, t.lang) });
  return [review, merge];
}

function timeOf(iso: string, lang: string): string {
  return `${formatDate(iso.slice(0, 10), lang)} ${iso.slice(11, 16)} UTC`;
}

function wayOut({ t, policy, contactUrl }: CommentContext): string[] {
  const { label, comment } = policy.automerge.hold;
  return [
    fill(t, 'bot.next.pause', { comment: codeSpan(comment), label: codeSpan(label) }),
    t('bot.next.withdraw'),
    askStep({ t, contactUrl }),
  ];
}

function askStep({ t, contactUrl }: Pick<CommentContext, 't'> & { contactUrl: string | undefined }): string {
  if (!contactUrl?.startsWith('https://')) return t('bot.next.ask');
  return fill(t, 'bot.next.askOr', { contact: link(t('bot.next.contact'), contactUrl) });
}

/** What happens after a failure of ours. */
export function failureSteps({ t, logUrl, contactUrl }: Pick<CommentContext, 't' | 'logUrl' | 'contactUrl'>): string {
  const log = logUrl === undefined ? [] : [fill(t, 'bot.failure.log', { log: link(t('bot.log'), logUrl) })];
  return [t('bot.failure.again'), ...log, askStep({ t, contactUrl })].map((step) => `- ${step}`).join('\n');
}
