import { type AutomergeDecision, type AutomergeInput, automergeDecision } from '../../src/github/automerge.ts';
import type { PullRequestReport } from '../../src/github/pull-request-report.ts';
import { STATUS_CONTEXT } from '../../src/github/statuses.ts';
import { readComments, readProposedAt, readReviews, readVerdicts, withTrust } from './conversation.ts';
import type { CopyFacts } from './copy-facts.ts';
import type { Pull } from './pull.ts';
import type { BotRun } from './run-bot.ts';

/** The decision of the policy, with everything that it asks of the host. */
export async function decideAutomerge(
  run: BotRun,
  copy: CopyFacts,
  pull: Pull,
  report: PullRequestReport,
  assumed: Partial<AutomergeInput> = {},
): Promise<AutomergeDecision> {
  const { host } = run;
  const { policy, registry } = copy;
  return automergeDecision({
    report,
    policy,
    reviewers: registry.reviewers,
    author: pull.user.login,
    headOwner: pull.head.repo?.owner.login ?? '',
    forMain: pull.base.ref === pull.base.repo.default_branch,
    headSha: pull.head.sha,
    draft: pull.draft === true,
    mergeable: pull.mergeable ?? undefined,
    labels: pull.labels.map(({ name }) => name),
    comments: await withTrust(host, await readComments(host, pull.number), policy),
    reviews: await readReviews(host, pull.number),
    ...(await readVerdicts(host, pull.head.sha, STATUS_CONTEXT)),
    proposedAt: await readProposedAt(host, pull),
    now: run.now().toISOString(),
    ...assumed,
  });
}

/**
 * When a pull request would be merged without a person, for its author to know: an ISO time, absent where a person merges. The check that is
 * being told counts as done, and what runs beside it as passed.
 */
export async function mergesAt(
  run: BotRun,
  copy: CopyFacts,
  pull: Pull,
  report: PullRequestReport,
): Promise<string | undefined> {
  if (!copy.policy.automerge.enabled) return undefined;
  const checks = [{ name: STATUS_CONTEXT, passed: report.passed }];
  const decision = await decideAutomerge(run, copy, pull, report, { checks, mergeable: pull.mergeable !== false });
  return decision.merge ? run.now().toISOString() : decision.until;
}
