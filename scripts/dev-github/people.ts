import type { FileChanges, GitPerson } from './bare-repository.ts';
import { addIssue, addPull } from './routes/open-pull.ts';
import {
  account,
  addLabel,
  type CheckRun,
  type HostState,
  type IssueState,
  nextId,
  type Permission,
  type PullRequest,
  type Review,
  removeLabel,
  stamp,
} from './state.ts';

/** What people do on the host's pages and with git; each by login. */
export interface People {
  readonly permit: (login: string, permission: Permission) => void;
  readonly openIssue: (issue: { by: string; title: string; body: string; labels?: readonly string[] }) => number;
  readonly editIssue: (number: number, body: string) => void;
  readonly label: (number: number, name: string, by: string) => void;
  readonly unlabel: (number: number, name: string, by: string) => void;
  readonly comment: (number: number, body: string, by: string) => void;
  /** @returns the hash; `parent` is the main branch where it is left out, and none where it is null */
  readonly commit: (commit: { by: string; files: FileChanges; message?: string; parent?: string | null }) => string;
  /** Opens a pull request from a fork. @returns its number */
  readonly openPull: (pull: {
    by: string;
    branch: string;
    sha: string;
    title?: string;
    body?: string;
    draft?: boolean;
  }) => number;
  /** Moves the head of a pull request. */
  readonly push: (number: number, sha: string) => void;
  /** Takes in what was pushed by git itself to heads of pull requests, and to branches. */
  readonly notice: () => void;
  readonly review: (number: number, by: string, state: Review['state']) => void;
  readonly close: (number: number) => void;
  /** What a workflow says of a commit. */
  readonly testCommit: (sha: string, name: string, conclusion: CheckRun['conclusion']) => void;
}

/** What people do on the host, as tests and trials need it: they write, label, review, push and merge. */
export function createPeople(state: HostState): People {
  const issue = (number: number): IssueState => {
    const found = state.issues.get(number);
    if (found === undefined) throw new Error(`There is no issue ${number}.`);
    found.updated = stamp(state);
    return found;
  };
  const pull = (number: number): PullRequest => {
    const found = issue(number).pull;
    if (found === undefined) throw new Error(`${number} is no pull request.`);
    return found;
  };
  return {
    permit: (login, permission) => void state.permissions.set(account(state, login).login, permission),
    openIssue: ({ by, title, body, labels = [] }) => {
      const made = addIssue(state, { by: account(state, by), title, body });
      for (const label of labels) addLabel(state, made, label, account(state, by));
      return made.number;
    },
    editIssue: (number, body) => {
      issue(number).body = body;
    },
    label: (number, name, by) => addLabel(state, issue(number), name, account(state, by)),
    unlabel: (number, name, by) => void removeLabel(state, issue(number), name, account(state, by)),
    comment: (number, body, by) => {
      const at = stamp(state);
      state.comments.push({
        id: nextId(state),
        issue: issue(number).number,
        by: account(state, by),
        at,
        updated: at,
        body,
      });
    },
    commit: (commit) => makeCommit(state, commit),
    openPull: ({ by, branch, sha, title = 'A change', body = '', draft = false }) =>
      addPull(state, {
        ...{ by: account(state, by), title, body, draft },
        headOwner: by,
        headBranch: branch,
        headSha: sha,
        base: state.defaultBranch,
      }).issue.number,
    push: (number, sha) => {
      pull(number).headSha = sha;
      state.git.setRef(`refs/pull/${number}/head`, sha);
    },
    notice: () => {
      state.git.readRefs();
      for (const { number, pull: moved } of state.issues.values())
        if (moved !== undefined) moved.headSha = state.git.resolve(`refs/pull/${number}/head`) ?? moved.headSha;
    },
    review: (number, by, verdict) => {
      const target = pull(number);
      target.reviews.push({
        ...{ id: nextId(state), by: account(state, by), state: verdict, body: '' },
        commit: target.headSha,
        at: stamp(state),
      });
    },
    testCommit: (sha, name, conclusion) =>
      void state.checkRuns.push({ id: nextId(state), sha, name, conclusion, at: stamp(state) }),
    close: (number) => {
      const target = issue(number);
      target.state = 'closed';
      target.closedAt = stamp(state);
    },
  };
}

function makeCommit(
  state: HostState,
  { by, files, message = `Change ${nextId(state)}`, parent }: Parameters<People['commit']>[0],
): string {
  const { git } = state;
  const onto = parent === null ? undefined : (parent ?? git.resolve(`refs/heads/${state.defaultBranch}`));
  const { id, login } = account(state, by);
  const person: GitPerson = { name: login, email: `${id}+${login}@users.noreply.github.com`, date: stamp(state) };
  const texts = Object.values(files).filter((text) => text !== null);
  const blobs = new Map(git.blobs(texts).map((sha, index) => [texts[index], sha]));
  const entries = Object.entries(files).map(([path, text]) => {
    const sha = text === null ? null : (blobs.get(text) ?? '');
    return { path, mode: '100644', sha };
  });
  return git.commit({
    tree: git.tree(onto, entries),
    parents: onto === undefined ? [] : [onto],
    message,
    author: person,
    committer: person,
  });
}
