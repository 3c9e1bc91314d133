import type { Translator } from '../i18n/t.ts';
import { fill } from './comment/text.ts';
import { LABELS } from './labels.ts';
import { codeSpan } from './markdown.ts';
import type { Policy } from './policy.ts';
import { daysBetween, hasLabel, type OpenItem, waitsFor } from './waiting.ts';

/** `wake`: the label goes, the author is back or it is our turn. */
export type StaleAction = 'none' | 'remind' | 'close' | 'wake';

/**
 * What to do about a pull request or issue that may have been forgotten. Only what waits for its author is reminded and later closed, and never
 * closed sooner after the reminder than the policy gives time: a bot that was off for months must not close at once.
 */
export function staleDecision(item: OpenItem, { stale }: Policy, now: string): StaleAction {
  if (stale.exemptLabels.some((label) => hasLabel(item, label))) return 'none';
  const { reminderDays, closeDays } = item.type === 'issue' ? stale.issues : stale.pullRequests;
  const back = item.remindedAt !== undefined && Date.parse(item.authorActiveAt) > Date.parse(item.remindedAt);
  const awake = waitsFor(item) === 'us' || back;
  if (awake && hasLabel(item, LABELS.stale)) return 'wake';
  if (waitsFor(item) === 'us') return 'none';
  const idle = Math.min(
    daysBetween(item.authorActiveAt, now),
    daysBetween(item.answeredAt ?? item.authorActiveAt, now),
  );
  if (item.remindedAt === undefined || back) return idle >= reminderDays ? 'remind' : 'none';
  const reminded = daysBetween(item.remindedAt, now);
  return idle >= closeDays && reminded >= closeDays - reminderDays ? 'close' : 'none';
}

/** The first line of a reminder: by it the bot tells when it last reminded. */
export const STALE_MARKER = '<!-- public-square:stale -->';

/** What the author is told. */
export function staleComment(
  action: 'remind' | 'close',
  item: OpenItem,
  { stale, automerge }: Policy,
  t: Translator,
): string {
  const { reminderDays, closeDays } = item.type === 'issue' ? stale.issues : stale.pullRequests;
  const text =
    action === 'close'
      ? t('bot.stale.close')
      : fill(t, 'bot.stale.remind', { label: codeSpan(automerge.hold.label) }, { count: closeDays - reminderDays });
  return `${STALE_MARKER}\n${text}\n`;
}
