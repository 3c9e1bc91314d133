import type { HostFacts } from '../../src/github/comment/context.ts';
import { commentOf } from '../../src/github/comment.ts';
import { declarationOf, labelsFor } from '../../src/github/labels.ts';
import type { PullRequestReport } from '../../src/github/pull-request-report.ts';
import { commitStatus } from '../../src/github/statuses.ts';
import type { CopyFacts } from './copy-facts.ts';
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
  const context = copy.contextIn(copy.languageOf(textsOf(pull)), report);
  const head = pull.head.repo === null ? {} : { head: { repository: pull.head.repo.full_name, branch: pull.head.ref } };
  const body = commentOf(report, { ...context, ...head, facts: factsOf(pull, copy) });
  const { url } = await putComment(run.host, { issue: pull.number, isMarked, body });
  await putStatus(run, report.head, commitStatus(report, { t: copy.translator(copy.mainLanguage), targetUrl: url }));
  onTold();
  const present = pull.labels.map(({ name }) => name);
  await setLabels(run.host, { issue: pull.number, ...labelsFor(report, copy.policy, present), lookOf: lookIn(copy) });
}

function factsOf({ mergeable, draft, labels }: Pull, { policy }: CopyFacts): HostFacts {
  const hold = policy.automerge.hold.label.toLowerCase();
  return {
    // `null` while the host has not found out yet.
    conflict: mergeable === false,
    draft: draft === true,
    held: labels.some(({ name }) => name.toLowerCase() === hold),
  };
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
