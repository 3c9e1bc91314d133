import type { Comment, HostState, IssueEvent, IssueState, Label } from '../state.ts';
import { labelNamed } from '../state.ts';
import { shownAccount } from './account.ts';
import { type Addresses, repositoryApi } from './addresses.ts';

/** A label as the API shows it. */
export function shownLabel(state: HostState, addresses: Addresses, label: Label): Record<string, unknown> {
  const { id, name, color, description } = label;
  const url = `${repositoryApi(addresses, state.owner, state.name)}/labels/${encodeURIComponent(name)}`;
  return { id, node_id: `L_${id}`, url, name, color, default: false, description };
}

/** The labels of an issue as the API shows them. */
export function shownLabels(
  state: HostState,
  addresses: Addresses,
  names: readonly string[],
): Record<string, unknown>[] {
  return names.map((name) => shownLabel(state, addresses, labelNamed(state, name)));
}

/** An issue, or a pull request seen as one: `issue` of the description. */
export function shownIssue(state: HostState, addresses: Addresses, issue: IssueState): Record<string, unknown> {
  const repository = repositoryApi(addresses, state.owner, state.name);
  const url = `${repository}/issues/${issue.number}`;
  const html = `${addresses.html}/${state.owner}/${state.name}`;
  const pull = `${html}/pull/${issue.number}`;
  return {
    ...shownThread(state, addresses, issue),
    url,
    repository_url: repository,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: issue.pull === undefined ? `${html}/issues/${issue.number}` : pull,
    comments: state.comments.filter((comment) => comment.issue === issue.number).length,
    author_association: 'NONE',
    ...(issue.pull === undefined
      ? {}
      : {
          draft: issue.pull.draft,
          pull_request: {
            url: `${repository}/pulls/${issue.number}`,
            html_url: pull,
            diff_url: `${pull}.diff`,
            patch_url: `${pull}.patch`,
            merged_at: issue.pull.merged?.at ?? null,
          },
        }),
  };
}

/** What an issue and a pull request have in common. */
export function shownThread(state: HostState, addresses: Addresses, issue: IssueState): Record<string, unknown> {
  return {
    id: issue.id,
    node_id: `I_${issue.id}`,
    number: issue.number,
    title: issue.title,
    user: shownAccount(issue.by, addresses),
    body: issue.body,
    labels: shownLabels(state, addresses, issue.labels),
    state: issue.state,
    locked: false,
    assignee: null,
    assignees: [],
    milestone: null,
    created_at: issue.at,
    updated_at: issue.updated,
    closed_at: issue.closedAt,
  };
}

/** A comment as the API shows it. */
export function shownComment(state: HostState, addresses: Addresses, comment: Comment): Record<string, unknown> {
  const issues = `${repositoryApi(addresses, state.owner, state.name)}/issues`;
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url: `${issues}/comments/${comment.id}`,
    html_url: `${addresses.html}/${state.owner}/${state.name}/issues/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${issues}/${comment.issue}`,
    user: shownAccount(comment.by, addresses),
    body: comment.body,
    created_at: comment.at,
    updated_at: comment.updated,
    author_association: 'NONE',
  };
}

/** An event of an issue as the API shows it. */
export function shownEvent(state: HostState, addresses: Addresses, event: IssueEvent): Record<string, unknown> {
  return {
    id: event.id,
    node_id: `LE_${event.id}`,
    url: `${repositoryApi(addresses, state.owner, state.name)}/issues/events/${event.id}`,
    actor: shownAccount(event.by, addresses),
    event: event.event,
    commit_id: null,
    commit_url: null,
    created_at: event.at,
    performed_via_github_app: null,
    ...(event.label === undefined ? {} : { label: { name: event.label, color: labelNamed(state, event.label).color } }),
  };
}
