import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CODEOWNERS_FILE, codeownersOf } from '../../src/github/codeowners.ts';
import { loadRegistry } from '../../src/registry/load-fs.ts';
import { folder, registry } from '../fixtures/command-line.ts';
import { PROJECT } from '../lib/registry-folder.ts';

folder('owned', { 'reviewers.yaml': 'schemaVersion: 1\nzones:\n  ca: [ann]\n' });
folder('wrong', { 'reviewers.yaml': 'schemaVersion: 1\nzones:\n  ca: ["@ann"]\n' });

test('the file of owners is as reviewers.yaml says; npm run registry -- codeowners --write writes it', () => {
  const { reviewers } = loadRegistry(join(PROJECT, 'registry')).registry;
  expect(readFileSync(join(PROJECT, CODEOWNERS_FILE), 'utf8')).toBe(codeownersOf(reviewers));
});

test('codeowners prints it of another registry, and writes it of this one only', async () => {
  const { code, stdout } = await registry(['codeowners', '--root', 'owned']);
  expect([code, stdout.split('\n').slice(1, 2)]).toEqual([0, ['/registry/*/ca/ @ann']]);
  const refused = await registry(['codeowners', '--write', '--root', 'owned']);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('leave --root out')]);
});

test('validate finds a fault in reviewers.yaml at its place', async () => {
  const { code, stdout } = await registry(['validate', '--root', 'wrong']);
  expect([code, stdout]).toEqual([1, expect.stringContaining('wrong/reviewers.yaml:3:8 error')]);
});
