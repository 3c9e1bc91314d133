import { UsageError } from './exit-code.ts';

/** The one repository that the bots work on, and how they reach its host. */
export interface GitHubEnvironment {
  readonly token: string;
  /** Of the API, without a slash at the end. */
  readonly apiUrl: string;
  readonly owner: string;
  readonly repo: string;
  /** The account that the token acts as: comments by others are never touched. */
  readonly botLogin: string;
  /** The page of the run, where its messages can be read; for statuses and comments. */
  readonly runUrl?: string;
}

/** As the workflows' own token acts. A copy that runs the bots by another account names it in BOT_LOGIN. */
const WORKFLOW_ACCOUNT = 'github-actions[bot]';
const REPOSITORY = /^([\w.-]+)\/([\w.-]+)$/;

/**
 * Reads what a workflow of GitHub sets for its steps, and the token, which a workflow has to hand over by name.
 * @throws UsageError that names what is missing; the token itself is in no message
 */
export function readGitHubEnvironment(env: Readonly<Record<string, string | undefined>>): GitHubEnvironment {
  const token = env['GITHUB_TOKEN'] ?? '';
  if (token === '')
    throw new UsageError(
      'GITHUB_TOKEN is not set: the bots act with it. `npm run dev:github` starts a host to try them on.',
    );
  // What is no token could end a header line.
  if (!/^[\x21-\x7e]+$/.test(token)) throw new UsageError('GITHUB_TOKEN holds characters that no token has.');
  const [, owner, repo] = REPOSITORY.exec(env['GITHUB_REPOSITORY'] ?? '') ?? [];
  if (owner === undefined || repo === undefined)
    throw new UsageError(
      `GITHUB_REPOSITORY must be owner/name, and is ${JSON.stringify(env['GITHUB_REPOSITORY'] ?? '')}.`,
    );
  const runId = env['GITHUB_RUN_ID'];
  const server = env['GITHUB_SERVER_URL'];
  return {
    token,
    apiUrl: apiUrl(env['GITHUB_API_URL'] || 'https://api.github.com'),
    owner,
    repo,
    botLogin: env['BOT_LOGIN'] || WORKFLOW_ACCOUNT,
    ...(runId && server ? { runUrl: `${server}/${owner}/${repo}/actions/runs/${runId}` } : {}),
  };
}

/** A token goes over an encrypted line, or to this very machine. */
function apiUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const local = url?.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url === undefined || !(url.protocol === 'https:' || local) || url.username !== '' || url.search !== '')
    throw new UsageError(`GITHUB_API_URL must be an https address, and is ${JSON.stringify(text)}.`);
  return text.replace(/\/+$/, '');
}

/** A number that names an issue or a pull request. */
export function issueNumber(text: string | undefined, name: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text ?? ''))
    throw new UsageError(
      `${name} must be the number of an issue or pull request, and is ${JSON.stringify(text ?? '')}.`,
    );
  return Number(text);
}
