import { type Reviewers, recordPathOf } from '../schema/reviewers.ts';
import type { PullRequestReport, RecordChange } from './pull-request-report.ts';

/** Whom to ask, as a host takes it. A team is given by its own name, without the organization's. */
export interface RequestedReviewers {
  readonly users: readonly string[];
  readonly teams: readonly string[];
}

/** GitHub asks at most this many. */
const MAX_ASKED = 15;

/** The accounts and teams of a zone: its own, else those of its country (`ca` for `ca-qc`), else those of the rest. */
export function reviewersOfZone(zone: string, { zones = {} }: Reviewers): readonly string[] {
  const named = [zone, zone.split('-')[0] ?? zone, '*'].find((key) => Object.hasOwn(zones, key));
  return named === undefined ? [] : (zones[named] ?? []);
}

/**
 * Whom to ask for a review: those of the zones that are touched; for vocabularies, settings and code those of the rest; never the author. Where
 * only the author would be left, those of the rest.
 * @param reviewers as they stand in the base, never in the pull request
 */
export function reviewersFor(report: PullRequestReport, reviewers: Reviewers, author: string): RequestedReviewers {
  const rest = reviewersOfZone('*', reviewers);
  const zones = report.scope === 'records' ? report.zones : ['*', ...report.zones];
  const others = (names: readonly string[]): string[] => [...new Set(names)].filter((name) => !isSame(name, author));
  const asked = others(zones.flatMap((zone) => reviewersOfZone(zone, reviewers)));
  const names = (asked.length > 0 ? asked : others(rest)).slice(0, MAX_ASKED);
  return {
    users: names.filter((name) => !name.includes('/')),
    teams: names.flatMap((name) => name.split('/').slice(1)),
  };
}

/** The accounts that look after a record, by the file as it stands in the base. */
export function maintainersOf(
  { kind, id }: Pick<RecordChange, 'kind' | 'id'>,
  { maintainers = {} }: Reviewers,
): readonly string[] {
  const path = recordPathOf(kind, id);
  return Object.hasOwn(maintainers, path) ? (maintainers[path] ?? []) : [];
}

/** Hosts take names of accounts in any case of letters. */
export function isSame(account: string, other: string): boolean {
  return account.toLowerCase() === other.toLowerCase();
}
