import { account, type HostState, type IssueState, type PullRequest, type Review } from '../state.ts';
import { shownAccount } from './account.ts';
import { type Addresses, repositoryApi } from './addresses.ts';
import { shownThread } from './issue.ts';
import { shownRepository } from './repository.ts';

/** A pull request in a list: `pull-request-simple` of the description. */
export function shownPull(
  state: HostState,
  addresses: Addresses,
  issue: IssueState,
  pull: PullRequest,
): Record<string, unknown> {
  const repository = repositoryApi(addresses, state.owner, state.name);
  const html = `${addresses.html}/${state.owner}/${state.name}/pull/${issue.number}`;
  const links = linksOf(repository, issue.number, pull.headSha);
  return {
    ...shownThread(state, addresses, issue),
    url: links.self,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: links.issue,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: pull.merged?.sha ?? null,
    head: branch(state, addresses, pull.headOwner, pull.headBranch, pull.headSha),
    base: branch(state, addresses, state.owner, pull.base, state.git.resolve(`refs/heads/${pull.base}`) ?? ''),
    _links: Object.fromEntries(Object.entries({ ...links, html }).map(([name, href]) => [name, { href }])),
    author_association: 'NONE',
    auto_merge: null,
    draft: pull.draft,
    requested_reviewers: pull.reviewers.map((login) => shownAccount(account(state, login), addresses)),
  };
}

/** A pull request by itself: `pull-request` of the description. */
export function shownFullPull(
  state: HostState,
  addresses: Addresses,
  issue: IssueState,
  pull: PullRequest,
): Record<string, unknown> {
  const base = `refs/heads/${pull.base}`;
  const changes = state.git.changes(state.git.mergeBase(base, pull.headSha) ?? base, pull.headSha);
  const sum = (of: 'additions' | 'deletions') => changes.reduce((total, change) => total + change[of], 0);
  return {
    ...shownPull(state, addresses, issue, pull),
    merged: pull.merged !== undefined,
    mergeable: pull.merged === undefined ? true : null,
    mergeable_state: 'clean',
    merged_by: pull.merged === undefined ? null : shownAccount(pull.merged.by, addresses),
    comments: state.comments.filter((comment) => comment.issue === issue.number).length,
    review_comments: 0,
    maintainer_can_modify: pull.headOwner !== state.owner,
    commits: state.git.count(base, pull.headSha),
    additions: sum('additions'),
    deletions: sum('deletions'),
    changed_files: changes.length,
  };
}

/** A review as the API shows it. */
export function shownReview(
  state: HostState,
  addresses: Addresses,
  issue: IssueState,
  review: Review,
): Record<string, unknown> {
  const html = `${addresses.html}/${state.owner}/${state.name}/pull/${issue.number}`;
  const pull = `${repositoryApi(addresses, state.owner, state.name)}/pulls/${issue.number}`;
  return {
    id: review.id,
    node_id: `PRR_${review.id}`,
    user: shownAccount(review.by, addresses),
    body: review.body,
    state: review.state,
    html_url: `${html}#pullrequestreview-${review.id}`,
    pull_request_url: pull,
    _links: { html: { href: html }, pull_request: { href: pull } },
    submitted_at: review.at,
    commit_id: review.commit,
    author_association: 'MEMBER',
  };
}

function linksOf(repository: string, number: number, sha: string) {
  const pull = `${repository}/pulls/${number}`;
  return {
    self: pull,
    issue: `${repository}/issues/${number}`,
    comments: `${repository}/issues/${number}/comments`,
    commits: `${pull}/commits`,
    review_comments: `${pull}/comments`,
    review_comment: `${repository}/pulls/comments{/number}`,
    statuses: `${repository}/statuses/${sha}`,
  };
}

function branch(
  state: HostState,
  addresses: Addresses,
  owner: string,
  ref: string,
  sha: string,
): Record<string, unknown> {
  return {
    label: `${owner}:${ref}`,
    ref,
    sha,
    user: shownAccount(account(state, owner), addresses),
    repo: shownRepository(state, addresses, owner),
  };
}
