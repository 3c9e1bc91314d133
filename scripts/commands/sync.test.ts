import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, preceded, registry } from '../fixtures/command-line.ts';

const SOURCE =
  'schemaVersion: 1\nsources:\n  - id: ca\n    url: https://nobody.example.org/\n    zones: [ca]\n    trust: review\n';

/** No name leads anywhere, whatever the network here says of it, and however long that takes. */
const NO_NAMES = preceded(`import dns from 'node:dns/promises'; import { syncBuiltinESMExports } from 'node:module';
  dns.lookup = () => Promise.reject(new Error('ENOTFOUND')); syncBuiltinESMExports();`);
const asked = (args: readonly string[]) => registry(args, NO_NAMES);

describe.concurrent('sync', () => {
  test('says why a source is refused, and finishes what was stopped before', async () => {
    const root = folder('syncing', { 'federation.yaml': SOURCE });
    mkdirSync(join(root, '.writing'));
    writeFileSync(
      join(root, '.writing/journal.json'),
      '[["projects/int/gone.yaml",null,null],["federation.lock/fr.json","{}",null]]',
    );
    // Nobody has the number of a process that is over.
    const { pid } = spawnSync('true');
    writeFileSync(join(root, '.syncing'), `${pid} ${hostname()}\n`);
    expect(await asked(['sync', '--dry-run', '--root', 'syncing'])).toMatchObject({ code: 2, stdout: '' });
    const text = await asked(['sync', '--root', 'syncing']);
    expect(text.code).toBe(1);
    expect(text.stdout).toMatch(/^ca: refused \(unknown-host\); what was taken before stays\n/);
    expect(text.stderr).toBe('A synchronization that was stopped while it wrote is now finished.\n0 files written.\n');
    expect(existsSync(join(root, 'federation.lock/fr.json'))).toBe(true);
    expect(existsSync(join(root, '.syncing'))).toBe(false);
    const json = await asked(['sync', '--json', '--dry-run', '--source', 'ca', '--root', 'syncing']);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      version: 1,
      dryRun: true,
      filesWritten: 0,
      sources: [{ source: 'ca', status: 'refused' }],
    });
  });

  test('leaves a folder alone in which another one is at work, on this machine or elsewhere', async () => {
    const root = folder('busy', { 'federation.yaml': SOURCE });
    mkdirSync(join(root, '.writing'));
    writeFileSync(join(root, '.writing/journal.json'), '[["federation.lock/fr.json","{}",null]]');
    for (const mark of [`${process.pid} ${hostname()}\n`, '1 elsewhere\n']) {
      writeFileSync(join(root, '.syncing'), mark);
      const told = await asked(['sync', '--root', 'busy']);
      expect(told).toMatchObject({ code: 2, stdout: '' });
      expect(told.stderr).toContain(`is at work (${mark.trim()}).`);
      expect(readFileSync(join(root, '.syncing'), 'utf8')).toBe(mark);
      expect(existsSync(join(root, '.writing/journal.json'))).toBe(true);
    }
    expect((await registry(['take-back', 'ca', '--root', 'busy'])).stderr).toContain('is at work (1 elsewhere).');
    const longAgo = new Date(Date.now() - 7 * 3_600_000);
    utimesSync(join(root, '.syncing'), longAgo, longAgo);
    expect(await asked(['sync', '--root', 'busy'])).toMatchObject({ code: 1 });
    expect(existsSync(join(root, 'federation.lock/fr.json'))).toBe(true);
  });

  test('wrong use, and nothing to do', async () => {
    folder('sources', { 'federation.yaml': SOURCE });
    folder('no-sources', { 'federation.yaml': 'schemaVersion: 1\n' });
    expect(await asked(['sync', '--source', 'fr', '--root', 'sources'])).toMatchObject({
      code: 2,
      stderr: 'registry: federation.yaml has no source fr. It has: ca.\n',
    });
    expect(await asked(['sync', '--accept', '--root', 'sources'])).toMatchObject({ code: 2 });
    expect(await asked(['sync', '--root', 'no-sources'])).toEqual({
      code: 0,
      stdout: '',
      stderr: 'federation.yaml names no source.\n',
    });
  });
});
