import { type HostState, type IssueState, nextId, type PullRequest, stamp } from '../state.ts';
import { type Call, Refusal } from './route.ts';

/** Opens a pull request from a branch of this repository or of a fork; people's commits come in through `people.ts`. */
export function openPull(call: Call): { issue: IssueState; pull: PullRequest } {
  const { state, actor, body } = call;
  const [owner, branch] = splitHead(state, String(body['head']));
  const base = String(body['base']);
  if (actor.type === 'Bot' && !state.botsMayOpenPulls)
    throw new Refusal(403, 'GitHub Actions is not permitted to create or approve pull requests.');
  const sha = state.git.resolve(headRef(state, owner, branch));
  if (sha === undefined) throw invalid('head', 'invalid');
  if (state.git.resolve(`refs/heads/${base}`) === undefined) throw invalid('base', 'invalid');
  for (const { pull, state: now } of state.issues.values())
    if (now === 'open' && pull?.headOwner === owner && pull.headBranch === branch && pull.base === base)
      throw refused(`A pull request already exists for ${owner}:${branch}.`);
  if (state.git.count(`refs/heads/${base}`, sha) === 0) throw refused(`No commits between ${base} and ${branch}`);
  return addPull(state, {
    by: actor,
    title: String(body['title']),
    body: String(body['body'] ?? ''),
    headOwner: owner,
    headBranch: branch,
    headSha: sha,
    base,
    draft: body['draft'] === true,
  });
}

/** Where the branch of a pull request is kept. */
export function headRef(state: HostState, owner: string, branch: string): string {
  return owner === state.owner ? `refs/heads/${branch}` : `refs/forks/${owner.toLowerCase()}/heads/${branch}`;
}

export type NewPull = Pick<IssueState, 'by' | 'title' | 'body'> &
  Pick<PullRequest, 'headOwner' | 'headBranch' | 'headSha' | 'base' | 'draft'>;

/** Adds a pull request, and the issue under which the host keeps its conversation. */
export function addPull(
  state: HostState,
  { by, title, body, ...head }: NewPull,
): { issue: IssueState; pull: PullRequest } {
  const pull: PullRequest = { ...head, reviewers: [], teams: [], reviews: [] };
  const issue = { ...addIssue(state, { by, title, body }), pull };
  state.issues.set(issue.number, issue);
  state.git.setRef(`refs/pull/${issue.number}/head`, pull.headSha);
  return { issue, pull };
}

/** Adds an open issue under the next number. */
export function addIssue(state: HostState, { by, title, body }: Pick<IssueState, 'by' | 'title' | 'body'>): IssueState {
  state.lastIssue += 1;
  const at = stamp(state);
  const issue: IssueState = {
    ...{ id: nextId(state), number: state.lastIssue, by, at, title, body },
    ...{ state: 'open', closedAt: null, updated: at, labels: [] },
  };
  state.issues.set(issue.number, issue);
  return issue;
}

function splitHead(state: HostState, head: string): [owner: string, branch: string] {
  const at = head.indexOf(':');
  return at === -1 ? [state.owner, head] : [head.slice(0, at), head.slice(at + 1)];
}

function invalid(field: string, code: string): Refusal {
  return new Refusal(422, 'Validation Failed', [{ resource: 'PullRequest', field, code }]);
}

function refused(message: string): Refusal {
  return new Refusal(422, 'Validation Failed', [{ resource: 'PullRequest', code: 'custom', message }]);
}
