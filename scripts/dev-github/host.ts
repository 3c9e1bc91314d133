import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ApiContract, loadApiContract, type MatchedRequest } from './api-contract.ts';
import { createBareRepository } from './bare-repository.ts';
import { createFaults, type Fault, type Mishap } from './faults.ts';
import type { OperationId } from './operations.ts';
import { createPeople, type People } from './people.ts';
import { gitRoutes } from './routes/git.ts';
import { issueRoutes } from './routes/issues.ts';
import { labelRoutes } from './routes/labels.ts';
import { pullRoutes } from './routes/pulls.ts';
import { repositoryRoutes } from './routes/repository.ts';
import { type Answer, type Call, Refusal } from './routes/route.ts';
import { statusRoutes } from './routes/statuses.ts';
import { userRoutes } from './routes/users.ts';
import { account, type HostState } from './state.ts';

const ROUTES = {
  ...{ ...gitRoutes, ...issueRoutes, ...labelRoutes, ...pullRoutes },
  ...{ ...repositoryRoutes, ...statusRoutes, ...userRoutes },
};

/** An operation that was asked for, with what was sent. */
export interface SeenRequest {
  readonly operation: OperationId;
  readonly path: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly status: number;
}

export interface LocalGitHub {
  /** Of the API: what GITHUB_API_URL is on the real host. */
  readonly url: string;
  /** `owner/name`. */
  readonly repository: string;
  /** By which the bot acts. */
  readonly token: string;
  /** Where git fetches from. */
  readonly gitFolder: string;
  readonly state: HostState;
  readonly people: People;
  readonly requests: readonly SeenRequest[];
  /** Requests and answers that do not agree with GitHub's description. A test asks for none. */
  readonly violations: readonly string[];
  readonly fail: (fault: Fault) => void;
  readonly mend: () => void;
  /** Does something once, right after the next request for an operation: what happens while a bot works. */
  readonly meanwhile: (operation: OperationId, act: () => void) => void;
  readonly close: () => Promise<void>;
}

export interface HostOptions {
  readonly now?: () => Date;
  readonly port?: number;
  /** Files of the first commit on the main branch, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** People push with git, beside `people`: looked at before each answer. */
  readonly watch?: boolean;
}

export const BOT = 'github-actions[bot]';

