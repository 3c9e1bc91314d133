import type { Kind } from '../schema/kinds.ts';
import type { Policy } from './policy.ts';
import type { PullRequestReport, RecordAction } from './pull-request-report.ts';

/** The labels that code speaks of, by what they are for; `.github/policy.yml` declares each and says what it means. */
export const LABELS = {
  needsChanges: 'needs changes',
  ready: 'ready for review',
  lookAlike: 'look-alike',
  mixed: 'mixed',
  takenByHand: 'taken by hand',
  vocabulary: 'vocabulary',
  settings: 'settings',
  code: 'code',
  stale: 'stale',
  fromIssue: 'from issue',
  needsInformation: 'needs information',
  makePullRequest: 'make pull request',
  sync: 'sync',
  syncLook: 'sync: look closely',
  syncSafe: 'sync: safe',
} as const;

/** Families of labels: one for each action, kind and zone. */
export const LABEL_FAMILIES = ['action: ', 'kind: ', 'zone: '] as const;

/** The label of what a pull request does with a record. */
export const actionLabel = (action: RecordAction): string => `action: ${action}`;
/** The label of a kind of record. */
export const kindLabel = (kind: Kind): string => `kind: ${kind}`;
/** The label of a zone. */
export const zoneLabel = (zone: string): string => `zone: ${zone}`;

/** What the check of a pull request decides; all others are somebody else's. */
const OF_THE_CHECK: ReadonlySet<string> = new Set([
  LABELS.needsChanges,
  LABELS.ready,
  LABELS.lookAlike,
  LABELS.mixed,
  LABELS.takenByHand,
  LABELS.vocabulary,
  LABELS.settings,
  LABELS.code,
]);

export interface LabelChanges {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** The labels to add and remove for a report, sorted. Labels that the check does not decide about stay as they are. */
export function labelsFor(report: PullRequestReport, policy: Policy, present: readonly string[]): LabelChanges {
  const wanted = new Set(wantedLabels(report, policy));
  // Hosts take `Hold` and `hold` for one label.
  const there = new Set(present.map((label) => label.toLowerCase()));
  return {
    add: [...wanted].filter((label) => !there.has(label)).sort(),
    remove: present.filter((label) => isOutdated(label.toLowerCase(), wanted)).toSorted(),
  };
}

/** A rule of the host may merge by the label that says safe: it goes where somebody has worked on what the bot proposed. */
function isOutdated(label: string, wanted: ReadonlySet<string>): boolean {
  if (label === LABELS.syncSafe) return wanted.has(LABELS.takenByHand) || wanted.has(LABELS.needsChanges);
  return isOfTheCheck(label) && !wanted.has(label);
}

function isOfTheCheck(label: string): boolean {
  return OF_THE_CHECK.has(label) || LABEL_FAMILIES.some((family) => label.startsWith(family));
}

function wantedLabels(report: PullRequestReport, { limits }: Policy): string[] {
  const { passed, scope, records, kinds, zones, issues } = report;
  const waits = !passed || scope === 'mixed';
  const topics: readonly (readonly [string, boolean])[] = [
    [LABELS.needsChanges, waits],
    [LABELS.ready, !waits && scope !== 'nothing'],
    [LABELS.lookAlike, issues.some(({ rule }) => rule === 'similar-name')],
    [LABELS.mixed, scope === 'mixed'],
    [LABELS.takenByHand, issues.some(({ rule }) => rule === 'pr-taken-by-hand')],
    [LABELS.vocabulary, scope === 'vocabularies'],
    [LABELS.settings, scope === 'settings'],
    [LABELS.code, scope === 'code'],
  ];
  return [
    ...topics.filter(([, holds]) => holds).map(([label]) => label),
    ...new Set(records.map(({ action }) => actionLabel(action))),
    ...kinds.map(kindLabel),
    ...(zones.length > limits.zoneLabels ? [] : zones.map(zoneLabel)),
  ];
}

/** How a label is declared: its own entry, or that of its family. */
export function declarationOf(label: string, { labels }: Policy): Policy['labels'][string] | undefined {
  if (Object.hasOwn(labels, label)) return labels[label];
  const family = LABEL_FAMILIES.find((start) => label.startsWith(start));
  return family === undefined ? undefined : labels[`${family}*`];
}
