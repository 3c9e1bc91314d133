import { KINDS } from '../schema/kinds.ts';
import type { Reviewers } from '../schema/reviewers.ts';
import { isHeld, type PullRequestComment } from './hold.ts';
import type { Policy } from './policy.ts';
import type { PullRequestReport } from './pull-request-report.ts';
import { isSame, maintainersOf } from './reviewers.ts';
import { STATUS_CONTEXT } from './statuses.ts';

export interface Review {
  readonly author: string;
  readonly state: 'approved' | 'changes-requested' | 'commented' | 'dismissed';
  /** ISO time. */
  readonly at: string;
}

/** What is known of a pull request when it may be merged without a person; from the host, but for report, policy and reviewers. */
export interface AutomergeInput {
  readonly report: PullRequestReport;
  /** As they stand in the base: a pull request must not make its author a maintainer. */
  readonly policy: Policy;
  readonly reviewers: Reviewers;
  readonly author: string;
  /** Whose repository the head is in: who may push there may add to it. Empty where it is gone. */
  readonly headOwner: string;
  /** True where it is for the branch that this registry is published from. */
  readonly forMain: boolean;
  /** The head that would be merged. */
  readonly headSha: string;
  readonly draft: boolean;
  /** Undefined while the host does not know it yet. */
  readonly mergeable: boolean | undefined;
  readonly labels: readonly string[];
  readonly comments: readonly PullRequestComment[];
  readonly reviews: readonly Review[];
  /** Statuses and check runs of the head, the latest of each name. */
  readonly checks: readonly { readonly name: string; readonly passed: boolean }[];
  /** ISO times. When the head came to the pull request by the host's clock: a commit's own date is anybody's choice. */
  readonly pushedAt: string;
  /** When it was opened, or last opened again or aimed at another branch: nobody can look at what is closed. */
  readonly proposedAt: string;
  readonly now: string;
}

/** Why a person merges; each has its text on the reviewers' page: `automergeReason.<reason>`. */
export const AUTOMERGE_REASONS = [
  'disabled',
  'scope',
  'files',
  'action',
  'text',
  'unchanged',
  'maintainer',
  'branch',
  'target',
  'sensitive',
  'finding',
  'head',
  'draft',
  'held',
  'objection',
  'conflict',
  'checks',
  'time',
  'waiting',
] as const;
export type AutomergeReason = (typeof AUTOMERGE_REASONS)[number];

export type AutomergeDecision =
  /** Merge this very commit, and refuse where the head has moved on. */
  | { readonly merge: true; readonly sha: string }
  /** `until`: where nothing but time is lacking, when to ask again. */
  | { readonly merge: false; readonly reason: AutomergeReason; readonly until?: string };

const HOUR = 3_600_000;

/** Whether a pull request is merged without a person: only where every single condition of the policy holds. */
export function automergeDecision(input: AutomergeInput): AutomergeDecision {
  const reason = Object.entries(OBSTACLES).find(([, stands]) => stands(input))?.[0];
  if (reason !== undefined) return { merge: false, reason: reason as AutomergeReason };
  const until =
    Math.max(Date.parse(input.pushedAt), Date.parse(input.proposedAt)) + input.policy.automerge.waitHours * HOUR;
  if (Date.parse(input.now) < until) return { merge: false, reason: 'waiting', until: new Date(until).toISOString() };
  return { merge: true, sha: input.headSha };
}

/** Everything but the wait, in the order in which it is told. */
const OBSTACLES: Readonly<Record<Exclude<AutomergeReason, 'waiting'>, (input: AutomergeInput) => boolean>> = {
  disabled: ({ policy }) => !policy.automerge.enabled,
  scope: ({ report }) => report.scope !== 'records',
  files: touchesOtherFiles,
  action: ({ report }) => report.records.some(({ action }) => action !== 'edit'),
  // What is told in prose is read by a person.
  text: ({ report }) => report.records.some(({ kind }) => KINDS[kind].ending === 'mdx'),
  unchanged: ({ report }) => report.records.some(({ changes }) => changes.length === 0),
  maintainer: ({ report, reviewers, author }) =>
    !report.records.every((record) => maintainersOf(record, reviewers).some((account) => isSame(account, author))),
  branch: ({ author, headOwner }) => !isSame(author, headOwner),
  target: ({ forMain }) => !forMain,
  sensitive: ({ report, policy }) =>
    report.records.some(({ changes }) =>
      changes.some(({ path }) => policy.automerge.sensitiveFields.includes(String(path[0] ?? ''))),
    ),
  finding: ({ report }) => !report.passed || report.issues.length > 0,
  head: ({ report, headSha }) => report.head !== headSha,
  draft: ({ draft }) => draft,
  held: ({ labels, comments, policy }) => isHeld(labels, comments, policy),
  objection: ({ reviews }) => hasObjection(reviews),
  conflict: ({ mergeable }) => mergeable !== true,
  checks: ({ checks }) => !checks.every(({ passed }) => passed) || !checks.some(({ name }) => name === STATUS_CONTEXT),
  time: ({ pushedAt, proposedAt, now }) => ![pushedAt, proposedAt].every((time) => Date.parse(time) <= Date.parse(now)),
};

/** Each file must be the file of a record that the report knows, and one that stood before. */
function touchesOtherFiles({ report: { files, records }, policy }: AutomergeInput): boolean {
  const known = new Set(records.map(({ file }) => file));
  return (
    files.length === 0 ||
    files.length > policy.automerge.maxFiles ||
    files.length !== records.length ||
    files.some(({ path, status }) => status !== 'modified' || !known.has(path))
  );
}

/** What somebody's last review said counts; a comment takes no objection back. */
function hasObjection(reviews: readonly Review[]): boolean {
  const last = new Map<string, Review['state']>();
  for (const { author, state } of reviews.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)))
    if (state !== 'commented') last.set(author.toLowerCase(), state);
  return [...last.values()].includes('changes-requested');
}
