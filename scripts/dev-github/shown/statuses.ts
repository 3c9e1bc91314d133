import type { CheckRun, HostState, Status } from '../state.ts';
import { shownAccount } from './account.ts';
import { type Addresses, repositoryApi } from './addresses.ts';

/** The status of a commit as the API shows it. */
export function shownStatus(state: HostState, addresses: Addresses, status: Status): Record<string, unknown> {
  const creator = shownAccount(status.by, addresses);
  return {
    url: `${repositoryApi(addresses, state.owner, state.name)}/statuses/${status.sha}`,
    avatar_url: creator['avatar_url'],
    id: status.id,
    node_id: `SC_${status.id}`,
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.at,
    updated_at: status.at,
    creator,
  };
}

/** A job of a workflow at a commit: `check-run` of the description. */
export function shownCheckRun(
  repository: string,
  { id, sha, name, conclusion, at }: CheckRun,
): Record<string, unknown> {
  const url = `${repository}/check-runs/${id}`;
  return {
    id,
    head_sha: sha,
    node_id: `CR_${id}`,
    external_id: null,
    url,
    html_url: null,
    details_url: null,
    status: conclusion === null ? 'in_progress' : 'completed',
    conclusion,
    started_at: at,
    completed_at: conclusion === null ? null : at,
    output: { title: null, summary: null, text: null, annotations_count: 0, annotations_url: `${url}/annotations` },
    name,
    check_suite: null,
    app: null,
    pull_requests: [],
  };
}
