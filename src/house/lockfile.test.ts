import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Lockfile, missingFromLock } from './lockfile.ts';

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as Lockfile;

describe('package-lock.json', () => {
  it('names the binaries of every system, so that `npm ci` takes it anywhere', () => {
    expect(missingFromLock(lock)).toEqual([]);
  });
});

describe('the check finds what is wrong', () => {
  const parent = {
    version: '1.0.0',
    optionalDependencies: { 'bin-linux': '1.0.0', 'bin-darwin': '1.0.0', other: '^2.0.0' },
  };

  it('a binary that is left out, but not a range that nothing could satisfy', () => {
    expect(
      missingFromLock({ packages: { 'node_modules/a': parent, 'node_modules/bin-linux': { version: '1.0.0' } } }),
    ).toEqual(['node_modules/a -> bin-darwin@1.0.0']);
  });
  it('a binary of another version, where the nearest one counts', () => {
    const packages = {
      'node_modules/b/node_modules/a': parent,
      'node_modules/bin-linux': { version: '2.0.0' },
      'node_modules/bin-darwin': { version: '2.0.0' },
      'node_modules/b/node_modules/bin-linux': { version: '1.0.0' },
    };
    expect(missingFromLock({ packages })).toEqual(['node_modules/b/node_modules/a -> bin-darwin@1.0.0']);
  });
});
