import { shownAccount } from '../shown/account.ts';
import { shownCommit, shownContent, shownStatus } from '../shown/git.ts';
import { shownRepository } from '../shown/repository.ts';
import { account, nextId, type Permission, type Status, stamp } from '../state.ts';
import { type Call, page, present, type Routes } from './route.ts';

export const repositoryRoutes: Routes = {
  'repos/get': ({ state, addresses }) => ({ status: 200, body: shownRepository(state, addresses) }),
  'repos/get-commit': ({ state, path, repository }) => {
    const sha = present(state.git.resolve(path['ref'] ?? ''));
    return { status: 200, body: shownCommit(repository, state.git.commitData(sha)) };
  },
  'repos/get-content': ({ state, path, query, repository }) => {
    const commit = present(state.git.resolve(query.get('ref') ?? state.defaultBranch));
    const entry = present(state.git.entry(commit, path['path'] ?? ''));
    return {
      status: 200,
      body:
        entry.type === 'tree'
          ? state.git
              .list(entry.sha, false)
              .map((inner) => shownContent(repository, { ...inner, path: `${entry.path}/${inner.path}` }))
          : shownContent(repository, entry, state.git.read(entry.sha)),
    };
  },
  'repos/get-collaborator-permission-level': ({ state, addresses, path }) => {
    const role = state.permissions.get(path['username'] ?? '') ?? 'read';
    const by = present(state.accounts.get((path['username'] ?? '').toLowerCase()));
    return {
      status: 200,
      body: {
        permission: PERMISSIONS[role],
        role_name: role,
        user: { ...shownAccount(by, addresses), role_name: role },
      },
    };
  },
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
    const sha = present(state.git.resolve(call.path['ref'] ?? ''));
    const latest = [
      ...new Map(
        statusesOf(call)
          .reverse()
          .map((status) => [status.context, status]),
      ).values(),
    ];
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
};

/** The permission is coarser than the role. */
const PERMISSIONS: Readonly<Record<Permission, string>> = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read',
  none: 'none',
};

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
function statusesOf({ state, path }: Call): Status[] {
  const sha = state.git.resolve(path['ref'] ?? '');
  return state.statuses.filter((status) => status.sha === sha).reverse();
}

function combined(statuses: readonly Status[]): string {
  if (statuses.some(({ state }) => state === 'error' || state === 'failure')) return 'failure';
  return statuses.length > 0 && statuses.every(({ state }) => state === 'success') ? 'success' : 'pending';
}
