import type { BareRepository } from './bare-repository.ts';

export type Permission = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Bot';
}

export interface Label {
  readonly id: number;
  name: string;
  color: string;
  description: string;
}

export interface Comment {
  readonly id: number;
  readonly issue: number;
  readonly by: Account;
  readonly at: string;
  body: string;
  updated: string;
}

export interface IssueEvent {
  readonly id: number;
  readonly issue: number;
  readonly event: 'labeled' | 'unlabeled' | 'reopened';
  /** Of the label events. */
  readonly label?: string;
  readonly by: Account;
  readonly at: string;
}

export interface Status {
  readonly id: number;
  readonly sha: string;
  readonly state: string;
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly by: Account;
  readonly at: string;
}

/** What a workflow of the repository said of a commit. */
export interface CheckRun {
  readonly id: number;
  readonly sha: string;
  readonly name: string;
  /** `null` while it runs. */
  readonly conclusion: 'success' | 'failure' | 'skipped' | null;
  readonly at: string;
}

export interface Review {
  readonly id: number;
  readonly by: Account;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED';
  readonly body: string;
  readonly commit: string;
  readonly at: string;
}

/** What a pull request has beyond an issue. */
export interface PullRequest {
  /** Where its branch is: `octo-org` for one in this repository. */
  readonly headOwner: string;
  readonly headBranch: string;
  readonly base: string;
  headSha: string;
  draft: boolean;
  merged?: { sha: string; at: string; by: Account };
  reviewers: string[];
  teams: string[];
  reviews: Review[];
}

export interface IssueState {
  readonly id: number;
  readonly number: number;
  readonly by: Account;
  readonly at: string;
  title: string;
  body: string;
  state: 'open' | 'closed';
  closedAt: string | null;
  updated: string;
  /** Names. */
  labels: string[];
  pull?: PullRequest;
}

/** Everything that the local host knows of its one repository, beside what git holds. */
export interface HostState {
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  readonly git: BareRepository;
  readonly now: () => Date;
  /** The setting of a repository without which a workflow's token opens no pull request. */
  botsMayOpenPulls: boolean;
  readonly accounts: Map<string, Account>;
  /** Whose forks there are, by login in small letters; and how often one still answers that it is not there, for it takes a moment to make. */
  readonly forks: Map<string, number>;
  readonly permissions: Map<string, Permission>;
  /** Who acts with which token. */
  readonly tokens: Map<string, string>;
  readonly labels: Label[];
  readonly issues: Map<number, IssueState>;
  readonly comments: Comment[];
  readonly events: IssueEvent[];
  readonly statuses: Status[];
  readonly checkRuns: CheckRun[];
  /** The last number given out, for whatever has an id. */
  lastId: number;
  lastIssue: number;
}

/** An id that nothing on the host has yet. */
export function nextId(state: HostState): number {
  state.lastId += 1;
  return state.lastId;
}

/** The account of a name, made where it is named for the first time. */
export function account(state: HostState, login: string): Account {
  const known = state.accounts.get(login.toLowerCase());
  if (known !== undefined) return known;
  const made: Account = { id: nextId(state), login, type: login.endsWith('[bot]') ? 'Bot' : 'User' };
  state.accounts.set(login.toLowerCase(), made);
  return made;
}

/** Whether an account may write to the repository, or to the fork of `owner`. Workflows' tokens may. */
export function mayPush({ owner: main, permissions }: HostState, { login, type }: Account, owner: string): boolean {
  if (owner !== main) return login.toLowerCase() === owner.toLowerCase();
  return type === 'Bot' || ['admin', 'maintain', 'write'].includes(permissions.get(login) ?? 'none');
}

/** A time as the API writes it: whole seconds. */
export function stamp(state: HostState): string {
  return `${state.now().toISOString().slice(0, 19)}Z`;
}

/** The label of a name, made where it is named for the first time. */
export function labelNamed(state: HostState, name: string): Label {
  const known = state.labels.find((label) => label.name.toLowerCase() === name.toLowerCase());
  if (known !== undefined) return known;
  const made: Label = { id: nextId(state), name, color: 'ededed', description: '' };
  state.labels.push(made);
  return made;
}

/** Sets a label, and notes who did. */
export function addLabel(state: HostState, issue: IssueState, name: string, by: Account): void {
  const label = labelNamed(state, name).name;
  if (issue.labels.includes(label)) return;
  issue.labels.push(label);
  state.events.push({ id: nextId(state), issue: issue.number, event: 'labeled', label, by, at: stamp(state) });
}

/** Takes a label off, and notes who did; false where it was not there. */
export function removeLabel(state: HostState, issue: IssueState, name: string, by: Account): boolean {
  const label = issue.labels.find((each) => each.toLowerCase() === name.toLowerCase());
  if (label === undefined) return false;
  issue.labels = issue.labels.filter((each) => each !== label);
  state.events.push({ id: nextId(state), issue: issue.number, event: 'unlabeled', label, by, at: stamp(state) });
  return true;
}
