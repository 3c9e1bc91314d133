import type { Excepted, SyncReport } from '../federation/report.ts';
import type { Translator } from '../i18n/t.ts';
import type { StaleField } from '../registry/overlay/overlay.ts';
import { fill, fitting } from './comment/text.ts';
import { LABELS } from './labels.ts';
import { codeSpan, folded, link } from './markdown.ts';

/** What a source has that is not here yet, to be proposed. */
export interface SyncNews {
  readonly source: string;
  readonly zones: readonly string[];
  readonly trust: 'observe' | 'review' | 'auto-safe';
  /** So much changes or goes that a person must look first. */
  readonly braked: boolean;
  readonly report: SyncReport;
}

const CHANGES = ['added', 'changed', 'removed', 'moved', 'filtered', 'buried'] as const;
/** What a person should look at, and not only know. */
const FLAGS = ['quarantined', 'refused', 'edited', 'orphaned', 'stale'] as const;
const LISTED = [...CHANGES, 'quarantined', 'refused', 'edited', 'absent', 'orphaned'] as const;
/** A pull request’s text may have 65,536 characters. */
const LIST = { bytes: 4000, items: 100 } as const;
const STALE = { bytes: 12_000, items: 50 } as const;
const VALUE = 120;

/** `Sync ca: 3 added, 1 changed`: of the commit, too. */
export function syncTitle({ source, report }: SyncNews): string {
  const counts = CHANGES.flatMap((name) => (report[name].length === 0 ? [] : [`${report[name].length} ${name}`]));
  return `Sync ${source}: ${counts.length === 0 ? `state ${report.sequence}` : counts.join(', ')}`;
}

/** The text of the pull request; `content`: what it proposes, as a hash. Whatever the other copy says stands in code spans. */
export function syncBody(news: SyncNews, content: string, t: Translator): string {
  const { source, zones, braked } = news;
  const slots = {
    source: codeSpan(source),
    zones: zones.map((zone) => codeSpan(zone)).join(t('punctuation.listSeparator')),
  };
  const { sequence, asOf } = news.report;
  return `${[
    syncMarker(content),
    fill(t, 'bot.sync.intro', slots, { sequence, day: asOf }),
    ...(braked ? [`**${fill(t, 'bot.sync.held', slots)}**`] : []),
    syncDetails(news.report, t),
    fill(t, 'bot.sync.whole', slots),
    `Language: ${t.lang}`,
  ].join('\n\n')}\n`;
}

/** Counts, and what they count. */
export function syncDetails(report: SyncReport, t: Translator): string {
  const rows = [...LISTED, 'stale'] as const;
  const counts = [
    ...rows.flatMap((name) =>
      report[name].length === 0 ? [] : [[t(`syncList.${name}`), report[name].length] as const],
    ),
    [t('syncList.unchanged'), report.unchanged] as const,
  ];
  const table = [
    `| ${t('bot.sync.what')} | ${t('bot.sync.count')} |`,
    '| --- | ---: |',
    ...counts.map(([what, count]) => `| ${what} | ${count} |`),
  ].join('\n');
  const lists = LISTED.flatMap((name) => (report[name].length === 0 ? [] : [listOf(name, report[name], t)]));
  const stale = report.stale.flatMap(({ key, fields }) => fields.map((field) => () => staleLine(key, field, t)));
  return [
    table,
    ...(stale.length === 0 ? [] : [`### ${t('syncList.stale')}`, fitting(stale, STALE, moreIn(t))]),
    ...lists,
  ].join('\n\n');
}

function listOf(name: (typeof LISTED)[number], records: readonly (string | Excepted)[], t: Translator): string {
  const lines = records.map((each) => () => `- ${named(each)}`);
  return folded(t(`syncList.${name}`), fitting(lines, LIST, moreIn(t)));
}

function moreIn(t: Translator): (rest: number) => string {
  return (rest) => `- ${t('queue.more', { count: rest })}`;
}

function named(each: string | Excepted): string {
  return typeof each === 'string' ? codeSpan(each) : `${codeSpan(each.key)} (${codeSpan(each.reason)})`;
}

function staleLine(key: string, field: StaleField, t: Translator): string {
  const shown = (value: unknown) =>
    value === undefined ? t('bot.sync.nothing') : codeSpan(JSON.stringify(value), VALUE);
  const slots = {
    field: codeSpan(field.path),
    old: 'old' in field ? shown(field.old) : t('bot.sync.unknown'),
    now: shown(field.now),
    ours: shown(field.ours),
  };
  return `- ${codeSpan(key)}: ${fill(t, 'bot.sync.staleField', slots)}`;
}

