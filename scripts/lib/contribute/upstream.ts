import { setTimeout } from 'node:timers/promises';
import type { Repository } from '../../../src/contribute/send/host-pages.ts';
import { readGitHubEnvironment } from '../github-environment.ts';
import { asking, HostFailure, statusOf } from '../host-failure.ts';
import { createHost, type Host, type Patience } from '../octokit.ts';
import { headOf, makeCommit, setBranch } from '../proposal/branch.ts';
import { findPull, type HeadBranch, openPull, type ProposedPull } from '../proposal/pull.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const GITHUB = 'https://github.com';

/** Why nothing can be proposed by a program, and a person does it by hand. */
export type ByHand = 'no-token' | 'no-repository' | 'other-host';

/** The client for the repository that the other copy names; the token goes to the host of the environment and nowhere else. */
export function upstreamHost(
  repository: Repository | undefined,
  env: Environment,
  patience: Partial<Patience> = {},
): Host | ByHand {
  if (repository === undefined) return 'no-repository';
  const url = new URL(repository.url);
  const server = new URL(env['GITHUB_SERVER_URL'] || GITHUB);
  const [owner = '', name = '', ...more] = url.pathname.replace(/^\/|\/$/g, '').split('/');
  const isThere = repository.host === 'github' && url.origin === server.origin && name !== '' && more.length === 0;
  const hasApi = server.origin === GITHUB || (env['GITHUB_API_URL'] ?? '') !== '';
  if (!isThere || !hasApi) return 'other-host';
  if ((env['GITHUB_TOKEN'] ?? '') === '') return 'no-token';
  const named = `${owner}/${name.replace(/\.git$/, '')}`;
  return createHost(readGitHubEnvironment({ ...env, GITHUB_REPOSITORY: named }), patience);
}

/** The file as it stands on a branch there; `undefined` where there is none. */
export async function readUpstream({ octokit, at }: Host, branch: string, path: string): Promise<string | undefined> {
  return asking(`reading ${path} of ${at.owner}/${at.repo}`, async () => {
    try {
      const { data } = await octokit.rest.repos.getContent({ ...at, path, ref: branch });
      if (Array.isArray(data) || data.type !== 'file') throw new HostFailure(`${path} is no file there`);
      return Buffer.from(data.content, 'base64').toString('utf8');
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  });
}

/** What is proposed: one file. */
export interface UpstreamProposal {
  readonly main: string;
  readonly branch: string;
  readonly path: string;
  readonly text: string;
  readonly title: string;
  readonly body: string;
  /** What tells a commit of ours from others’: its last line. */
  readonly trailer: string;
  /** What tells whether a pull request proposes this: a line of its text. */
  readonly marker: string;
}

export interface UpstreamPull {
  /** `declined`: they closed exactly this. `touched`: somebody else has committed to the branch. */
  readonly status: 'opened' | 'updated' | 'kept' | 'declined' | 'touched';
  readonly url: string;
}

/**
 * Opens the pull request, or brings the open one up to date: one commit with one file onto their branch, in their repository where one may push,
 * else in one's own fork, which is made where it is not there.
 */
export async function proposeUpstream(
  host: Host,
  proposal: UpstreamProposal,
  wait: Waiting = {},
): Promise<UpstreamPull> {
  const base = await mainCommit(host, proposal.main);
  const mine = await pushable(host, wait);
  const from: HeadBranch = { owner: mine.at.owner, branch: proposal.branch, what: proposal.branch };
  const head = await asking(`reading the branch ${from.branch}`, () => headOf(mine, from.branch));
  const pull = await findPull(host, from);
  const told = standing(pull, head?.message, proposal);
  if (told !== undefined) return told;
  const { path, text, title, trailer, body, main } = proposal;
  await asking(`writing the branch ${from.branch}`, async () => {
    const message = `${title}\n\n${trailer}`;
    const sha = await makeCommit(mine, { base, files: new Map([[path, text]]), message });
    await setBranch(mine, from.branch, sha, head !== undefined);
  });
  if (pull?.isOpen !== true)
    return { status: 'opened', url: (await openPull(host, from, { base: main, title, body })).url };
  await asking(`bringing ${pull.url} up to date`, () =>
    host.octokit.rest.pulls.update({ ...host.at, pull_number: pull.number, title, body }),
  );
  return { status: 'updated', url: pull.url };
}

/** Where nothing is to be written, why. */
function standing(
  pull: ProposedPull | undefined,
  lastMessage: string | undefined,
  { trailer, marker }: UpstreamProposal,
): UpstreamPull | undefined {
  if (pull === undefined) return undefined;
  const isThis = pull.body.includes(marker);
  if (!pull.isOpen) return !pull.isMerged && isThis ? { status: 'declined', url: pull.url } : undefined;
  if (lastMessage !== undefined && !lastMessage.includes(trailer)) return { status: 'touched', url: pull.url };
  return isThis ? { status: 'kept', url: pull.url } : undefined;
}

async function mainCommit({ octokit, at }: Host, branch: string): Promise<string> {
  return asking(`reading the branch ${branch} of ${at.owner}/${at.repo}`, async () => {
    const { data } = await octokit.rest.git.getRef({ ...at, ref: `heads/${branch}` });
    return data.object.sha;
  });
}

/** How long a fork may take to be made. */
export interface Waiting {
  readonly tries?: number;
  readonly pauseMs?: number;
}

/** Where one may push: their repository, or one's own fork of it. */
async function pushable(host: Host, wait: Waiting): Promise<Host> {
  const { octokit, at } = host;
  const { data: repository } = await asking(`reading ${at.owner}/${at.repo}`, () => octokit.rest.repos.get(at));
  if (repository.archived) throw new HostFailure(`${at.owner}/${at.repo} is archived: nothing can be proposed there`);
  if (repository.permissions?.push === true) return host;
  // A token that is nobody’s, as a workflow’s, has no fork; the host says so.
  await asking('asking whose token this is', () => octokit.rest.users.getAuthenticated());
  const { data: fork } = await asking(`making a fork of ${at.owner}/${at.repo}`, () =>
    octokit.rest.repos.createFork(at),
  );
  const mine: Host = { ...host, at: { owner: fork.owner.login, repo: fork.name } };
  await forkMade(mine, fork.default_branch, wait);
  return mine;
}

/** A fork is made some time after it was asked for. */
async function forkMade(mine: Host, branch: string, { tries = 20, pauseMs = 1500 }: Waiting): Promise<void> {
  for (let tried = 1; ; tried++) {
    const head = await asking('looking for the fork', () => headOf(mine, branch));
    if (head !== undefined) return;
    if (tried >= tries) throw new HostFailure('the fork is not ready yet: run this again in a minute');
    await setTimeout(pauseMs);
  }
}
