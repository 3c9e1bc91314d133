import type { PullLink } from '../../src/github/issue/answer.ts';
import { asking, HostFailure, statusOf } from '../lib/host-failure.ts';
import { type Host, REPEAT_NOT } from '../lib/octokit.ts';
import { branchOf } from './issue-branch.ts';

/** The pull request of an issue's branch, the newest where there were several. */
export interface IssuePull extends PullLink {
  readonly isOpen: boolean;
  /** ISO time; absent while it is open. */
  readonly closedAt?: string;
  readonly isMerged: boolean;
  readonly title: string;
}

export async function findPull({ octokit, at }: Host, issue: number): Promise<IssuePull | undefined> {
  return asking(`looking for the pull request of issue ${issue}`, async () => {
    const head = `${at.owner}:${branchOf(issue)}`;
    const { data } = await octokit.rest.pulls.list({ ...at, head, state: 'all', per_page: 100 });
    const [newest] = data.toSorted((a, b) => b.number - a.number);
    if (newest === undefined) return undefined;
    const { number, html_url: url, state, closed_at, merged_at, title } = newest;
    const closed = closed_at === null ? {} : { closedAt: closed_at };
    return { number, url, title, isOpen: state === 'open', isMerged: merged_at !== null, ...closed };
  });
}

export interface PullTexts {
  readonly issue: number;
  readonly base: string;
  readonly title: string;
  readonly body: string;
}

/** Opens the pull request of an issue’s branch, or brings the title of the open one up to date. */
export async function openPull(host: Host, texts: PullTexts, known: IssuePull | undefined): Promise<PullLink> {
  const { octokit, at } = host;
  const { issue, base, title, body } = texts;
  return asking(`opening the pull request of issue ${issue}`, async () => {
    if (known?.isOpen === true) {
      if (known.title !== title) await octokit.rest.pulls.update({ ...at, pull_number: known.number, title });
      return known;
    }
    try {
      const { data } = await octokit.rest.pulls.create({
        ...at,
        ...REPEAT_NOT,
        head: branchOf(issue),
        base,
        title,
        body,
      });
      return { number: data.number, url: data.html_url };
    } catch (error) {
      return onRefusal(host, issue, error);
    }
  });
}

/** It may be there nevertheless: another run was quicker, or the answer to ours was lost. */
async function onRefusal(host: Host, issue: number, error: unknown): Promise<PullLink> {
  if (statusOf(error) === 403 && /not permitted to create/.test(String(error)))
    throw new HostFailure(
      'the repository does not let workflows open pull requests: allow it under Settings, Actions, General, Workflow permissions',
      { cause: error },
    );
  const found = await findPull(host, issue);
  if (found?.isOpen !== true) throw error;
  return found;
}
