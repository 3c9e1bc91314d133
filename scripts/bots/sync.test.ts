import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { startCopy } from '../lib/sync/fixtures/copy-server.ts';
import { createBench, project } from './fixtures/bench.ts';
import { checkPullRequest } from './pull-request.ts';
import { proposeNews } from './sync.ts';

const source = (id: string, trust = 'review') =>
  `  - id: ${id}\n    url: https://${id}.example.org/\n    zones: [${id}]\n    trust: ${trust}\n`;
const federation = (...sources: string[]) => `schemaVersion: 1\nsources:\n${sources.join('')}`;
const FEDERATION = 'registry/federation.yaml';
const CONFIG =
  'schemaVersion: 1\nid: trial\nname: {en: Trial, fr: Essai}\nzones: [int]\nlanguages: [en, fr]\ndataLicense: CC0-1.0\nurl: https://registry.example.org/\n';

const bench = await createBench({
  'registry/registry.yaml': CONFIG,
  [FEDERATION]: federation(source('ca'), source('fr')),
});
const { github } = bench;
const { people, state } = github;
const ca = await startCopy('ca');
const fr = await startCopy('fr');
const folder = mkdtempSync(join(tmpdir(), 'summary-'));
const summary = join(folder, 'summary.md');
afterAll(async () => {
  ca.close();
  fr.close();
  rmSync(folder, { recursive: true });
  await bench.close();
  expect(github.violations).toEqual([]);
});

const loopbackForTests = new Map([
  ['ca', ca.host],
  ['fr', fr.host],
]);
const run = (patience = {}) => {
  bench.pull();
  return bench.run(
    (bot) => proposeNews(bot, { loopbackForTests, firstPauseMs: 1 }),
    { GITHUB_STEP_SUMMARY: summary },
    patience,
  );
};
const projects = (zone: string, names: readonly string[], deed: string) =>
  Object.fromEntries(
    names.map((name) => [
      `projects/${zone}/${name.toLowerCase()}.yaml`,
      project(name).replace('int/office', `${zone}/office`).replace('Sends', deed),
    ]),
  );
/** The commits that a state of a copy stands for: they never fall. */
let commits = 0;
const publish = (copy: typeof ca, zone: string, names: readonly string[], deed = 'Sends') =>
  copy.publish(projects(zone, names, deed), ++commits);
const pulls = () => [...state.issues.values()].filter(({ pull }) => pull !== undefined);
const pullsOf = (id: string) => pulls().filter(({ pull }) => pull?.headBranch === `sync/${id}`);
const writes = () =>
  github.requests.filter(({ operation }) => /create|update|delete|add-|remove/.test(operation)).length;
const textOf = (number: number) => state.issues.get(number)?.body ?? '';
const filesOf = (number: number) => {
  const { pull } = state.issues.get(number) ?? {};
  const base = state.git.mergeBase('refs/heads/main', pull?.headSha ?? '') ?? '';
  return state.git.changes(base, pull?.headSha ?? '').map(({ path }) => path);
};
const commentsOf = (number: number) => state.comments.filter(({ issue }) => issue === number).map(({ body }) => body);
const merge = (number: number) => {
  const { pull, title } = state.issues.get(number) ?? {};
  const tree = state.git.mergedTree('refs/heads/main', pull?.headSha ?? '') ?? '';
  const by = { name: 'lena', email: 'lena@example.org', date: '2026-11-23T10:00:00Z' };
  const parents = [state.git.resolve('refs/heads/main') ?? '', pull?.headSha ?? ''];
  const sha = state.git.commit({ tree, parents, message: title ?? '', author: by, committer: by });
  state.git.setRef('refs/heads/main', sha);
  if (pull !== undefined) pull.merged = { sha, at: '2026-11-23T10:00:00Z', by: { id: 1, login: 'lena', type: 'User' } };
  people.close(number);
};
const pushToMain = (files: Record<string, string | null>) =>
  state.git.setRef('refs/heads/main', people.commit({ by: 'lena', files }));

beforeEach(() => github.mend());

