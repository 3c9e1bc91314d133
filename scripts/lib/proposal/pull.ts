import { asking, HostFailure, statusOf } from '../host-failure.ts';
import { type Host, REPEAT_NOT } from '../octokit.ts';

/** A branch that something is proposed from; `owner`: whose repository it is in, a fork or this one. */
export interface HeadBranch {
  readonly owner: string;
  readonly branch: string;
  /** What it is for, in messages: `issue 5`. */
  readonly what: string;
}

/** The pull request of a branch. */
export interface ProposedPull {
  readonly number: number;
  /** Its page. */
  readonly url: string;
  readonly isOpen: boolean;
  /** ISO time; absent while it is open. */
  readonly closedAt?: string;
  readonly isMerged: boolean;
  readonly title: string;
  readonly body: string;
  /** Full hash. */
  readonly head: string;
  readonly labels: readonly string[];
}

/** The pull request of a branch, the newest where there were several. */
export async function findPull({ octokit, at }: Host, from: HeadBranch): Promise<ProposedPull | undefined> {
  return asking(`looking for the pull request of ${from.what}`, async () => {
    const head = `${from.owner}:${from.branch}`;
    const { data } = await octokit.rest.pulls.list({ ...at, head, state: 'all', per_page: 100 });
    const [newest] = data.toSorted((a, b) => b.number - a.number);
    if (newest === undefined) return undefined;
    const { number, html_url: url, state, closed_at, merged_at, title, body } = newest;
    return {
      ...{ number, url, title, body: body ?? '', isOpen: state === 'open', isMerged: merged_at !== null },
      ...(closed_at === null ? {} : { closedAt: closed_at }),
      head: newest.head.sha,
      labels: newest.labels.map(({ name }) => name),
    };
  });
}

export interface PullTexts {
  /** The branch that it is for. */
  readonly base: string;
  readonly title: string;
  readonly body: string;
  readonly draft?: boolean;
}

/** Opens a pull request. Where the host says that there is one already, that is it. */
export async function openPull(
  host: Host,
  from: HeadBranch,
  { base, title, body, draft = false }: PullTexts,
): Promise<Pick<ProposedPull, 'number' | 'url'>> {
  const { octokit, at } = host;
  return asking(`opening the pull request of ${from.what}`, async () => {
    const head = from.owner === at.owner ? from.branch : `${from.owner}:${from.branch}`;
    const texts = { title, body, ...(draft ? { draft } : {}) };
    try {
      const { data } = await octokit.rest.pulls.create({ ...at, ...REPEAT_NOT, head, base, ...texts });
      return { number: data.number, url: data.html_url };
    } catch (error) {
      return onRefusal(host, from, error);
    }
  });
}

/** It may be there nevertheless: another run was quicker, or the answer to ours was lost. */
async function onRefusal(host: Host, from: HeadBranch, error: unknown): Promise<Pick<ProposedPull, 'number' | 'url'>> {
  if (statusOf(error) === 403 && /not permitted to create/.test(String(error)))
    throw new HostFailure(
      'the repository does not let workflows open pull requests: allow it under Settings, Actions, General, Workflow permissions',
      { cause: error },
    );
  const found = await findPull(host, from);
  if (found?.isOpen !== true) throw error;
  return found;
}
