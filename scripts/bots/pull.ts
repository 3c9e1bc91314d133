import { readMarker } from '../../src/github/comment/marker.ts';
import type { CommitStatus } from '../../src/github/statuses.ts';
import { asking } from '../lib/host-failure.ts';
import type { BotRun } from './run-bot.ts';

/** A pull request as the host shows it. */
export type Pull = Awaited<ReturnType<typeof getPull>>;

/** A pull request as the host has it now. */
export async function getPull({ host }: BotRun, number: number) {
  return asking(`reading pull request ${number}`, async () => {
    const { data } = await host.octokit.rest.pulls.get({ ...host.at, pull_number: number });
    return data;
  });
}

/** Sets the status that stands beside a commit. */
export async function putStatus({ host }: BotRun, sha: string, status: CommitStatus): Promise<void> {
  await asking(`setting the status of ${sha}`, () =>
    host.octokit.rest.repos.createCommitStatus({ ...host.at, sha, ...status }),
  );
}

/** Where a status leads: to the run of the workflow, where there is one. */
export function targetOf({ host }: BotRun): { targetUrl?: string } {
  return host.runUrl === undefined ? {} : { targetUrl: host.runUrl };
}

/** Whether a comment is the one that the check writes, and writes again. */
export function isMarked(body: string): boolean {
  return readMarker(body) !== undefined;
}

/** The description of a pull request, where it has one. */
export function textsOf({ body }: Pull): { body?: string } {
  return body === null ? {} : { body };
}