test('what is new at two sources is proposed in two pull requests, once', async () => {
  publish(ca, 'ca', ['Alpha', 'Beta']);
  publish(fr, 'fr', ['Gamma']);
  expect((await run()).code).toBe(0);
  const [first, second] = pulls();
  expect(pulls().map(({ title }) => title)).toEqual(['Sync ca: 2 added', 'Sync fr: 1 added']);
  expect(filesOf(first?.number ?? 0)).toEqual([
    'registry/federation.lock/ca.json',
    'registry/projects/ca/alpha.yaml',
    'registry/projects/ca/beta.yaml',
  ]);
  // The check of pull requests takes what a synchronization wrote for what it is.
  expect(first?.labels).toEqual(expect.arrayContaining(['sync', 'ready for review', 'zone: ca']));
  expect(second?.labels).not.toContain('needs changes');
  expect(textOf(first?.number ?? 0)).toContain('| new | 2 |');
  expect(readFileSync(summary, 'utf8')).toContain('`ca`: proposed in [#1]');

  const before = writes();
  expect((await run()).out).toMatch(/^ca: kept .*\nfr: kept /);
  expect(writes()).toBe(before);
});

test('a newer state updates the same pull request; one that was merged by hand leaves nothing to propose', async () => {
  publish(ca, 'ca', ['Alpha', 'Beta', 'Delta']);
  expect((await run()).out).toMatch(/^ca: updated .*\nfr: kept /);
  expect(pullsOf('ca').map(({ title }) => title)).toEqual(['Sync ca: 3 added']);
  const [pull] = pullsOf('ca');
  expect(filesOf(pull?.number ?? 0)).toContain('registry/projects/ca/delta.yaml');
  expect(state.git.count('refs/heads/main', pull?.pull?.headSha ?? '')).toBe(1);
  for (const { number } of pulls()) merge(number);
  const before = writes();
  expect((await run()).out).toBe('ca: unchanged\nfr: unchanged');
  expect(writes()).toBe(before);
});

test('what the main branch changes elsewhere moves nothing; where the proposal is empty it is closed with a word', async () => {
  publish(ca, 'ca', ['Alpha', 'Beta', 'Delta'], 'Carries');
  expect((await run()).out).toMatch(/^ca: opened /);
  const { number = 0, pull } = pullsOf('ca').at(-1) ?? {};
  const head = pull?.headSha;
  pushToMain({ 'README.md': 'News\n' });
  expect((await run()).out).toMatch(/^ca: kept /);
  expect(pull?.headSha).toBe(head);
  // Somebody has taken it by hand.
  const texts = Object.fromEntries(
    filesOf(number).map((path) => [path, state.git.read(state.git.entry(head ?? '', path)?.sha ?? '').toString()]),
  );
  pushToMain(texts);
  ca.requests.length = 0;
  expect((await run()).out).toMatch(/^ca: closed /);
  // What the lock says is compared with what is published, whoever has merged it.
  expect(ca.requests.filter((path) => path.startsWith('api/v1/index.'))).toHaveLength(1);
  expect(state.issues.get(number)?.state).toBe('closed');
  expect(commentsOf(number).at(-1)).toContain('Nothing is left to take here');
  expect(state.git.resolve('refs/heads/sync/ca')).toBeUndefined();
});

test('what a person closed comes back with a newer state only; what a person added stays', async () => {
  publish(ca, 'ca', ['Alpha', 'Beta', 'Delta', 'Epsilon']);
  await run();
  people.close(pullsOf('ca').at(-1)?.number ?? 0);
  expect((await run()).out).toMatch(/^ca: declined /);
  publish(ca, 'ca', ['Alpha', 'Beta', 'Delta', 'Epsilon', 'Zeta']);
  expect((await run()).out).toMatch(/^ca: opened /);

  const { number = 0, pull } = pullsOf('ca').at(-1) ?? {};
  const theirs = people.commit({ by: 'lena', files: { 'README.md': 'Mine\n' }, parent: pull?.headSha ?? null });
  people.push(number, theirs);
  state.git.setRef('refs/heads/sync/ca', theirs);
  publish(ca, 'ca', ['Alpha', 'Beta', 'Delta', 'Epsilon', 'Zeta', 'Eta']);
  for (let times = 0; times < 2; times++) expect((await run()).out).toMatch(/^ca: touched /);
  expect(state.git.resolve('refs/heads/sync/ca')).toBe(theirs);
  expect(commentsOf(number).filter((body) => body.includes('Somebody has committed'))).toHaveLength(1);
  merge(number);
  expect((await run()).out).toMatch(/^ca: opened /);
  merge(pullsOf('ca').at(-1)?.number ?? 0);
});

