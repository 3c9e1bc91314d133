import type { Translator } from '../i18n/t.ts';
import { fill, fitting } from './comment/text.ts';
import { LABEL_FAMILIES, LABELS } from './labels.ts';
import { codeSpan, link } from './markdown.ts';
import type { Policy } from './policy.ts';
import { daysBetween, hasLabel, type OpenItem, waitsFor } from './waiting.ts';

/** Why an open pull request or issue waits. */
export type QueueState = 'review' | 'answer' | 'author' | 'draft' | 'hold';

export interface QueueEntry {
  readonly item: OpenItem;
  readonly state: QueueState;
  /** Days since it was opened, and since whose turn it is had the last word. */
  readonly age: number;
  readonly waited: number;
  readonly zones: readonly string[];
  /** It waits for its first answer by a person for longer than the policy promises. */
  readonly overdue: boolean;
}

export interface QueueReport {
  readonly now: string;
  /** What waits for us first, then the oldest first. */
  readonly entries: readonly QueueEntry[];
  readonly counts: Readonly<Record<QueueState, number>>;
  readonly byZone: readonly { readonly zone: string; readonly count: number }[];
  readonly overdue: number;
  /** Days to the first answer by a person, of everything that has had one; absent where nothing has. */
  readonly medianFirstAnswerDays?: number;
}

const STATES: readonly QueueState[] = ['answer', 'review', 'author', 'draft', 'hold'];
const [, , ZONES] = LABEL_FAMILIES;

/**
 * What waits, for whom and for how long.
 * @param answered further ones, closed already, of which the time to the first answer is known
 */
export function queueReport(
  open: readonly OpenItem[],
  policy: Policy,
  now: string,
  answered: readonly OpenItem[] = [],
): QueueReport {
  const entries = open
    .map((item) => queueEntry(item, policy, now))
    .toSorted(
      (a, b) =>
        STATES.indexOf(a.state) - STATES.indexOf(b.state) || b.waited - a.waited || a.item.number - b.item.number,
    );
  const byZone = Map.groupBy(
    entries.flatMap(({ zones }) => zones),
    (zone) => zone,
  );
  const median = medianOf(
    [...open, ...answered].flatMap(({ createdAt, firstAnswerAt }) =>
      firstAnswerAt === undefined ? [] : [daysBetween(createdAt, firstAnswerAt)],
    ),
  );
  return {
    now,
    entries,
    counts: Object.fromEntries(
      STATES.map((state) => [state, entries.filter((entry) => entry.state === state).length]),
    ) as QueueReport['counts'],
    byZone: [...byZone]
      .map(([zone, found]) => ({ zone, count: found.length }))
      .toSorted((a, b) => b.count - a.count || (a.zone < b.zone ? -1 : 1)),
    overdue: entries.filter(({ overdue }) => overdue).length,
    ...(median === undefined ? {} : { medianFirstAnswerDays: median }),
  };
}

function queueEntry(item: OpenItem, policy: Policy, now: string): QueueEntry {
  const state = stateOf(item, policy);
  const ours = state === 'review' || state === 'answer';
  const since = ours ? item.authorActiveAt : (item.answeredAt ?? item.authorActiveAt);
  return {
    item,
    state,
    age: daysBetween(item.createdAt, now),
    waited: daysBetween(since, now),
    zones: item.labels.filter((label) => label.startsWith(ZONES)).map((label) => label.slice(ZONES.length)),
    overdue:
      ours && item.firstAnswerAt === undefined && daysBetween(item.createdAt, now) > policy.waits.firstAnswerDays,
  };
}

function stateOf(item: OpenItem, { automerge }: Policy): QueueState {
  if (hasLabel(item, automerge.hold.label)) return 'hold';
  if (waitsFor(item) === 'author') return item.draft ? 'draft' : 'author';
  return hasLabel(item, LABELS.ready) ? 'review' : 'answer';
}

function medianOf(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined || sorted.length % 2 === 1) return upper;
  return ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** GitHub takes a megabyte as a job's summary; an issue takes 65,536 characters. */
const MAX_BYTES = 40_000;

/** The report for people, as Markdown. */
export function queueMarkdown(report: QueueReport, t: Translator, repository: string): string {
  const { entries, overdue, medianFirstAnswerDays: median, byZone } = report;
  const facts = [
    t('queue.open', { count: entries.length }),
    t('queue.overdue', { count: overdue }),
    ...(median === undefined ? [] : [t('queue.median', { count: median })]),
    ...(byZone.length === 0
      ? []
      : [
          fill(t, 'queue.zones', {
            zones: byZone
              .slice(0, 30)
              .map(({ zone, count }) => `${codeSpan(zone)} ${count}`)
              .join(t('punctuation.listSeparator')),
          }),
        ]),
  ];
  const parts = STATES.flatMap((state) => {
    const lines = entries.filter((entry) => entry.state === state).map((entry) => entryLine(entry, t, repository));
    if (lines.length === 0) return [];
    const listed = fitting(
      lines,
      { bytes: MAX_BYTES / STATES.length },
      (rest) => `- ${t('queue.more', { count: rest })}`,
    );
    return [`## ${t(`queueState.${state}`)}\n\n${listed}`];
  });
  return `${[`# ${t('queue.title')}`, facts.map((fact) => `- ${fact}`).join('\n'), ...parts].join('\n\n')}\n`;
}

function entryLine({ item, waited, zones, overdue }: QueueEntry, t: Translator, repository: string): string {
  const page = `${repository}/${item.type === 'issue' ? 'issues' : 'pull'}/${item.number}`;
  const marks = [...zones.map((zone) => codeSpan(zone)), ...(overdue ? [t('queue.late')] : [])];
  const slots = {
    link: link(String(item.number), page),
    title: codeSpan(item.title, 100),
    author: codeSpan(item.author, 40),
  };
  const line = fill(t, 'queue.entry', slots, { count: waited });
  return `- ${[line, ...marks].join(t('punctuation.listSeparator'))}`;
}
