import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, temporaryFolder, writeFiles } from '../../src/registry/fixtures/temporary-registry-fs.ts';
import { writeRecords } from './write-records.ts';

test('writes, replaces and removes', () => {
  const root = temporaryFolder();
  writeFiles(root, { 'a/old.yaml': 'old', 'a/gone.yaml': 'gone' });
  writeRecords(
    root,
    new Map([
      ['b/new.yaml', 'new'],
      ['a/old.yaml', 'newer'],
      ['a/gone.yaml', undefined],
    ]),
  );
  expect(filesBelow(root)).toEqual({ 'a/old.yaml': 'newer', 'b/new.yaml': 'new' });
});

test.each([
  ['written beside', 'a/kept.yaml.new'],
  ['renamed', 'a/kept.yaml'],
])('puts everything back where one file cannot be %s', (_, blocked) => {
  const root = temporaryFolder();
  writeFiles(root, { 'a/old.yaml': 'old', 'a/gone.yaml': 'gone' });
  mkdirSync(join(root, blocked, 'in-the-way'), { recursive: true });
  const drafts = new Map([
    ['b/new.yaml', 'new'],
    ['a/old.yaml', 'newer'],
    ['a/kept.yaml', 'x'],
    ['a/gone.yaml', undefined],
  ]);
  expect(() => writeRecords(root, drafts)).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  expect(filesBelow(root)).toEqual({ 'a/old.yaml': 'old', 'a/gone.yaml': 'gone' });
});
