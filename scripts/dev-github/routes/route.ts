import type { OperationId } from '../operations.ts';
import type { Addresses } from '../shown/addresses.ts';
import type { Account, HostState, IssueState, PullRequest } from '../state.ts';

/** A request that agrees with the description, by somebody. */
export interface Call {
  readonly state: HostState;
  readonly addresses: Addresses;
  /** The repository's address in the API. */
  readonly repository: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** As sent; its form has been checked. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly actor: Account;
  /** The address that was asked for, without its query. */
  readonly url: string;
}

export interface Answer {
  readonly status: number;
  /** What is sent as JSON; no body without. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Routes = Partial<Record<OperationId, (call: Call) => Answer>>;

/** What the host refuses, as GitHub words it. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly unknown[] | undefined;

  constructor(status: number, message: string, errors?: readonly unknown[]) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

/** An item of a list, or the refusal that GitHub gives where it is not there. */
export function present<T>(item: T | undefined): T {
  if (item === undefined) throw new Refusal(404, 'Not Found');
  return item;
}

/** The issue that a path names, also by the number of a pull request. @throws {Refusal} 404 */
export function issueOf({ state, path }: Call): IssueState {
  return present(state.issues.get(Number(path['issue_number'] ?? path['pull_number'])));
}

/** The pull request that a path names, and its issue. @throws {Refusal} 404 */
export function pullOf(call: Call): { issue: IssueState; pull: PullRequest } {
  const issue = issueOf(call);
  return { issue, pull: present(issue.pull) };
}

/** One page of a list, with the `Link` header that leads to the others. */
export function page({ query, url }: Call, items: readonly unknown[]): Answer {
  const size = Math.min(Number(query.get('per_page') ?? 30), 100);
  const number = Number(query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (to: number, rel: string) => {
    const others = new URLSearchParams(query);
    others.set('page', String(to));
    return `<${url}?${others}>; rel="${rel}"`;
  };
  const links = [
    ...(number > 1 ? [link(number - 1, 'prev'), link(1, 'first')] : []),
    ...(number < last ? [link(number + 1, 'next'), link(last, 'last')] : []),
  ];
  return {
    status: 200,
    body: items.slice((number - 1) * size, number * size),
    ...(links.length === 0 ? {} : { headers: { link: links.join(', ') } }),
  };
}

/** Names in a body that may hold plain names or objects with one. */
export function namesIn(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.map((each) => (typeof each === 'string' ? each : String((each as { name: unknown }).name)));
}
