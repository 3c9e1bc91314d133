import type { PullRequestComment } from '../../src/github/hold.ts';
import { mayWrite } from '../../src/github/issue/who-labelled.ts';
import type { Policy } from '../../src/github/policy.ts';
import { asking } from '../lib/host-failure.ts';
import type { Host } from '../lib/octokit.ts';

/** A comment as the host has it. */
export interface HostComment {
  readonly author: string;
  readonly isBot: boolean;
  readonly body: string;
  /** ISO times. */
  readonly at: string;
  readonly editedAt: string;
}

/** All comments on an issue or a pull request, oldest first. */
export async function readComments({ octokit, at }: Host, issue: number): Promise<HostComment[]> {
  return asking(`reading the comments of ${issue}`, async () => {
    const all = await octokit.paginate(octokit.rest.issues.listComments, { ...at, issue_number: issue, per_page: 100 });
    return all.map(({ user, body = '', created_at, updated_at }) => ({
      author: user?.login ?? '',
      isBot: user?.type === 'Bot',
      body,
      at: created_at,
      editedAt: updated_at,
    }));
  });
}

/** The comments as the decision about a hold needs them: whether their author may write is asked only of those who would end one. */
export async function withTrust(
  host: Host,
  comments: readonly HostComment[],
  policy: Policy,
): Promise<PullRequestComment[]> {
  const { release } = policy.automerge.hold;
  const enders = new Set(comments.filter(({ body }) => body.includes(release)).map(({ author }) => author));
  const trusted = new Set<string>();
  for (const author of enders) if (author !== '' && mayWrite(await permissionOf(host, author))) trusted.add(author);
  return comments.map(({ author, body, at }) => ({ author, body, at, trusted: trusted.has(author) }));
}

/** What an account may do in the repository: `admin`, `write`, `read` or `none`. */
export async function permissionOf({ octokit, at }: Host, username: string): Promise<string> {
  return asking(`asking what ${username} may do`, async () => {
    const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ ...at, username });
    return data.permission;
  });
}

export interface HostReview {
  readonly author: string;
  readonly isBot: boolean;
  readonly state: 'approved' | 'changes-requested' | 'commented' | 'dismissed';
  readonly at: string;
}

/** As GitHub calls them; a pending review is seen by its author alone. */
const STATES: Readonly<Record<string, HostReview['state']>> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  COMMENTED: 'commented',
  DISMISSED: 'dismissed',
};

/** All reviews of a pull request that were sent. */
export async function readReviews({ octokit, at }: Host, pull: number): Promise<HostReview[]> {
  return asking(`reading the reviews of ${pull}`, async () => {
    const all = await octokit.paginate(octokit.rest.pulls.listReviews, { ...at, pull_number: pull, per_page: 100 });
    return all.flatMap(({ user, state, submitted_at }) => {
      const known = STATES[state];
      if (known === undefined || submitted_at === undefined) return [];
      return [{ author: user?.login ?? '', isBot: user?.type === 'Bot', state: known, at: submitted_at }];
    });
  });
}

/** After these the wait begins anew: what is closed, or aimed elsewhere, nobody looks at. */
const PROPOSED_ANEW = ['reopened', 'base_ref_changed'];

/** When a pull request was opened, or last opened again or aimed at another branch. ISO. */
export async function readProposedAt(
  { octokit, at }: Host,
  { number, created_at }: { readonly number: number; readonly created_at: string },
): Promise<string> {
  return asking(`reading what happened to ${number}`, async () => {
    const events = await octokit.paginate(octokit.rest.issues.listEvents, {
      ...at,
      issue_number: number,
      per_page: 100,
    });
    const anew = events.filter(({ event }) => PROPOSED_ANEW.includes(event)).map((event) => event.created_at);
    return [created_at, ...anew].toSorted().at(-1) ?? created_at;
  });
}

/** What was said of a commit, by statuses and by workflows. */
export interface CommitVerdicts {
  readonly checks: readonly { readonly name: string; readonly passed: boolean }[];
  /** When the check of this head last began, by the host’s clock; empty where it never did. */
  readonly pushedAt: string;
}

const DONE = ['success', 'neutral', 'skipped'];

/** The time comes from our own status: it is set when a push arrives, and a commit’s own date is anybody’s choice. */
export async function readVerdicts(
  { octokit, at, botLogin }: Host,
  sha: string,
  context: string,
): Promise<CommitVerdicts> {
  return asking(`reading what was said of ${sha}`, async () => {
    const said = { ...at, ref: sha, per_page: 100 };
    const statuses = await octokit.paginate(octokit.rest.repos.listCommitStatusesForRef, said);
    const runs = await octokit.paginate(octokit.rest.checks.listForRef, said);
    // The newest of each comes first.
    const latest = new Map(statuses.toReversed().map((status) => [status.context, status.state]));
    const begun = statuses.find(
      (status) => status.context === context && status.state === 'pending' && status.creator?.login === botLogin,
    );
    return {
      checks: [
        ...[...latest].map(([name, state]) => ({ name, passed: state === 'success' })),
        ...runs.map(({ name, conclusion }) => ({ name, passed: DONE.includes(conclusion ?? '') })),
      ],
      pushedAt: begun?.created_at ?? '',
    };
  });
}
