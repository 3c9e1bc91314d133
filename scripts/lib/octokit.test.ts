import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { type Fault, rateLimit, secondaryRateLimit } from '../dev-github/faults.ts';
import { startLocalGitHub } from '../dev-github/host.ts';
import { asking, failureText, statusOf } from './host-failure.ts';
import { createHost, type Patience, REPEAT_NOT } from './octokit.ts';

const github = await startLocalGitHub();
const number = github.people.openIssue({ by: 'marie', title: 'A question', body: 'Where?' });
afterAll(() => github.close());
beforeEach(() => {
  github.mend();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

function host(patience: Partial<Patience> = {}) {
  const environment = { token: github.token, apiUrl: github.url, owner: 'octo-org', repo: 'registry', botLogin: 'x' };
  return createHost(environment, { second: 1, paced: false, timeout: 20_000, retries: 2, ...patience });
}

async function read(patience: Partial<Patience> = {}): Promise<string> {
  const { octokit, at } = host(patience);
  return (await octokit.rest.issues.get({ ...at, issue_number: number })).data.title;
}

const MOMENTARY: [string, Fault['mishap'], Partial<Patience>][] = [
  ['500', { status: 500, message: 'Server Error' }, {}],
  ['502', { status: 502, message: 'Bad Gateway' }, {}],
  ['a limit of the hour', rateLimit(0, new Date()), {}],
  ['a limit on quickness', secondaryRateLimit(1), {}],
  ['a limit on quickness (429)', secondaryRateLimit(1, 429), {}],
  ['429 in other words', { status: 429, message: 'Too many', headers: { 'retry-after': '1' } }, {}],
  ['a dropped connection', 'dropped', {}],
  ['an answer cut short', 'answer-cut', {}],
  ['silence', 'silent', { timeout: 500 }],
];

test.each(MOMENTARY)('%s: asks again, and ends when it lasts', async (_, mishap, patience) => {
  github.fail({ operation: 'issues/get', mishap, times: 1 });
  expect(await read(patience)).toBe('A question');
  github.fail({ operation: 'issues/get', mishap });
  const error = await asking('reading', () => read(patience)).catch((thrown: unknown) => thrown);
  expect(failureText(error)).toMatch(/^Our service failed, not you: While reading: /);
  expect(failureText(error)).not.toContain(github.token);
});

// A wait would outlast the time limit of the test.
test('waits for no limit that ends too late', async () => {
  github.fail({ mishap: rateLimit(3000, new Date()) });
  await expect(read({ second: 1000 })).rejects.toMatchObject({ status: 403 });
  github.mend();
  github.fail({ mishap: { status: 429, message: 'Too many', headers: { 'retry-after': '3000' } } });
  await expect(read({ second: 1000 })).rejects.toMatchObject({ status: 429 });
});

test('asks once where the answer will not change', async () => {
  const before = github.requests.length;
  const { octokit, at } = host();
  const error = await asking('reading', () => octokit.rest.issues.get({ ...at, issue_number: 999 })).catch(
    (e: unknown) => e,
  );
  expect(statusOf(error)).toBe(404);
  expect(github.requests.length - before).toBe(1);
});

test('repeats no comment whose answer was lost', async () => {
  github.fail({ operation: 'issues/create-comment', mishap: 'answer-lost', times: 1 });
  const { octokit, at } = host();
  const comment = { ...at, ...REPEAT_NOT, issue_number: number, body: 'Once' };
  await expect(octokit.rest.issues.createComment(comment)).rejects.toThrow();
  expect(github.state.comments.filter(({ body }) => body === 'Once')).toHaveLength(1);
});

test('a wrong token is told, and not shown', async () => {
  const environment = {
    token: 'wrong-token-9',
    apiUrl: github.url,
    owner: 'octo-org',
    repo: 'registry',
    botLogin: 'x',
  };
  const { octokit, at } = createHost(environment, { paced: false });
  const error = await asking('reading', () => octokit.rest.repos.get(at)).catch((thrown: unknown) => thrown);
  expect(failureText(error)).toMatch(
    /^This run was set up wrongly: the host does not accept GITHUB_TOKEN.*Bad credentials/,
  );
  expect(failureText(error)).not.toContain('wrong-token-9');
});

test('all of it is as GitHub describes', () => {
  expect(github.violations).toEqual([]);
});
