import { shownAccount } from '../shown/account.ts';
import { shownFullPull, shownPull, shownReview } from '../shown/pull-request.ts';
import { account, type IssueState, type PullRequest, stamp } from '../state.ts';
import { setState } from './issues.ts';
import { openPull } from './open-pull.ts';
import { type Call, namesIn, page, pullOf, Refusal, type Routes } from './route.ts';

export const pullRoutes: Routes = {
  'pulls/get': (call) => shown(call, 200),
  'pulls/list': (call) => page(call, listed(call)),
  'pulls/create': (call) => {
    const { issue, pull } = openPull(call);
    return { status: 201, body: shownFullPull(call.state, call.addresses, issue, pull) };
  },
  'pulls/update': (call) => {
    const { issue } = pullOf(call);
    const { title, body, state } = call.body;
    if (typeof title === 'string') issue.title = title;
    if (typeof body === 'string') issue.body = body;
    if (state === 'open' || state === 'closed') setState(call, issue, state);
    issue.updated = stamp(call.state);
    return shown(call, 200);
  },
  'pulls/list-files': (call) => {
    const { pull } = pullOf(call);
    const { git } = call.state;
    const base = `refs/heads/${pull.base}`;
    const changes = git.changes(git.mergeBase(base, pull.headSha) ?? base, pull.headSha);
    const urls = (path: string) => `${call.repository}/contents/${encodeURIComponent(path)}?ref=${pull.headSha}`;
    return page(
      call,
      changes.map(({ path, status, sha, additions, deletions }) => ({
        sha,
        filename: path,
        status,
        additions,
        deletions,
        changes: additions + deletions,
        blob_url: urls(path),
        raw_url: urls(path),
        contents_url: urls(path),
      })),
    );
  },
  'pulls/list-requested-reviewers': (call) => {
    const { pull } = pullOf(call);
    return {
      status: 200,
      body: {
        users: pull.reviewers.map((login) => shownAccount(account(call.state, login), call.addresses)),
        teams: [],
      },
    };
  },
  'pulls/request-reviewers': (call) => {
    const { issue, pull } = pullOf(call);
    const names = namesIn(call.body['reviewers']);
    if (names.includes(issue.by.login)) throw new Refusal(422, 'Review cannot be requested from pull request author.');
    for (const name of names)
      if (!call.state.permissions.has(name))
        throw new Refusal(
          422,
          'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator.',
        );
    pull.reviewers = [...new Set([...pull.reviewers, ...names])];
    pull.teams = [...new Set([...pull.teams, ...namesIn(call.body['team_reviewers'])])];
    return { status: 201, body: shownPull(call.state, call.addresses, issue, pull) };
  },
  'pulls/list-reviews': (call) => {
    const { issue, pull } = pullOf(call);
    return page(
      call,
      pull.reviews.map((review) => shownReview(call.state, call.addresses, issue, review)),
    );
  },
  'pulls/merge': merge,
};

function shown(call: Call, status: number) {
  const { issue, pull } = pullOf(call);
  return { status, body: shownFullPull(call.state, call.addresses, issue, pull) };
}

function listed({ state, addresses, query }: Call): Record<string, unknown>[] {
  const wanted = query.get('state') ?? 'open';
  const head = query.get('head');
  const base = query.get('base');
  return [...state.issues.values()]
    .reverse()
    .flatMap((issue) => (issue.pull === undefined ? [] : [{ issue, pull: issue.pull }]))
    .filter(
      ({ issue, pull }) =>
        (wanted === 'all' || issue.state === wanted) &&
        (head === null || head === `${pull.headOwner}:${pull.headBranch}`) &&
        (base === null || base === pull.base),
    )
    .map(({ issue, pull }) => shownPull(state, addresses, issue, pull));
}

function merge(call: Call) {
  const { issue, pull } = pullOf(call);
  const { git } = call.state;
  if (issue.state === 'closed' || pull.draft) throw new Refusal(405, 'Pull Request is not mergeable');
  if (call.body['sha'] !== undefined && call.body['sha'] !== pull.headSha)
    throw new Refusal(409, 'Head branch was modified. Review and try the merge again.');
  const base = `refs/heads/${pull.base}`;
  const tree = git.mergedTree(base, pull.headSha);
  if (tree === undefined) throw new Refusal(405, 'Pull Request is not mergeable');
  const sha = git.commit({ ...mergeCommit(call, issue, pull), tree });
  git.setRef(base, sha);
  pull.merged = { sha, at: stamp(call.state), by: call.actor };
  setState(call, issue, 'closed');
  return { status: 200, body: { sha, merged: true, message: 'Pull Request successfully merged' } };
}

function mergeCommit({ state, actor, body }: Call, issue: IssueState, pull: PullRequest) {
  const by = { name: actor.login, email: `${actor.id}+${actor.login}@users.noreply.github.com`, date: stamp(state) };
  const base = state.git.resolve(`refs/heads/${pull.base}`) ?? '';
  const parents = body['merge_method'] === 'squash' ? [base] : [base, pull.headSha];
  return {
    parents,
    author: by,
    committer: by,
    message: String(body['commit_title'] ?? `${issue.title} (#${issue.number})`),
  };
}
