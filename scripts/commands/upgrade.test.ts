import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { registry } from '../fixtures/command-line.ts';
import { readEngine } from '../lib/doctor/engine.ts';
import { UsageError } from '../lib/exit-code.ts';
import { Copy, Releases, removeCopies } from '../lib/upgrade/fixtures/releases.ts';
import { upgrade } from './upgrade.ts';

const releases = new Releases();
afterAll(() => {
  releases.repository.remove();
  removeCopies();
});

/** Runs the command here, which is quicker than a program of its own. */
async function run(copy: Copy, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  vi.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
  vi.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text));
  vi.stubEnv('REGISTRY_ROOT', join(copy.folder, 'registry'));
  try {
    await upgrade.exitOverride().parseAsync(args, { from: 'user' });
    return { code: Number(process.exitCode), out: out.join('\n'), err: err.join('\n') };
  } catch (error) {
    if (error instanceof UsageError) return { code: 2, out: out.join('\n'), err: error.message };
    throw error;
  } finally {
    process.exitCode = 0;
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  }
}

describe('upgrade', () => {
  test('looks, prepares a branch, and has nothing to do afterwards', async () => {
    const copy = new Copy(releases, releases.first);
    const before = copy.state();
    expect(await run(copy, '--check')).toMatchObject({ code: 1 });
    expect(await run(copy, '--dry-run')).toMatchObject({
      code: 0,
      err: expect.stringContaining('Nothing was prepared'),
    });
    expect(copy.state()).toBe(before);
    const { code, out, err } = await run(copy);
    expect(`${out}\n${err}`.replaceAll(/[0-9a-f]{12}/g, '<hash>')).toMatchInlineSnapshot(`
      "This copy stands on v1.0.0 (version 1.0.0, <hash>, 2026-11-25). The release is v1.1.0 (version 1.1.0, <hash>, 2026-11-25).
      Of the program: 6 files changed, 3 added, 1 removed.
      registry/ stays byte for byte.
      Shared vocabularies that the release has otherwise: functions.yaml, seasons.yaml. They arrive by synchronization: npm run registry -- sync
      Prepared: the branch upgrade/v1.1.0. Nothing else was changed. Next:
        git switch upgrade/v1.1.0
        npm ci   # brings Node 26.0.0
        npm run registry -- migrate   # the data model is version 2 now, records here are of 1; commit what it rewrites
        npm run schema && npm run docs   # with the terms of this copy; commit what they write
        npm run registry -- doctor
        npm test
        git switch main && git merge --ff-only upgrade/v1.1.0   # or push the branch and open a pull request"
    `);
    expect(code).toBe(0);
    expect(await run(copy)).toMatchObject({ code: 0, err: expect.stringContaining('Prepared already') });
    // All the commands that it tells, but those of npm.
    copy.run(['switch', '--quiet', 'upgrade/v1.1.0']);
    copy.run(['switch', '--quiet', 'main']);
    copy.run(['merge', '--quiet', '--ff-only', 'upgrade/v1.1.0']);
    const done = await registry(['upgrade', '--check', '--json', '--root', join(copy.folder, 'registry')]);
    expect(done.code).toBe(0);
    expect(JSON.parse(done.stdout)).toMatchObject({
      version: 1,
      status: 'current',
      from: { name: 'v1.1.0' },
      edits: [],
    });
    // The doctor knows from then on, without a network.
    const folder = { root: join(copy.folder, 'registry'), shown: 'registry', isDefault: false };
    copy.run(['switch', '--quiet', '--detach', releases.first]);
    copy.commit({ 'src/ours.ts': '' });
    expect(readEngine(folder)).toEqual({
      standsOn: 'v1.0.0',
      newest: 'v1.1.0',
      isBehind: true,
      edited: ['src/ours.ts'],
    });
  });

  test('waits for a decision where the program was edited, and loses nothing', async () => {
    const copy = new Copy(releases, releases.first);
    copy.commit({
      'src/pages/about.astro': '<h1>About</h1>\n<p>One</p>\n<p>Two, ours</p>\n',
      'src/ours.ts': 'export {};\n',
    });
    const before = copy.state();
    const held = await run(copy);
    expect(held).toMatchObject({ code: 1, err: expect.stringContaining('2 files of the program were changed here') });
    expect(held.out).toContain('  src/ours.ts: added here; the release leaves it as it was\n');
    expect(copy.state()).toBe(before);
    const patch = join(dirname(copy.folder), 'edits.patch');
    const json = JSON.parse((await run(copy, '--discard-edits', '--keep-patch', patch, '--json')).out);
    expect(json).toMatchObject({ status: 'prepared', branch: 'upgrade/v1.1.0', files: { added: 3, removed: 2 } });
    copy.run(['switch', '--quiet', json.branch]);
    expect(existsSync(join(copy.folder, 'src/ours.ts'))).toBe(false);
    copy.run(['apply', '--3way', patch]);
    expect(readFileSync(join(copy.folder, 'src/pages/about.astro'), 'utf8')).toBe(
      '<h1>About us</h1>\n<p>One</p>\n<p>Two, ours</p>\n',
    );
    expect(existsSync(join(copy.folder, 'src/ours.ts'))).toBe(true);
    expect(await run(copy, '--keep-patch', patch)).toMatchObject({
      code: 2,
      err: expect.stringContaining('is there already'),
    });
    expect(await run(copy, '--discard-edits', '--keep-patch', join(copy.folder, 'none/edits.patch'))).toMatchObject({
      code: 2,
      err: expect.stringMatching(/There is no folder .*none for --keep-patch/),
    });
  });

  test('refuses what would not end well, says why, and changes nothing', async () => {
    const copy = new Copy(releases, releases.second);
    const foreign = releases.release(undefined, { 'README.md': '# Another\n' });
    const trap = releases.release(undefined, { 'Registry/registry.yaml': 'id: taken\n' }, releases.second);
    releases.release('v1.2.0', { 'src/later.ts': 'export {};\n' }, releases.second);
    releases.repository.branch('foreign', foreign);
    releases.repository.branch('trap', trap);
    copy.run(['branch', 'upgrade/v1.2.0']);
    const before = copy.state();
    const refusals: (readonly [args: string[], message: RegExp])[] = [
      [['--to', 'v1.0.0'], /^v1\.0\.0 is older than v1\.1\.0.*--force/],
      [['--to', 'v9.9.9'], /has no release, branch or commit v9\.9\.9/],
      [['--to', '--upload-pack=touch /tmp/x'], /has no release, branch or commit/],
      [['--to', 'a:refs/heads/main'], /has no release, branch or commit/],
      [['--to', 'deadbeefdeadbeef'], /has no release, branch or commit/],
      [['--to', 'foreign'], /is no release of this program/],
      [['--to', 'trap'], /some disks take for the registry folder/],
      [[], /There is a branch upgrade\/v1\.2\.0 already.*git branch -D/],
      [
        ['--from', 'https://nobody:secret@127.0.0.1:1/x'],
        /cannot be fetched\. From https:\/\/127\.0\.0\.1:1\/x: (?!.*secret)/,
      ],
      [['--from', 'ext::touch /tmp/x'], /cannot be fetched/],
      [['--from', '/nowhere'], /cannot be fetched/],
      [['--from', ''], /--from is empty/],
    ];
    for (const [args, message] of refusals) {
      const { code, err } = await run(copy, ...args);
      expect([args, code, err]).toEqual([args, 2, expect.stringMatching(message)]);
    }
    expect(copy.state()).toBe(before);
  });

  test('takes no older release where none is named', async () => {
    const main = releases.release(undefined, { 'src/next.ts': '' }, releases.release('v2.0.0', {}, releases.second));
    const copy = new Copy(releases, main);
    expect(await run(copy, '--check')).toMatchObject({ code: 0 });
    expect(await run(copy)).toMatchObject({ code: 0, err: 'There is nothing to take.' });
    expect(await run(copy, '--to', 'v2.0.0', '--force')).toMatchObject({ code: 0 });
  });

  test('needs work that is committed, a repository, and to know where the program comes from', async () => {
    const copy = new Copy(releases, releases.first);
    copy.run(['switch', '--quiet', '--detach']);
    copy.run(['rm', '--quiet', '--cached', 'README.md']);
    const dirty = await run(copy, '--to', 'v1.1.0');
    expect(dirty).toMatchObject({
      code: 2,
      err: expect.stringContaining('not committed:\n  README.md\nNothing was changed. Commit it'),
    });
    copy.run(['add', 'README.md']);
    // What is not committed in registry/ stays as it is, and is in nobody's way.
    copy.write({ 'registry/registry.yaml': 'id: mine\n', 'src/added.ts': 'mine\n' });
    expect(await run(copy, '--to', 'v1.1.0')).toMatchObject({
      code: 2,
      err: expect.stringContaining('\n  src/added.ts\nNothing'),
    });
    copy.write({ 'src/added.ts': undefined, 'notes.txt': 'mine\n' });
    expect(await run(copy, '--to', 'v1.1.0')).toMatchObject({
      code: 0,
      err: expect.stringContaining('git push origin upgrade/v1.1.0'),
    });
    copy.run(['config', '--remove-section', 'remote.upstream']);
    expect(await run(copy)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/--from https.*git remote add upstream/),
    });
    copy.write({ '.git': undefined });
    expect(await run(copy, '--from', releases.folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining('is in no git repository'),
    });
    copy.run(['init', '--quiet']);
    expect(await run(copy, '--from', releases.folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no commit yet'),
    });
    vi.stubEnv('PATH', '');
    expect(await run(copy, '--from', releases.folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining('git, which is not installed'),
    });
  });
});
