import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { rateLimit, SERVER_ERROR } from '../dev-github/faults.ts';
import { createBench, project } from './fixtures/bench.ts';
import { checkPullRequest } from './pull-request.ts';

const bench = await createBench({
  'registry/reviewers.yaml': 'schemaVersion: 1\nzones:\n  int: [lena, marie]\n  ca: [nobody-here]\n',
});
const { github } = bench;
const { people, state } = github;
people.permit('lena', 'write');
afterAll(() => bench.close());
beforeEach(() => {
  github.mend();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const FILE = 'registry/projects/int/parcels.yaml';
const SOUND = project('Parcels');
const FAULTY = SOUND.replace('status: stable', 'status: stabel');

const propose = (text: string, body = ''): number =>
  people.openPull({
    by: 'marie',
    branch: `b${state.lastIssue}`,
    sha: people.commit({ by: 'marie', files: { [FILE]: text } }),
    body,
  });
const push = (pull: number, text: string) => people.push(pull, people.commit({ by: 'marie', files: { [FILE]: text } }));
const check = (pull: number, patience = {}) => bench.run((run) => checkPullRequest(run, pull), {}, patience);
const comments = (pull: number) => state.comments.filter(({ issue }) => issue === pull);
const own = (pull: number) => comments(pull).filter(({ by }) => by.login === 'github-actions[bot]');
const statuses = (pull: number) => {
  const sha = state.issues.get(pull)?.pull?.headSha;
  return state.statuses.filter((status) => status.sha === sha).map((status) => status.state);
};
const labels = (pull: number) => state.issues.get(pull)?.labels ?? [];

describe('a pull request', () => {
  test('is told what to mend; the next push edits the same comment, and a green one says what happens next', async () => {
    const pull = propose(FAULTY);
    const first = await check(pull);
    expect(first.code).toBe(0);
    expect(first.out).toContain(`::error file=${FILE},line=6`);
    expect(own(pull)).toHaveLength(1);
    const [before] = own(pull).map(({ id, body }) => ({ id, body }));
    expect(before?.body).toContain('### Must be mended');
    expect(statuses(pull)).toEqual(['pending', 'failure']);
    expect(labels(pull)).toEqual(expect.arrayContaining(['needs changes', 'kind: project', 'zone: int']));

    push(pull, SOUND);
    expect((await check(pull)).code).toBe(0);
    expect(own(pull).map(({ id }) => id)).toEqual([before?.id]);
    expect(own(pull)[0]?.body).not.toContain('### Must be mended');
    expect(own(pull)[0]?.body).toContain('### What happens next');
    expect(statuses(pull)).toEqual(['pending', 'success']);
    expect(labels(pull)).toContain('ready for review');
    expect(labels(pull)).not.toContain('needs changes');
    expect(state.labels.find(({ name }) => name === 'ready for review')?.color).toBe('0e8a16');
  });

  test('is answered in its language', async () => {
    const pull = propose(FAULTY, 'Ajoute Parcels.\n\nLanguage: fr\n');
    await check(pull);
    expect(own(pull)[0]?.body).toContain('### À corriger');
    expect(own(pull)[0]?.body).not.toMatch(/does not take|Expected/);
  });

  test('asks the reviewers of its zone, once and never its author, and only when it may be read', async () => {
    const asked = (pull: number) => state.issues.get(pull)?.pull?.reviewers;
    const requests = () => github.requests.filter(({ operation }) => operation === 'pulls/request-reviewers');
    const pull = propose(FAULTY);
    await check(pull);
    expect(asked(pull)).toEqual([]);
    push(pull, SOUND);
    await check(pull);
    await check(pull);
    expect(asked(pull)).toEqual(['lena']);
    expect(requests().filter(({ path }) => path['pull_number'] === String(pull))).toHaveLength(1);
    expect(own(pull)[0]?.body).toContain('`lena`');
  });

  test('is answered also where a reviewer in the list is unknown to the host', async () => {
    const files = { 'registry/projects/ca/parcels.yaml': SOUND };
    const pull = people.openPull({ by: 'marie', branch: 'ca', sha: people.commit({ by: 'marie', files }) });
    const { code, out } = await check(pull);
    expect(code).toBe(0);
    expect(out).toContain('See registry/reviewers.yaml.');
  });

  test('may bear any title, branch and file name', async () => {
    const files = { [FILE]: SOUND, 'registry/projects/int/$(touch x)\n::error::x.yaml': SOUND };
    const sha = people.commit({ by: 'marie', files });
    const title = '::error::@lena <img src=x> `\u202e';
    const pull = people.openPull({ by: 'marie', branch: '--upload-pack=touch x;$(touch x)', sha, title, body: title });
    const { code, out } = await check(pull);
    expect(code).toBe(0);
    expect(out).not.toMatch(/^::error::/m);
    expect(own(pull)[0]?.body.replace(/`[^`]*`/g, '')).not.toMatch(/@lena|<img|touch x/);
  });

  test('is left alone when it is closed', async () => {
    const pull = propose(SOUND);
    people.close(pull);
    expect((await check(pull)).code).toBe(0);
    expect(comments(pull)).toEqual([]);
    expect(statuses(pull)).toEqual([]);
  });
});

describe('one comment', () => {
  test('after restarts and deliveries that come twice, even at once', async () => {
    const pull = propose(SOUND);
    await Promise.all([check(pull), check(pull), check(pull)]);
    await check(pull);
    expect(own(pull)).toHaveLength(1);
  });

  test('where the answer to the first was lost, or broke off', async () => {
    for (const mishap of ['answer-lost', 'answer-cut', 'dropped'] as const) {
      const pull = propose(SOUND);
      github.fail({ operation: 'issues/create-comment', mishap, times: 1 });
      expect((await check(pull)).code).toBe(0);
      expect(own(pull)).toHaveLength(1);
    }
  });

  test('of several that are there already, the first; others’ comments are untouched, whatever marker they bear', async () => {
    const pull = propose(SOUND);
    await check(pull);
    const [mine] = own(pull);
    people.comment(pull, mine?.body ?? '', 'mallory');
    people.comment(pull, `${mine?.body}\nan older text`, 'github-actions[bot]');
    people.comment(pull, 'Nightly report', 'github-actions[bot]');
    await check(pull);
    expect(own(pull).map(({ id, body }) => (id === mine?.id ? 'first' : body))).toEqual(['first', 'Nightly report']);
    expect(comments(pull).filter(({ by }) => by.login === 'mallory')).toHaveLength(1);
  });

  test('is not found first where a stranger wrote one before', async () => {
    const pull = propose(SOUND);
    people.comment(pull, `<!-- public-square:pull-request-check head=${'a'.repeat(40)} -->\nAll is well`, 'mallory');
    await check(pull);
    expect(own(pull)).toHaveLength(1);
    expect(comments(pull)).toHaveLength(2);
  });
});

test('an old verdict is not published when the head moves meanwhile', async () => {
  const pull = propose(FAULTY);
  const old = state.issues.get(pull)?.pull?.headSha;
  const sha = people.commit({ by: 'marie', files: { [FILE]: SOUND } });
  // The host tells of a push, and git has it a moment later.
  github.meanwhile('repos/create-commit-status', () => {
    const { pull: moved } = state.issues.get(pull) ?? {};
    if (moved !== undefined) moved.headSha = sha;
    github.meanwhile('pulls/get', () => people.push(pull, sha));
  });
  expect((await check(pull)).code).toBe(0);
  expect(own(pull)).toHaveLength(1);
  expect(own(pull)[0]?.body).toContain(`head=${sha}`);
  expect(own(pull)[0]?.body).not.toContain('### Must be mended');
  expect(statuses(pull)).toEqual(['success']);
  expect(state.statuses.filter((status) => status.sha === old).map((status) => status.state)).toEqual(['pending']);
});

describe('a failure of ours', () => {
  test.each([
    ['500', SERVER_ERROR],
    ['a limit of the hour', rateLimit(3000, new Date())],
    ['silence', 'silent' as const],
  ])('at every request: %s ends with 2 and says whose it is', async (_, mishap) => {
    const pull = propose(SOUND);
    github.fail({ mishap });
    expect((await check(pull, { timeout: 100 })).code).toBe(2);
    expect(vi.mocked(console.error).mock.calls.flat().join('\n')).toContain('Our service failed, not you');
    github.mend();
    expect(own(pull)).toEqual([]);
  });

  test('of the check is told at the pull request, and gives way to the verdict of the next run', async () => {
    const pull = propose(SOUND);
    state.git.setRef(`refs/pull/${pull}/head`, people.commit({ by: 'marie', files: {}, parent: null }));
    // What git has and what the host says never agree: history without a common beginning.
    const sha = state.git.resolve(`refs/pull/${pull}/head`) ?? '';
    people.push(pull, sha);
    expect((await check(pull)).code).toBe(2);
    expect(own(pull)[0]?.body).toContain('Our check failed, not you');
    expect(statuses(pull).at(-1)).toBe('error');
    push(pull, SOUND);
    expect((await check(pull)).code).toBe(0);
    expect(own(pull)).toHaveLength(1);
    expect(own(pull)[0]?.body).toContain('The checks passed');
  });

  test('of a run that comes again leaves the verdict on this head, and says in the status that it could not be had anew', async () => {
    const pull = propose(SOUND);
    await check(pull);
    const [verdict] = own(pull).map(({ body }) => body);
    const head = state.issues.get(pull)?.pull?.headSha ?? '';
    // Git has another head than the host tells, for good.
    state.git.setRef(`refs/pull/${pull}/head`, people.commit({ by: 'marie', files: {}, parent: null }));
    expect((await check(pull)).code).toBe(2);
    expect(own(pull).map(({ body }) => body)).toEqual([verdict]);
    expect(statuses(pull).at(-1)).toBe('error');
    state.git.setRef(`refs/pull/${pull}/head`, head);
  });

  test('with labels does not take the verdict back', async () => {
    const pull = propose(SOUND);
    github.fail({ operation: 'issues/add-labels', mishap: SERVER_ERROR });
    expect((await check(pull)).code).toBe(2);
    expect(own(pull)[0]?.body).toContain('The checks passed');
    expect(statuses(pull)).toEqual(['pending', 'success']);
  });
});

test('every request and answer was as GitHub describes', () => {
  expect(github.violations).toEqual([]);
});
