import type { HostFacts } from './comment/context.ts';
import type { Policy } from './policy.ts';
import type { PullRequestReport } from './pull-request-report.ts';

/** Why a pull request cannot go on, besides findings; each has a text and a remedy: `botBlocked.<state>`, `botRemedy.<state>`. */
export type BlockedState = 'approval' | 'conflict' | 'draft' | 'files' | 'hold' | 'mixed' | 'nothing' | 'zone';

/** Files of the registry, and the others. */
export function partsOf({ files }: PullRequestReport): { readonly data: string[]; readonly others: string[] } {
  const paths = files.map(({ path }) => path);
  return {
    data: paths.filter((path) => path.startsWith('registry/')),
    others: paths.filter((path) => !path.startsWith('registry/')),
  };
}

/** What a synchronization brings is whole or not at all: however much it is, nobody can send it in parts. */
function byHand(report: PullRequestReport): PullRequestReport {
  return { ...report, files: report.files.filter(({ taken }) => taken !== true) };
}

/** What stands, and what would go: the one rule looks at the registry, the other at the change. */
const ZONE_RULES: ReadonlySet<string> = new Set(['zone-authority', 'pr-foreign-zone']);

/** The zones that are touched and that another copy writes, or that this copy does not. */
export function foreignZones({ issues }: PullRequestReport): string[] {
  const zones = issues
    .filter(({ rule, code }) => ZONE_RULES.has(rule) && (code === 'foreign' || code === 'delegated'))
    .map(({ values }) => String(values?.['zone'] ?? ''));
  return [...new Set(zones)].filter((zone) => zone !== '').sort();
}

/** Everything that stands in the way, what the contributor can do something about first. */
export function blockedStates(report: PullRequestReport, facts: HostFacts, policy: Policy): BlockedState[] {
  const states: [BlockedState, boolean][] = [
    ['nothing', report.scope === 'nothing'],
    ['mixed', report.scope === 'mixed'],
    ['files', partsOf(byHand(report)).data.length > policy.thresholds.maxFiles],
    ['zone', foreignZones(report).length > 0],
    ['conflict', facts.conflict === true],
    ['draft', facts.draft === true],
    ['approval', facts.waitsForApproval === true],
    ['hold', facts.held === true],
  ];
  return states.filter(([, holds]) => holds).map(([state]) => state);
}
