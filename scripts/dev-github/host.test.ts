import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { createHost } from '../lib/octokit.ts';
import type { ApiDescription } from './description.ts';
import { startLocalGitHub } from './host.ts';
import { OPERATIONS } from './operations.ts';
import { trimDescription } from './trim-description.ts';

const github = await startLocalGitHub({ files: { 'registry/registry.yaml': 'id: x\n', 'README.md': 'Read\n' } });
afterAll(() => github.close());
const { octokit, at } = createHost(
  { token: github.token, apiUrl: github.url, owner: 'octo-org', repo: 'registry', botLogin: 'x' },
  { paced: false, retries: 0 },
);
const { rest } = octokit;

test('the trimmed description has the operations that are named, and no other', () => {
  const text = readFileSync(new URL('github-api.json', import.meta.url), 'utf8');
  const description = JSON.parse(text) as ApiDescription;
  expect(description.operations.map(({ id }) => id).sort()).toEqual([...OPERATIONS].sort());
  expect(description).toMatchObject({ license: 'MIT', version: '23.0.2' });
  expect(text.length).toBeLessThan(300_000);
});

test('trimming turns nullable into null, keeps names and drops explanations', () => {
  const schema = {
    type: 'object',
    description: 'X',
    properties: { title: { type: 'string', nullable: true, example: 'y' } },
  };
  const answer = { content: { 'application/json': { schema: { $ref: '#/components/schemas/thing' } } } };
  const whole = {
    info: { title: 'T', version: '1', license: { name: 'MIT' } },
    paths: { '/thing': { get: { operationId: 'repos/get', responses: { 200: answer } } } },
    components: { schemas: { thing: schema, other: {} } },
  };
  const { $defs, operations } = trimDescription(whole, ['repos/get'], 'here');
  expect($defs).toEqual({
    thing: { type: 'object', properties: { title: { anyOf: [{ type: 'string' }, { type: 'null' }] } } },
  });
  expect(operations[0]?.answers).toEqual({ 200: { $ref: '#/$defs/thing' } });
  expect(() => trimDescription(whole, ['issues/get'], 'here')).toThrow('issues/get');
});

test('every operation answers as GitHub describes', async () => {
  const issue_number = github.people.openIssue({ by: 'marie', title: 'Missing', body: 'It is' });
  github.people.permit('lena', 'maintain');
  const body = 'Thanks';
  const comment_id = (await rest.issues.createComment({ ...at, issue_number, body })).data.id;
  await rest.issues.updateComment({ ...at, comment_id, body: 'Thank you' });
  expect((await rest.issues.listComments({ ...at, issue_number })).data.map((comment) => comment.body)).toEqual([
    'Thank you',
  ]);
  await rest.issues.deleteComment({ ...at, comment_id });
  await rest.issues.createLabel({ ...at, name: 'new-record', color: 'c5def5', description: 'Adds a record' });
  await rest.issues.addLabels({ ...at, issue_number, labels: ['new-record', 'help wanted'] });
  await rest.issues.removeLabel({ ...at, issue_number, name: 'help wanted' });
  expect((await rest.issues.listLabelsOnIssue({ ...at, issue_number })).data).toMatchObject([
    { name: 'new-record', color: 'c5def5' },
  ]);
  expect((await rest.issues.listLabelsForRepo(at)).data).toHaveLength(2);
  expect((await rest.issues.listEvents({ ...at, issue_number })).data).toHaveLength(3);
  expect(
    (await rest.issues.update({ ...at, issue_number, state: 'closed', state_reason: 'completed' })).data.state,
  ).toBe('closed');
  expect((await rest.issues.listForRepo({ ...at, state: 'all' })).data).toHaveLength(1);
  expect((await rest.repos.getCollaboratorPermissionLevel({ ...at, username: 'lena' })).data).toMatchObject({
    permission: 'write',
    role_name: 'maintain',
  });
  expect((await rest.repos.getCollaboratorPermissionLevel({ ...at, username: 'marie' })).data.permission).toBe('read');
});

