import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { POLICY_FILE } from '../../src/github/policy.ts';
import { automerge } from './automerge.ts';
import { createBench, FILES, project } from './fixtures/bench.ts';
import { checkPullRequest } from './pull-request.ts';

let hours = 0;
const now = () => new Date(Date.parse('2026-11-20T10:00:00Z') + hours * 3_600_000);
const FILE = 'registry/projects/int/letter-post.yaml';
const REVIEWERS = 'schemaVersion: 1\nmaintainers:\n  projects/int/letter-post: [marie]\n';
const POLICY = FILES[POLICY_FILE] ?? '';
const bench = await createBench(
  {
    'registry/reviewers.yaml': REVIEWERS,
    [POLICY_FILE]: POLICY.replace('enabled: false', 'enabled: true'),
    // No note may be left, as that it was not confirmed for a year.
    [FILE]: project('Letter Post', 'license: MIT\n').replace(
      'en: Sends letters for public offices',
      'en: Sends letters\n  fr: Envoie des lettres',
    ),
  },
  now,
);
const { github } = bench;
const { people, state } = github;
people.permit('lena', 'write');
afterAll(() => bench.close());
beforeEach(() => {
  hours = 0;
  github.mend();
  if (process.env['SHOW'] === undefined) vi.spyOn(console, 'error').mockImplementation(() => {});
});

let edits = 0;
function edit(by = 'marie'): number {
  edits += 1;
  const main = state.git.resolve('refs/heads/main') ?? '';
  const entry = state.git.entry(main, FILE);
  const text = state.git.read(entry?.sha ?? '').toString();
  const demo = `demo: https://demo-${edits}.example.org/\n`;
  const files = { [FILE]: `${text.replace(/^demo: .*\n/m, '')}${demo}` };
  return people.openPull({ by, branch: `b${edits}`, sha: people.commit({ by, files }), title: 'Demo' });
}
const check = (pull: number) => bench.run((run) => checkPullRequest(run, pull));
const merge = () => bench.run(automerge);
const merges = () => github.requests.filter(({ operation }) => operation === 'pulls/merge');
const isMerged = (pull: number) => state.issues.get(pull)?.pull?.merged !== undefined;
const later = (count: number) => {
  hours += count;
};

test('an edit by the record’s maintainer is merged after the wait, at the very commit that was checked', async () => {
  const pull = edit();
  await check(pull);
  const [comment] = state.comments.filter(({ issue }) => issue === pull);
  expect(comment?.body).toMatch(/merged without a person after .*23.* 2026 10:00 UTC/);
  later(71);
  expect(await merge()).toMatchObject({ code: 0, out: `${pull}: waiting, until 2026-11-23T10:00:00.000Z.` });
  later(2);
  const sha = state.issues.get(pull)?.pull?.headSha;
  expect(await merge()).toMatchObject({ code: 0, out: `${pull}: merged at ${sha}.` });
  expect(merges()).toMatchObject([{ body: { sha, merge_method: 'squash' } }]);
  expect(isMerged(pull)).toBe(true);
});

test('what is opened again waits anew', async () => {
  const pull = edit();
  await check(pull);
  later(80);
  for (const to of ['closed', 'open'] as const)
    await bench.run(async ({ host }) => {
      await host.octokit.rest.pulls.update({ ...host.at, pull_number: pull, state: to });
    });
  expect(await merge()).toMatchObject({ code: 0, out: expect.stringContaining(`${pull}: waiting, until `) });
  expect(isMerged(pull)).toBe(false);
});

describe('is not merged', () => {
  test.each([
    ['by a stranger', () => edit('mallory'), ''],
    ['before it was checked', () => edit(), 'checks'],
    [
      'while somebody asks to wait',
      async () => {
        const pull = edit();
        await check(pull);
        people.comment(pull, 'Not yet.\n/hold', 'somebody');
        people.comment(pull, '/unhold', 'mallory');
        return pull;
      },
      'held',
    ],
    [
      'where a review asks for changes',
      async () => {
        const pull = edit();
        await check(pull);
        people.review(pull, 'lena', 'CHANGES_REQUESTED');
        return pull;
      },
      'objection',
    ],
    [
      'where a workflow failed',
      async () => {
        const pull = edit();
        await check(pull);
        people.testCommit(state.issues.get(pull)?.pull?.headSha ?? '', 'test', 'failure');
        return pull;
      },
      'checks',
    ],
    [
      'where others’ words end the status',
      async () => {
        const pull = edit();
        const sha = state.issues.get(pull)?.pull?.headSha ?? '';
        const { id, at } = { id: 99_999, at: '2026-01-01T00:00:00Z' };
        const by = { id: 7, login: 'mallory', type: 'User' as const };
        for (const verdict of ['pending', 'success'])
          state.statuses.push({
            id,
            sha,
            state: verdict,
            context: 'registry/validate',
            description: null,
            targetUrl: null,
            by,
            at,
          });
        return pull;
      },
      'time',
    ],
  ])('%s', async (_, prepare, reason) => {
    const pull = await prepare();
    const before = merges().length;
    later(100);
    const { code, out } = await merge();
    expect(code).toBe(0);
    expect(out).toContain(reason === '' ? '' : `${pull}: ${reason}`);
    expect(merges()).toHaveLength(before);
    expect(isMerged(pull)).toBe(false);
    people.close(pull);
  });

  test('where a push comes between the decision and the merge', async () => {
    const pull = edit();
    await check(pull);
    later(100);
    github.meanwhile('checks/list-for-ref', () =>
      people.push(pull, people.commit({ by: 'marie', files: { 'src/x.ts': 'evil' } })),
    );
    const { code, out } = await merge();
    expect(code).toBe(0);
    expect(out).toContain('Head branch was modified');
    expect(isMerged(pull)).toBe(false);
    people.close(pull);
  });
});

test('the host’s failure ends with 2, and what was merged nevertheless is seen by the next run', async () => {
  const pull = edit();
  await check(pull);
  later(100);
  github.fail({ operation: 'pulls/merge', mishap: 'answer-lost', times: 1 });
  expect((await merge()).code).toBe(2);
  expect(isMerged(pull)).toBe(true);
  expect((await merge()).code).toBe(0);
});

test('the policy as it is shipped asks the host nothing', async () => {
  const shipped = await createBench();
  expect((await shipped.run(automerge)).out).toContain('switches merging without a person off');
  expect(shipped.github.requests).toEqual([]);
  await shipped.close();
});

test('every request and answer was as GitHub describes', () => {
  expect(github.violations).toEqual([]);
});
