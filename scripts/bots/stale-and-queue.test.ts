import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createBench, project } from './fixtures/bench.ts';
import { checkPullRequest } from './pull-request.ts';
import { tellQueue } from './queue.ts';
import { tendStale } from './stale.ts';

let days = 0;
const now = () => new Date(Date.parse('2026-01-01T10:00:00Z') + days * 86_400_000);
const bench = await createBench({}, now);
const { github } = bench;
const { people, state } = github;
const folder = mkdtempSync(join(tmpdir(), 'summary-'));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await bench.close();
});

const comments = (issue: number) => state.comments.filter((each) => each.issue === issue).map(({ body }) => body);
const stale = async (day: number) => {
  days = day;
  return bench.run(tendStale);
};

test('what waits for its author is reminded once, and closed when nobody comes back; what waits for us is not', async () => {
  const propose = (name: string, text: string) => {
    const path = `registry/projects/int/${name}.yaml`;
    const sha = people.commit({ by: 'marie', files: { [path]: text } });
    return people.openPull({ by: 'marie', branch: name, sha, body: 'Language: fr' });
  };
  const faulty = propose('parcels', project('Parcels').replace('status: stable', 'status: stabel'));
  const sound = propose('tickets', project('Tickets'));
  for (const pull of [faulty, sound]) await bench.run((run) => checkPullRequest(run, pull));

  expect((await stale(29)).out).toBe('');
  expect((await stale(31)).out).toBe(`${faulty}: remind.`);
  expect((await stale(32)).out).toBe('');
  expect(comments(faulty)).toHaveLength(2);
  expect(state.issues.get(faulty)?.labels).toContain('stale');

  people.comment(faulty, 'Je regarde', 'marie');
  expect((await stale(33)).out).toBe(`${faulty}: wake.`);
  expect(state.issues.get(faulty)?.labels).not.toContain('stale');

  people.comment(faulty, 'Merci', 'lena');
  expect((await stale(65)).out).toBe(`${faulty}: remind.`);
  expect((await stale(94)).out).toBe('');
  expect((await stale(96)).out).toBe(`${faulty}: close.`);
  expect(state.issues.get(faulty)?.state).toBe('closed');
  expect(state.issues.get(sound)?.state).toBe('open');
  expect(comments(sound)).toHaveLength(1);
});

test('the queue is told on the page of the run, whose words are nobody’s', async () => {
  people.openIssue({ by: 'mallory', title: '`@everybody` <img src=x>\n# Now', body: '' });
  const summary = join(folder, 'summary.md');
  expect((await bench.run(tellQueue, { GITHUB_STEP_SUMMARY: summary })).code).toBe(0);
  const text = readFileSync(summary, 'utf8');
  expect(text).toMatch(/^# /);
  expect(text).toContain('`marie`');
  expect(text).not.toMatch(/^# Now|^[^`]*<img/m);
});

test('every request and answer was as GitHub describes', () => {
  expect(github.violations).toEqual([]);
});