/**
 * `kept`: the pull request has it already. `declined`: a person closed exactly this. `touched`: somebody else has committed to the branch.
 * `refused`: the other copy is at fault; `failed`: we are.
 */
export type SyncStatus =
  | 'opened'
  | 'updated'
  | 'kept'
  | 'declined'
  | 'touched'
  | 'closed'
  | 'unchanged'
  | 'observed'
  | 'refused'
  | 'failed';

/** What became of a source in a run. */
export interface SyncTold {
  readonly source: string;
  readonly status: SyncStatus;
  /** Its pull request. */
  readonly pull?: { readonly number: number; readonly url: string } | undefined;
  readonly branch?: string | undefined;
  /** Why nothing came of it. */
  readonly reason?: string | undefined;
  readonly report?: SyncReport | undefined;
  /** Where nothing is new: records that it has not shown for a long time. */
  readonly orphaned?: readonly string[] | undefined;
}

/** The report of a run on all sources, as Markdown. */
export function syncSummary(told: readonly SyncTold[], t: Translator): string {
  const parts = told.map((each) => {
    const { report, orphaned = [] } = each;
    const lines = [statusLine(each, t), ...(report === undefined ? [] : [syncDetails(report, t)])];
    return [...lines, ...(orphaned.length === 0 ? [] : [listOf('orphaned', orphaned, t)])].join('\n\n');
  });
  return `${[`# ${t('bot.sync.title')}`, ...parts].join('\n\n')}\n`;
}

function statusLine({ source, status, pull, branch = '', reason = '' }: SyncTold, t: Translator): string {
  const slots = {
    source: codeSpan(source),
    pull: pull === undefined ? '' : link(`#${pull.number}`, pull.url),
    branch: codeSpan(branch),
    reason: codeSpan(reason, 600),
  };
  return fill(t, `syncStatus.${status}`, slots);
}

/** A word of the bot on its pull request, which it keeps at one: why it is closed, or left alone. */
export interface SyncWord {
  readonly isMarked: (body: string) => boolean;
  readonly body: string;
}

const WORDS = {
  empty: { marker: '<!-- public-square:sync-closed -->', key: 'bot.sync.closedEmpty' },
  observed: { marker: '<!-- public-square:sync-closed -->', key: 'bot.sync.closedObserved' },
  touched: { marker: '<!-- public-square:sync-touched -->', key: 'bot.sync.touchedComment' },
} as const;

/** A comment of the bot’s own, said once: a hidden marker tells it from what people say. */
export function syncWord(why: keyof typeof WORDS, source: string, t: Translator): SyncWord {
  const { marker, key } = WORDS[why];
  const text = fill(t, key, { source: codeSpan(source) });
  return { isMarked: (body) => body.startsWith(marker), body: `${marker}\n${text}\n` };
}

const MARKER = /^<!-- public-square:sync ([0-9a-f]{64}) -->$/m;

function syncMarker(content: string): string {
  return `<!-- public-square:sync ${content} -->`;
}

/** The hash of what a pull request proposes, from its text. */
export function readSyncMarker(body: string): string | undefined {
  return MARKER.exec(body)?.[1];
}

/** The text of a pull request that the bot closes: it declines nothing, and may be proposed again. */
export function withoutSyncMarker(body: string): string {
  return body.replace(MARKER, '').trimStart();
}

/**
 * The labels of a pull request: whether it needs a person’s look, and whether the copy’s settings hold it for safe (`trust: auto-safe`) and
 * nothing in it is flagged. No bot of ours merges either; a copy’s own rules may look at them.
 */
export function syncLabels({ trust, braked, report }: SyncNews, present: readonly string[]) {
  const isFlagged = braked || FLAGS.some((name) => report[name].length > 0);
  const wanted = [
    LABELS.sync,
    ...(isFlagged ? [LABELS.syncLook] : []),
    ...(trust === 'auto-safe' && !isFlagged ? [LABELS.syncSafe] : []),
  ];
  const own: readonly string[] = [LABELS.sync, LABELS.syncLook, LABELS.syncSafe];
  return {
    add: wanted.filter((label) => !present.includes(label)),
    remove: present.filter((label) => own.includes(label) && !(wanted as readonly string[]).includes(label)),
  };
}