test('more than one pull request may bring by hand passes; so much changed at once is a draft that asks for a look', async () => {
  const names = Array.from({ length: 55 }, (_, at) => `Post${at}`);
  publish(fr, 'fr', names);
  await run();
  const first = pullsOf('fr').at(-1)?.number ?? 0;
  expect(commentsOf(first)[0]).toContain('## The checks passed');
  merge(first);
  publish(fr, 'fr', names, 'Carries');
  await run();
  const braked = pullsOf('fr').at(-1);
  expect(braked?.pull?.draft).toBe(true);
  expect(braked?.labels).toContain('sync: look closely');
  expect(braked?.body).toContain('a person must look first');
  merge(braked?.number ?? 0);
});

test('trust decides: only looked at, or labelled as safe where nothing is flagged', async () => {
  pushToMain({ [FEDERATION]: federation(source('ca', 'auto-safe'), source('fr', 'observe')) });
  publish(ca, 'ca', ['Alpha', 'Beta', 'Theta']);
  publish(fr, 'fr', ['Iota']);
  const count = pullsOf('fr').length;
  expect((await run()).out).toMatch(/^ca: opened .*\nfr: observed$/);
  expect(pullsOf('fr')).toHaveLength(count);
  const { number = 0, pull } = pullsOf('ca').at(-1) ?? {};
  const labels = () => state.issues.get(number)?.labels;
  expect(labels()).toContain('sync: safe');
  // What somebody else commits to the branch is not the bot’s, and no rule of the host may take it for safe.
  const ours = pull?.headSha ?? '';
  const theirs = people.commit({ by: 'lena', files: { 'README.md': 'Mine\n' }, parent: ours });
  for (const [head, isSafe] of [
    [theirs, false],
    [ours, true],
  ] as const) {
    people.push(number, head);
    state.git.setRef('refs/heads/sync/ca', head);
    await bench.run((bot) => checkPullRequest(bot, number));
    expect(labels()?.includes('taken by hand')).toBe(!isSafe);
  }
  expect(labels()).not.toContain('sync: safe');
  expect(readFileSync(summary, 'utf8')).toContain('`fr`: only looked at');
  pushToMain({ [FEDERATION]: federation(source('ca', 'observe'), source('fr')) });
  expect((await run()).out).toMatch(/^ca: closed .*\nfr: opened /);
});

test('a source that fails is named, the others go on, and the run fails as theirs', async () => {
  pushToMain({ [FEDERATION]: federation(source('ca'), source('fr')) });
  ca.instead = (_, response) => {
    response.writeHead(500).end();
    return true;
  };
  publish(fr, 'fr', ['Iota', 'Kappa']);
  const { code, out } = await run();
  ca.instead = () => false;
  expect(code).toBe(1);
  expect(out).toMatch(/^ca: refused status.*\nfr: updated /);
  expect((await run()).out).toMatch(/^ca: opened .*\nfr: kept /);
});

test('what another copy says of itself gives the workflow no orders', async () => {
  ca.instead = (_, response) => Boolean(response.end(JSON.stringify({ protocol: 'x\n::stop-commands::all' })));
  const { out } = await run();
  ca.instead = () => false;
  expect(out).toMatch(/^ca: refused protocol.*x\\u\{a\}::stop-commands::all/);
  expect(out.split('\n').filter((line) => line.startsWith('::'))).toEqual([]);
});

test.each([
  ['the host fails', 'git/create-tree', { status: 500, message: 'Oops' }],
  ['the token may not', 'git/create-commit', { status: 403, message: 'Resource not accessible by integration' }],
  ['the host is silent', 'git/update-ref', 'silent'],
  ['an answer is lost', 'pulls/update', 'answer-lost'],
] as const)('where %s it is our failure, told with 2, and the next run mends it', async (_, operation, mishap) => {
  publish(fr, 'fr', ['Iota', 'Kappa', operation.replace(/\W/g, '')]);
  const count = pulls().length;
  github.fail({ operation, mishap });
  // Only where nothing comes is it worth waiting no longer; the machine may be slow.
  const { code, out } = await run({ retries: 0, timeout: mishap === 'silent' ? 2000 : 20_000 });
  expect(code).toBe(2);
  expect(out).toMatch(/fr: failed While /);
  github.mend();
  expect(await run()).toMatchObject({ code: 0, out: expect.stringMatching(/fr: (?:updated|opened|kept) /) });
  expect(pulls().length - count).toBeLessThan(2);
  expect(pullsOf('fr').filter((each) => each.state === 'open')).toHaveLength(1);
});
