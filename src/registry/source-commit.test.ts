import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { sourceSequence } from './source-commit-git.ts';

const folder = mkdtempSync(join(tmpdir(), 'sequence-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

function git(...command: string[]): void {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', ['-C', folder, ...who, ...command], { stdio: 'ignore' });
}
const commit = (text: string) => git('commit', '--quiet', '--allow-empty', '-m', text);

test('commits are counted along first parents, and never in a history that was cut', () => {
  expect(sourceSequence(folder)).toBeUndefined();
  git('init', '--quiet', '--initial-branch=main');
  commit('one');
  git('checkout', '--quiet', '-b', 'side');
  for (const text of ['a', 'b', 'c']) commit(text);
  git('checkout', '--quiet', 'main');
  commit('two');
  git('merge', '--quiet', '--no-ff', '-m', 'three', 'side');
  expect(sourceSequence(folder)).toBe(3);
  git('clone', '--quiet', '--depth', '1', pathToFileURL(folder).href, 'shallow');
  expect(sourceSequence(join(folder, 'shallow'))).toBeUndefined();
});

test('the environment tells it where there is no git', () => {
  vi.stubEnv('SOURCE_SEQUENCE', '42');
  expect(sourceSequence(folder)).toBe(42);
  vi.stubEnv('SOURCE_SEQUENCE', '4.2');
  expect(() => sourceSequence(folder)).toThrow('SOURCE_SEQUENCE');
});
