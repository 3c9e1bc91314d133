import type { HostFacts } from '../../src/github/comment/context.ts';
import { commentOf } from '../../src/github/comment.ts';
import { isHeld } from '../../src/github/hold.ts';
import { declarationOf, labelsFor } from '../../src/github/labels.ts';
import type { PullRequestReport } from '../../src/github/pull-request-report.ts';
import { type RequestedReviewers, reviewersFor } from '../../src/github/reviewers.ts';
import { commitStatus } from '../../src/github/statuses.ts';
import { asking, reasonOf, statusOf } from '../lib/host-failure.ts';
import { readComments, readReviews, withTrust } from './conversation.ts';
import type { CopyFacts } from './copy-facts.ts';
import { mergesAt } from './decide-automerge.ts';
import { isMarked, type Pull, putStatus, textsOf } from './pull.ts';
import type { BotRun } from './run-bot.ts';
import { type LabelLook, setLabels } from './set-labels.ts';
import { putComment } from './sticky-comment.ts';

/**
 * Tells the author of a pull request what the check found. The comment and the status come first; `onTold` is called when they are there, so
 * that a failure with the labels is not told as one of the check.
 */
export async function publishVerdict(
  run: BotRun,
  copy: CopyFacts,
  pull: Pull,
  report: PullRequestReport,
  onTold: () => void,
): Promise<void> {
  const asked = reviewersFor(report, copy.registry.reviewers, pull.user.login);
  const merges = await mergesAt(run, copy, pull, report);
  const body = commentOf(report, {
    ...copy.contextIn(copy.languageOf(textsOf(pull)), report),
    ...(pull.head.repo === null ? {} : { head: { repository: pull.head.repo.full_name, branch: pull.head.ref } }),
    facts: await factsOf(run, pull, copy),
    reviewers: asked.users,
    ...(merges === undefined ? {} : { mergesAt: merges }),
  });
  const { url } = await putComment(run.host, { issue: pull.number, isMarked, body });
  await putStatus(run, report.head, commitStatus(report, { t: copy.translator(copy.mainLanguage), targetUrl: url }));
  onTold();
  const present = pull.labels.map(({ name }) => name);
  await setLabels(run.host, { issue: pull.number, ...labelsFor(report, copy.policy, present), lookOf: lookIn(copy) });
  if (report.passed && pull.draft !== true) await askReviewers(run, pull, asked);
}

async function factsOf(
  { host }: BotRun,
  { number, mergeable, draft, labels }: Pull,
  { policy }: CopyFacts,
): Promise<HostFacts> {
  const names = labels.map(({ name }) => name);
  return {
    // `null` while the host has not found out yet.
    conflict: mergeable === false,
    draft: draft === true,
    held: isHeld(names, await withTrust(host, await readComments(host, number), policy), policy),
  };
}

/** Asks those for a review who are not asked yet and have not given one; a wrong name in the list is told in the log only. */
async function askReviewers(
  { host, print }: BotRun,
  { number, ...pull }: Pull,
  { users, teams }: RequestedReviewers,
): Promise<void> {
  const there = new Set([
    ...(pull.requested_reviewers ?? []).map(({ login }) => login.toLowerCase()),
    ...(users.length === 0 ? [] : await readReviews(host, number)).map(({ author }) => author.toLowerCase()),
  ]);
  const asked = new Set((pull.requested_teams ?? []).map(({ slug }) => slug));
  const reviewers = users.filter((login) => !there.has(login.toLowerCase()));
  const team_reviewers = teams.filter((team) => !asked.has(team));
  if (reviewers.length + team_reviewers.length === 0) return;
  await asking(`asking for a review of ${number}`, () =>
    host.octokit.rest.pulls.requestReviewers({ ...host.at, pull_number: number, reviewers, team_reviewers }),
  ).catch((error: unknown) => {
    // A name that the host does not know, or a team that the workflow's token may not see.
    if (![403, 404, 422].includes(statusOf(error) ?? 0)) throw error;
    print(`${reasonOf(error)} See registry/reviewers.yaml.`);
  });
}

/** How a label of the policy looks, in the first language of the copy. */
export function lookIn({ policy, mainLanguage }: CopyFacts): (label: string) => LabelLook | undefined {
  return (label) => {
    const declared = declarationOf(label, policy);
    if (declared === undefined) return undefined;
    const { colour, description } = declared;
    return { colour, description: description[mainLanguage] ?? Object.values(description)[0] ?? '' };
  };
}
