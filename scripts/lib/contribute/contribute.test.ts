import { afterAll, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../../src/federation/sha256-node.ts';
import { temporaryRegistry } from '../../../src/registry/fixtures/temporary-registry-fs.ts';
import { loadRegistry } from '../../../src/registry/load-fs.ts';
import { createOverlay } from '../../../src/registry/overlay/overlay.ts';
import { type LocalGitHub, startLocalGitHub } from '../../dev-github/host.ts';
import { findRecord } from '../find-record.ts';
import type { RegistryFolder } from '../registry-folder.ts';
import { startCopy } from '../sync/fixtures/copy-server.ts';
import { syncRegistry } from '../sync/sync-registry.ts';
import { writeRecords } from '../write-records.ts';
import { type ContributeOptions, contribute } from './contribute.ts';

const CA = 'https://ca.example.org/';
const FILE = 'projects/ca/post.yaml';
const THEIR_CONFIG = 'registry/registry.yaml';
const office = 'schemaVersion: 1\nname: Office\ntype: national\ncountry: CA\nwebsite: https://office.example.org/\n';
const post = (name = 'Post', owner = 'ca/office') =>
  `schemaVersion: 1\nname: ${name}\nsummary:\n  en: Sends letters\ntype: service\nstatus: stable\nfunctions:\n  - notifications\nowner: ${owner}\nwebsite: https://post.example.org/\n`;
const files = { 'organizations/ca/office.yaml': office, [FILE]: post() };

const ca = await startCopy('ca');
let github: LocalGitHub;
const made: LocalGitHub[] = [];
afterAll(async () => {
  ca.close();
  for (const each of made) {
    expect(each.violations).toEqual([]);
    await each.close();
  }
});

beforeEach(async () => {
  // A comment of theirs, which stays.
  const theirs = { ...files, [FILE]: `# Ours since 2020\n${post()}` };
  const there = Object.fromEntries(Object.entries(theirs).map(([file, text]) => [`registry/${file}`, text]));
  github = await startLocalGitHub({
    files: { ...there, [THEIR_CONFIG]: CONFIG.replace('id: here', 'id: ca'), 'README.md': 'Here\n' },
  });
  made.push(github);
  github.state.tokens.set('lena-token', 'lena');
  ca.publish(files, 1, (registry) => ({
    ...registry,
    config: {
      ...registry.config,
      repository: { url: `https://git.example.org/${github.repository}`, branch: 'main', host: 'github' },
    },
  }));
});

const CONFIG =
  'schemaVersion: 1\nid: here\nname:\n  en: Here\nzones: [int]\nlanguages: [en]\ndataLicense: CC0-1.0\nurl: https://here.example.org/\nextensions:\n  int:\n    - {key: tier, kinds: [project], type: text, label: {en: Tier}}\n';
const FEDERATION = `schemaVersion: 1\nsources:\n  - id: ca\n    url: ${CA}\n    zones: [ca]\n    trust: review\n`;

/** A copy that has taken all records of the other, and has these files besides. */
async function copyWith(more: Record<string, string> = {}): Promise<RegistryFolder> {
  const root = temporaryRegistry({ 'registry.yaml': CONFIG, 'federation.yaml': FEDERATION });
  const folder: RegistryFolder = { root, shown: 'registry', isDefault: false };
  await syncRegistry(folder, { loopbackForTests: new Map([['ca', ca.host]]), firstPauseMs: 1 });
  writeRecords(root, new Map(Object.entries(more)));
  return folder;
}

function run(folder: RegistryFolder, id = 'ca/post', options: Partial<ContributeOptions> = {}, token = 'lena-token') {
  const { registry } = loadRegistry(folder.root);
  return contribute(folder, registry, findRecord({ registry, folder }, id), {
    env: { GITHUB_TOKEN: token, GITHUB_API_URL: github.url, GITHUB_SERVER_URL: 'https://git.example.org' },
    patience: { second: 1, paced: false, retries: 0 },
    wait: { pauseMs: 1 },
    // The other copy’s address is https there; this machine stands in for it.
    ...options,
    asking: { loopbackForTests: ca.host, firstPauseMs: 1 },
    to: options.to ?? `http://${ca.host}/`,
  });
}

const overlay = (patch: Record<string, unknown>) => {
  const data = { name: 'Post', summary: { en: 'Sends letters' }, website: 'https://post.example.org/' };
  return JSON.stringify(createOverlay(data, patch as never, sha256), null, 2);
};
const OVERLAY = 'overlays/projects/ca/post.yaml';
const pulls = () => [...github.state.issues.values()];
const proposed = (number = 1) => {
  const { pull } = github.state.issues.get(number) ?? {};
  const head = pull?.headSha ?? '';
  const changes = github.state.git.changes('refs/heads/main', head);
  const [first] = changes;
  return { files: changes.map(({ path }) => path), text: github.state.git.read(first?.sha ?? '').toString() };
};

test('a translation in an overlay becomes a pull request from a fork, once, with only its own lines', async () => {
  const folder = await copyWith({
    [OVERLAY]: overlay({ summary: { fr: 'Envoie des lettres' }, extensions: { int: { tier: 'one' } } }),
  });
  expect(await run(folder)).toMatchObject({ status: 'opened', isNew: false, file: `registry/${FILE}` });
  expect(proposed()).toEqual({
    files: [`registry/${FILE}`],
    text: `# Ours since 2020\n${post().replace('letters\n', 'letters\n  fr: Envoie des lettres\n')}`,
  });
  expect(pulls()[0]).toMatchObject({ title: 'Correct ca/post', pull: { headOwner: 'lena' } });
  expect(pulls()[0]?.body).toContain('Contributed-from: `https://here.example.org/`');
  expect(await run(folder)).toMatchObject({ status: 'kept' });

  writeRecords(folder.root, new Map([[OVERLAY, overlay({ summary: { fr: 'Expédie des lettres' } })]]));
  expect(await run(folder)).toMatchObject({ status: 'updated' });
  expect(pulls()).toHaveLength(1);
  expect(proposed().text).toContain('Expédie');
});

test('what they closed is not proposed again, and what somebody added to it stays', async () => {
  const folder = await copyWith({ [OVERLAY]: overlay({ summary: { fr: 'Envoie des lettres' } }) });
  github.people.permit('lena', 'write');
  await run(folder);
  const [issue] = pulls();
  expect(issue?.pull?.headOwner).toBe('octo-org');
  const sha = github.people.commit({ by: 'marc', files: { 'README.md': 'x' }, parent: issue?.pull?.headSha ?? null });
  const branch = `refs/heads/${issue?.pull?.headBranch}`;
  const before = github.state.git.resolve(branch) ?? '';
  github.state.git.setRef(branch, sha);
  expect(await run(folder)).toMatchObject({ status: 'touched' });
  github.state.git.setRef(branch, before);
  github.people.close(issue?.number ?? 0);
  expect(await run(folder)).toMatchObject({ status: 'declined' });
  expect(pulls()).toHaveLength(1);
});

test('an edit of a taken file is proposed, unless it would undo what they have changed since', async () => {
  const folder = await copyWith({ [FILE]: post('Letter Post') });
  expect(await run(folder)).toMatchObject({ status: 'opened', text: expect.stringContaining('name: Letter Post') });
  const { state, people } = github;
  const theirs = { [`registry/${FILE}`]: post('Their Post') };
  state.git.setRef('refs/heads/main', people.commit({ by: 'octo-org', files: theirs }));
  await expect(run(folder)).rejects.toThrow(/has changed at .* since it was taken/);
  writeRecords(
    folder.root,
    new Map([
      [OVERLAY, overlay({ name: 'Mine' })],
      [FILE, post()],
    ]),
  );
  await expect(run(folder)).rejects.toThrow(/since the overlay was written, in \/name\./);
});

test('a record of this copy’s own is added there, without its own extension fields', async () => {
  const folder = await copyWith({
    'projects/ca/ours.yaml': `${post('Ours')}extensions:\n  int:\n    tier: one\n  ca:\n    code: x\n`,
  });
  expect(await run(folder, 'ca/ours')).toMatchObject({ status: 'opened', isNew: true });
  expect(proposed().files).toEqual(['registry/projects/ca/ours.yaml']);
  expect(proposed().text).not.toContain('tier');
  expect(proposed().text).toContain('code: x');
});

test('nothing to say, no place to say it, or something wrong with it: clear words, and nothing is sent', async () => {
  const folder = await copyWith({ [OVERLAY]: overlay({ website: 'no address' }) });
  await expect(run(folder)).rejects.toThrow(/has errors, and is not sent/);
  writeRecords(folder.root, new Map([[OVERLAY, undefined]]));
  expect(await run(folder)).toMatchObject({ status: 'nothing' });
  await expect(run(folder, 'int/office')).rejects.toThrow(/does not write the zone int/);
  await expect(run(folder, 'ca/post', { to: 'http://127.0.0.1:1/' })).rejects.toThrow(/could not be asked/);
  expect(github.requests.filter(({ operation }) => /create|update/.test(operation))).toEqual([]);
});

test.each([
  ['is none', null],
  ['is another one', CONFIG],
])('a token is not used in a repository that the other copy names and whose registry %s', async (_, config) => {
  const folder = await copyWith({ [OVERLAY]: overlay({ summary: { fr: 'Envoie des lettres' } }) });
  const { state, people } = github;
  state.git.setRef('refs/heads/main', people.commit({ by: 'octo-org', files: { [THEIR_CONFIG]: config } }));
  await expect(run(folder)).rejects.toThrow(/names .* as its repository, but .* is not that of the copy “ca”/);
  expect(github.requests.map(({ operation }) => operation)).toEqual(['repos/get-content']);
});

test('without a token, or where the host is another, a person gets the page and the text; a dry run sends nothing', async () => {
  const folder = await copyWith({ [OVERLAY]: overlay({ summary: { fr: 'Envoie des lettres' } }) });
  expect(await run(folder, 'ca/post', {}, '')).toMatchObject({
    ...{ status: 'by-hand', why: 'no-token' },
    url: `https://git.example.org/${github.repository}/edit/main/registry/${FILE}`,
    text: expect.stringContaining('fr: Envoie'),
  });
  // Nobody has asked what stands there: what was written in here is not taken for theirs.
  const edited = await copyWith({ [FILE]: `${post('Letter Post')}extensions:\n  int:\n    tier: secret\n` });
  const { text = '' } = await run(edited, 'ca/post', {}, '');
  expect(text).toContain('name: Letter Post');
  expect(text).not.toContain('secret');
  expect(await run(folder, 'ca/post', { env: { GITHUB_TOKEN: 'x' } })).toMatchObject({ why: 'other-host' });
  expect(await run(folder, 'ca/post', { dryRun: true })).toMatchObject({ status: 'would-propose' });
  expect(github.requests.map(({ operation }) => operation)).toEqual(['repos/get-content', 'repos/get-content']);
});

test.each([
  [{ status: 500, message: 'Oops' }, /While reading .*Oops/],
  [{ status: 403, message: 'Resource not accessible' }, /While reading .*Resource not accessible/],
  ['silent' as const, /While reading .*no answer within/],
])('a host that refuses is told as such: %o', async (mishap, message) => {
  const folder = await copyWith({ [OVERLAY]: overlay({ summary: { fr: 'Envoie des lettres' } }) });
  github.fail({ operation: 'repos/get', mishap });
  const patience = { second: 1, paced: false, retries: 0, ...(mishap === 'silent' ? { timeout: 500 } : {}) };
  await expect(run(folder, 'ca/post', { patience })).rejects.toThrow(message);
  github.mend();
  expect(await run(folder)).toMatchObject({ status: 'opened' });
});
