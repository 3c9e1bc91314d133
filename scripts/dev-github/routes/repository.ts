import { shownAccount } from '../shown/account.ts';
import { shownCommit, shownContent } from '../shown/git.ts';
import { shownRepository } from '../shown/repository.ts';
import { mayPush, type Permission } from '../state.ts';
import { headRef } from './open-pull.ts';
import { present, type Routes } from './route.ts';

export const repositoryRoutes: Routes = {
  'repos/get': ({ state, addresses, actor, path: { owner = '' } }) => {
    const push = mayPush(state, actor, owner);
    const body = { ...shownRepository(state, addresses, owner), permissions: { admin: false, push, pull: true } };
    return { status: 200, body };
  },
  'repos/create-fork': ({ state, addresses, actor }) => {
    const owner = actor.login.toLowerCase();
    const main = `refs/heads/${state.defaultBranch}`;
    if (!state.forks.has(owner)) {
      state.git.setRef(headRef(state, owner, state.defaultBranch), present(state.git.resolve(main)));
      state.forks.set(owner, 1);
    }
    return { status: 202, body: shownRepository(state, addresses, actor.login) };
  },
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