/** Starts a local GitHub with one repository on the loopback interface. */
export async function startLocalGitHub({
  now = () => new Date(),
  port = 0,
  files = {},
  watch = false,
}: HostOptions = {}): Promise<LocalGitHub> {
  const state: HostState = {
    ...{ owner: 'octo-org', name: 'registry', defaultBranch: 'main', now, botsMayOpenPulls: true },
    ...{
      accounts: new Map(),
      forks: new Map(),
      permissions: new Map(),
      tokens: new Map([['local-token', BOT]]),
      lastId: 0,
      lastIssue: 0,
    },
    ...{ labels: [], issues: new Map(), comments: [], events: [], statuses: [], checkRuns: [] },
    git: createBareRepository('main'),
  };
  const people = createPeople(state);
  state.git.setRef('refs/heads/main', people.commit({ by: 'octo-org', files, message: 'Begin', parent: null }));
  const requests: SeenRequest[] = [];
  const violations: string[] = [];
  const faults = createFaults();
  const acts = new Map<OperationId, () => void>();
  const serving: Serving = { state, contract: loadApiContract(), requests, violations, mishap: faults.take, acts };
  const server = createServer((request, response) => {
    if (watch) people.notice();
    void serve(serving, request, response);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    ...{
      url: urlOf(server),
      repository: `${state.owner}/${state.name}`,
      token: 'local-token',
      gitFolder: state.git.folder,
    },
    ...{
      state,
      people,
      requests,
      violations,
      fail: faults.add,
      mend: faults.clear,
      meanwhile: (operation, act) => void acts.set(operation, act),
    },
    close: () => {
      state.git.remove();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface Serving {
  readonly state: HostState;
  readonly contract: ApiContract;
  readonly requests: SeenRequest[];
  readonly violations: string[];
  readonly mishap: (operation: OperationId) => Mishap | undefined;
  readonly acts: Map<OperationId, () => void>;
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function serve(serving: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const text = await bodyOf(request);
  const matched = serving.contract.match(request.method ?? 'GET', url.pathname);
  if (matched === undefined) {
    serving.violations.push(`${request.method} ${url.pathname} is no operation that operations.ts names`);
    return send(response, { status: 404, body: { message: 'Not Found' } });
  }
  const { id } = matched.operation;
  const mishap = serving.mishap(id);
  if (mishap === 'silent') return;
  if (mishap === 'dropped') return void response.destroy();
  const body = text === '' ? undefined : (JSON.parse(text) as unknown);
  const answer = typeof mishap === 'object' ? failure(mishap) : answered(serving, matched, url, request, body);
  serving.requests.push({ operation: id, path: matched.path, body, status: answer.status });
  const act = serving.acts.get(id);
  serving.acts.delete(id);
  act?.();
  if (mishap === 'answer-lost') return void response.destroy();
  send(response, answer, mishap === 'answer-cut');
}

function answered(
  serving: Serving,
  matched: MatchedRequest,
  url: URL,
  request: IncomingMessage,
  body: unknown,
): Answer {
  const { contract, violations, state } = serving;
  const wrong = (faults: readonly string[]): Answer => {
    violations.push(...faults);
    return { status: 500, body: { message: `Not as GitHub describes it: ${faults.join('; ')}` } };
  };
  const faults = contract.requestFaults(matched, url.searchParams, body);
  if (faults.length > 0) return wrong(faults);
  const actor = actorOf(state, request);
  if (actor === undefined)
    return {
      status: 401,
      body: { message: 'Bad credentials', documentation_url: `${url.origin}/rest`, status: '401' },
    };
  const call: Call = {
    ...{ state, actor, path: matched.path, query: url.searchParams, url: `${url.origin}${url.pathname}` },
    ...{ addresses: { api: url.origin, html: `${url.origin}/html` }, body: (body ?? {}) as Call['body'] },
    repository: `${url.origin}/repos/${state.owner}/${state.name}`,
  };
  const answer = run(matched.operation.id, call);
  // Errors that every operation may have are described for some only.
  const described = answer.status < 400 || String(answer.status) in matched.operation.answers;
  const answerFaults = described ? contract.answerFaults(matched.operation, answer.status, answer.body) : [];
  return answerFaults.length > 0 ? wrong(answerFaults) : answer;
}

function run(id: OperationId, call: Call): Answer {
  try {
    refuseElsewhere(id, call);
    const route = ROUTES[id];
    if (route === undefined) throw new Error(`No route for ${id}.`);
    return route(call);
  } catch (error) {
    if (!(error instanceof Refusal))
      return { status: 500, body: { message: `The local host failed: ${String(error)}` } };
    const { status, message, errors } = error;
    return failure({ status, message, ...(errors === undefined ? {} : { errors }) });
  }
}

/** The repository itself, or a fork of it, of which only the git data are there. */
function refuseElsewhere(id: OperationId, { path: { owner, repo }, state }: Call): void {
  if (owner === undefined && repo === undefined) return;
  if (owner === state.owner && repo === state.name) return;
  const fork = (owner ?? '').toLowerCase();
  const wait = state.forks.get(fork);
  if (wait === undefined || repo !== state.name || !/^(?:git\/|repos\/get$)/.test(id))
    throw new Refusal(404, 'Not Found');
  if (wait === 0) return;
  state.forks.set(fork, wait - 1);
  throw new Refusal(404, 'Not Found');
}

function failure({
  status,
  message,
  headers,
  errors,
}: {
  status: number;
  message: string;
  headers?: Readonly<Record<string, string>>;
  errors?: readonly unknown[];
}): Answer {
  return {
    status,
    body: {
      message,
      ...(errors === undefined ? {} : { errors }),
      documentation_url: 'https://docs.github.com/rest',
      status: String(status),
    },
    ...(headers === undefined ? {} : { headers }),
  };
}

function actorOf(state: HostState, request: IncomingMessage) {
  const token = /^(?:token|bearer) (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const login = token === undefined ? undefined : state.tokens.get(token);
  return login === undefined ? undefined : account(state, login);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer, cut = false): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...(body === undefined
      ? {}
      : { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }),
    ...headers,
  });
  if (!cut) return void response.end(text);
  response.write(text.slice(0, text.length / 2), () => response.destroy());
}
