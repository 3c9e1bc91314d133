import type { GitPerson } from '../bare-repository.ts';
import { shownGitCommit, shownRef, shownTree } from '../shown/git.ts';
import { type IssueState, mayPush, stamp } from '../state.ts';
import { setState } from './issues.ts';
import { headRef } from './open-pull.ts';
import { type Call, present, Refusal, type Routes } from './route.ts';

export const gitRoutes: Routes = {
  'git/get-ref': (call) => ref(call, refOf(call, `refs/${call.path['ref']}`), 200),
  'git/create-ref': (call) => {
    refuseWrites(call);
    const name = refOf(call, String(call.body['ref']));
    if (call.state.git.resolve(name) !== undefined) throw new Refusal(422, 'Reference already exists');
    return setRef(call, name, 201);
  },
  'git/update-ref': (call) => {
    refuseWrites(call);
    const name = refOf(call, `refs/${call.path['ref']}`);
    const before = call.state.git.resolve(name);
    if (before === undefined) throw new Refusal(422, 'Reference does not exist');
    if (call.body['force'] !== true && call.state.git.mergeBase(before, String(call.body['sha'])) !== before)
      throw new Refusal(422, 'Update is not a fast forward');
    return setRef(call, name, 200);
  },
  'git/delete-ref': (call) => {
    refuseWrites(call);
    const name = refOf(call, `refs/${call.path['ref']}`);
    if (call.state.git.resolve(name) === undefined) throw new Refusal(422, 'Reference does not exist');
    call.state.git.removeRef(name);
    for (const issue of pullsFrom(call, name)) setState(call, issue, 'closed');
    return { status: 204 };
  },
  'git/create-blob': ({ state, body, repository }) => {
    const encoding = body['encoding'] === 'base64' ? 'base64' : 'utf8';
    const sha = state.git.blob(Buffer.from(String(body['content']), encoding));
    return { status: 201, body: { sha, url: `${repository}/git/blobs/${sha}` } };
  },
  'git/get-tree': ({ state, path, query, repository }) => {
    const sha = present(state.git.resolve(path['tree_sha'] ?? '', 'tree'));
    return { status: 200, body: shownTree(repository, sha, state.git.list(sha, query.has('recursive'))) };
  },
  'git/create-tree': ({ state, body, repository }) => {
    const base =
      typeof body['base_tree'] === 'string' ? present(state.git.resolve(body['base_tree'], 'tree')) : undefined;
    const entries = (body['tree'] as { path: string; mode: string; sha?: string | null; content?: string }[]).map(
      (entry) => ({
        path: entry.path,
        mode: entry.mode,
        sha: entry.content === undefined ? (entry.sha ?? null) : state.git.blob(entry.content),
      }),
    );
    const sha = state.git.tree(base, entries);
    return { status: 201, body: shownTree(repository, sha, state.git.list(sha, false)) };
  },
  'git/get-commit': ({ state, path, repository }) => {
    const sha = present(state.git.resolve(path['commit_sha'] ?? ''));
    return { status: 200, body: shownGitCommit(repository, state.git.commitData(sha)) };
  },
  'git/create-commit': (call) => {
    const { state, body, repository } = call;
    const author = person(call, body['author']);
    const sha = state.git.commit({
      tree: present(state.git.resolve(String(body['tree']), 'tree')),
      parents: ((body['parents'] ?? []) as string[]).map((parent) => present(state.git.resolve(parent))),
      message: String(body['message']),
      author,
      committer: body['committer'] === undefined ? author : person(call, body['committer']),
    });
    return { status: 201, body: shownGitCommit(repository, state.git.commitData(sha)) };
  },
};

function ref({ state, repository }: Call, name: string, status: number) {
  const shown = name.replace(FORKS, 'refs/');
  return { status, body: shownRef(repository, shown, present(state.git.resolve(name))) };
}

const FORKS = /^refs\/forks\/[^/]+\//;

/** Forks have their branches beside those of the repository: as on GitHub, all share what is in them. */
function refOf({ state, path }: Call, name: string): string {
  return path['owner'] === state.owner ? name : name.replace(/^refs\//, `refs/forks/${path['owner']?.toLowerCase()}/`);
}

function refuseWrites({ state, actor, path }: Call): void {
  if (!mayPush(state, actor, path['owner'] ?? ''))
    throw new Refusal(403, 'Resource not accessible by personal access token');
}

/** Open pull requests whose branch this is. */
function pullsFrom({ state }: Call, name: string): IssueState[] {
  return [...state.issues.values()].filter(({ pull, state: now }) => {
    if (now !== 'open' || pull === undefined) return false;
    const { headOwner, headBranch } = pull;
    return headRef(state, headOwner, headBranch) === name;
  });
}

/** Moves a branch, and with it the head of a pull request from there. */
function setRef(call: Call, name: string, status: number) {
  const { state, body } = call;
  const sha = state.git.resolve(String(body['sha']));
  if (sha === undefined) throw new Refusal(422, 'Object does not exist');
  state.git.setRef(name, sha);
  for (const { number, pull } of pullsFrom(call, name)) {
    if (pull !== undefined) pull.headSha = sha;
    state.git.setRef(`refs/pull/${number}/head`, sha);
  }
  return ref(call, name, status);
}

/** Where nobody is named, GitHub takes who asks. */
function person({ state, actor }: Call, named: unknown): GitPerson {
  const by = { name: actor.login, email: `${actor.id}+${actor.login}@users.noreply.github.com`, date: stamp(state) };
  return { ...by, ...(named as Partial<GitPerson> | undefined) };
}