test('a branch, a commit and a pull request by the API, which git can fetch and which is merged only at the head that is named', async () => {
  const main = (await rest.git.getRef({ ...at, ref: 'heads/main' })).data.object.sha;
  const { tree } = (await rest.git.getCommit({ ...at, commit_sha: main })).data;
  const blob = (await rest.git.createBlob({ ...at, content: 'name: Ünï\n' })).data.sha;
  const grown = await rest.git.createTree({
    ...at,
    base_tree: tree.sha,
    tree: [{ path: 'a/b.yaml', mode: '100644', type: 'blob', sha: blob }],
  });
  const commit = await rest.git.createCommit({
    ...at,
    message: 'Add a/b',
    tree: grown.data.sha,
    parents: [main],
    author: { name: 'Marie', email: 'm@example.org' },
  });
  await rest.git.createRef({ ...at, ref: 'refs/heads/issue-1', sha: commit.data.sha });
  await expect(rest.git.createRef({ ...at, ref: 'refs/heads/issue-1', sha: main })).rejects.toThrow('already exists');
  const pull_number = (await rest.pulls.create({ ...at, title: 'Add a/b', head: 'issue-1', base: 'main' })).data.number;
  await expect(rest.pulls.create({ ...at, title: 'Again', head: 'issue-1', base: 'main' })).rejects.toThrow(
    'already exists',
  );
  expect((await rest.pulls.list({ ...at, head: 'octo-org:issue-1' })).data).toHaveLength(1);
  expect((await rest.pulls.listFiles({ ...at, pull_number })).data).toMatchObject([
    { filename: 'a/b.yaml', status: 'added', additions: 1 },
  ]);
  const fetched = execFileSync('git', ['ls-remote', github.gitFolder, `refs/pull/${pull_number}/head`]).toString();
  expect(fetched).toContain(commit.data.sha);

  github.people.permit('lena', 'write');
  await rest.pulls.requestReviewers({ ...at, pull_number, reviewers: ['lena'] });
  expect((await rest.pulls.listRequestedReviewers({ ...at, pull_number })).data.users).toMatchObject([
    { login: 'lena' },
  ]);
  github.people.review(pull_number, 'lena', 'APPROVED');
  expect((await rest.pulls.listReviews({ ...at, pull_number })).data).toMatchObject([{ state: 'APPROVED' }]);
  const sha = commit.data.sha;
  await rest.repos.createCommitStatus({ ...at, sha, state: 'pending', context: 'registry/validate' });
  await rest.repos.createCommitStatus({
    ...at,
    sha,
    state: 'success',
    context: 'registry/validate',
    description: 'Fine',
  });
  expect((await rest.repos.getCombinedStatusForRef({ ...at, ref: sha })).data).toMatchObject({
    state: 'success',
    total_count: 1,
  });
  expect((await rest.repos.listCommitStatusesForRef({ ...at, ref: sha })).data).toHaveLength(2);

  github.people.testCommit(sha, 'test', 'success');
  expect((await rest.checks.listForRef({ ...at, ref: sha })).data).toMatchObject({ total_count: 1 });

  await expect(rest.pulls.merge({ ...at, pull_number, sha: main })).rejects.toMatchObject({ status: 409 });
  await rest.pulls.merge({ ...at, pull_number, sha, merge_method: 'squash' });
  await expect(rest.pulls.merge({ ...at, pull_number, sha })).rejects.toMatchObject({ status: 405 });
  expect((await rest.pulls.get({ ...at, pull_number })).data).toMatchObject({ merged: true, state: 'closed' });
  const content = (await rest.repos.getContent({ ...at, path: 'a/b.yaml' })).data as { content: string };
  expect(Buffer.from(content.content, 'base64').toString()).toBe('name: Ünï\n');
});

test('lists go on over pages', async () => {
  const issue_number = github.people.openIssue({ by: 'marie', title: 'Long', body: '' });
  for (let count = 0; count < 7; count++) github.people.comment(issue_number, `${count}`, 'marie');
  const all = await octokit.paginate(rest.issues.listComments, { ...at, issue_number, per_page: 3 });
  expect(all.map(({ body }) => body).join('')).toBe('0123456');
});

test('nothing before this was unlike the description', () => {
  expect(github.violations).toEqual([]);
});

test('what is unlike the description is told: a field, a value, an operation', async () => {
  const issue_number = 1;
  await expect(rest.issues.createComment({ ...at, issue_number, body: 'x', bod: 'y' } as never)).rejects.toThrow(
    'bod, which is not described',
  );
  await expect(rest.repos.createCommitStatus({ ...at, sha: 'main', state: 'fine' as 'success' })).rejects.toThrow(
    '/state must be equal',
  );
  await expect(rest.gists.list()).rejects.toThrow('Not Found');
  expect(github.violations).toHaveLength(3);
});
