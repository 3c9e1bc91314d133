import { shownRepository } from '../shown/repository.ts';
import { shownCheckRun, shownStatus } from '../shown/statuses.ts';
import { account, nextId, type Status, stamp } from '../state.ts';
import { type Call, page, present, type Routes } from './route.ts';

export const statusRoutes: Routes = {
  'repos/create-commit-status': (call) => {
    const status = newStatus(call);
    call.state.statuses.push(status);
    return { status: 201, body: shownStatus(call.state, call.addresses, status) };
  },
  'repos/list-commit-statuses-for-ref': (call) =>
    page(
      call,
      statusesOf(call).map((status) => shownStatus(call.state, call.addresses, status)),
    ),
  'repos/get-combined-status-for-ref': (call) => {
    const { state, addresses, repository } = call;
    const sha = shaOf(call);
    const byContext = new Map(
      statusesOf(call)
        .toReversed()
        .map((status) => [status.context, status]),
    );
    const latest = [...byContext.values()];
    return {
      status: 200,
      body: {
        state: combined(latest),
        statuses: latest.map((status) => shownStatus(state, addresses, status)),
        sha,
        total_count: latest.length,
        repository: shownRepository(state, addresses),
        commit_url: `${repository}/commits/${sha}`,
        url: `${repository}/commits/${sha}/status`,
      },
    };
  },
  'checks/list-for-ref': (call) => {
    const sha = shaOf(call);
    const runs = call.state.checkRuns
      .filter((run) => run.sha === sha)
      .map((run) => shownCheckRun(call.repository, run));
    const paged = page(call, runs);
    return { ...paged, body: { total_count: runs.length, check_runs: paged.body } };
  },
};

function shaOf({ state, path }: Call): string {
  return present(state.git.resolve(path['ref'] ?? ''));
}

function newStatus({ state, path, body, actor }: Call): Status {
  return {
    id: nextId(state),
    sha: present(state.git.resolve(path['sha'] ?? '')),
    state: String(body['state']),
    context: String(body['context'] ?? 'default'),
    description: (body['description'] as string | undefined) ?? null,
    targetUrl: (body['target_url'] as string | undefined) ?? null,
    by: account(state, actor.login),
    at: stamp(state),
  };
}

/** The newest first, as GitHub lists them. */
function statusesOf(call: Call): Status[] {
  const sha = shaOf(call);
  return call.state.statuses.filter((status) => status.sha === sha).toReversed();
}

function combined(statuses: readonly Status[]): string {
  if (statuses.some(({ state }) => state === 'error' || state === 'failure')) return 'failure';
  return statuses.length > 0 && statuses.every(({ state }) => state === 'success') ? 'success' : 'pending';
}
