import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, registry } from '../fixtures/command-line.ts';

const SOURCE =
  'schemaVersion: 1\nsources:\n  - id: ca\n    url: https://nobody.example.org/\n    zones: [ca]\n    trust: review\n';

describe.concurrent('sync', () => {
  test('says why a source is refused, and finishes what was stopped before', async () => {
    const root = folder('syncing', { 'federation.yaml': SOURCE });
    mkdirSync(join(root, '.writing'));
    writeFileSync(
      join(root, '.writing/journal.json'),
      '[["projects/int/gone.yaml",null,null],["federation.lock/fr.json","{}",null]]',
    );
    expect(await registry(['sync', '--dry-run', '--root', 'syncing'])).toMatchObject({ code: 2, stdout: '' });
    const text = await registry(['sync', '--root', 'syncing']);
    expect(text.code).toBe(1);
    expect(text.stdout).toMatch(/^ca: refused \(unknown-host\); what was taken before stays\n/);
    expect(text.stderr).toBe('A synchronization that was stopped while it wrote is now finished.\n0 files written.\n');
    expect(existsSync(join(root, 'federation.lock/fr.json'))).toBe(true);
    const json = await registry(['sync', '--json', '--dry-run', '--source', 'ca', '--root', 'syncing']);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      version: 1,
      dryRun: true,
      filesWritten: 0,
      sources: [{ source: 'ca', status: 'refused' }],
    });
  });

  test('wrong use, and nothing to do', async () => {
    folder('sources', { 'federation.yaml': SOURCE });
    folder('no-sources', { 'federation.yaml': 'schemaVersion: 1\n' });
    expect(await registry(['sync', '--source', 'fr', '--root', 'sources'])).toMatchObject({
      code: 2,
      stderr: 'registry: federation.yaml has no source fr. It has: ca.\n',
    });
    expect(await registry(['sync', '--accept', '--root', 'sources'])).toMatchObject({ code: 2 });
    expect(await registry(['sync', '--root', 'no-sources'])).toEqual({
      code: 0,
      stdout: '',
      stderr: 'federation.yaml names no source.\n',
    });
  });
});
