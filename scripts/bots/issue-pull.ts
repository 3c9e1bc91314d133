import type { PullLink } from '../../src/github/issue/answer.ts';
import { asking } from '../lib/host-failure.ts';
import type { Host } from '../lib/octokit.ts';
import { findPull, type HeadBranch, openPull, type ProposedPull, type PullTexts } from '../lib/proposal/pull.ts';
import { branchOf } from './issue-branch.ts';

function fromIssue({ at }: Host, issue: number): HeadBranch {
  return { owner: at.owner, branch: branchOf(issue), what: `issue ${issue}` };
}

/** The pull request of an issue's branch, the newest where there were several. */
export async function findIssuePull(host: Host, issue: number): Promise<ProposedPull | undefined> {
  return findPull(host, fromIssue(host, issue));
}

/** Opens the pull request of an issue’s branch, or brings the title of the open one up to date. */
export async function openIssuePull(
  host: Host,
  issue: number,
  texts: PullTexts,
  known: ProposedPull | undefined,
): Promise<PullLink> {
  if (known?.isOpen !== true) return openPull(host, fromIssue(host, issue), texts);
  const { title } = texts;
  if (known.title !== title)
    await asking(`naming ${known.number} anew`, () =>
      host.octokit.rest.pulls.update({ ...host.at, pull_number: known.number, title }),
    );
  return known;
}
