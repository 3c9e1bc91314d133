import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../../src/registry/fixtures/temporary-registry-fs.ts';
import { writeRecords } from './write-records.ts';

function everything(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      join(parentPath, name).slice(root.length + 1),
      readFileSync(join(parentPath, name), 'utf8'),
    ]),
  );
}

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
  expect(everything(root)).toEqual({ 'a/old.yaml': 'newer', 'b/new.yaml': 'new' });
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
  expect(everything(root)).toEqual({ 'a/old.yaml': 'old', 'a/gone.yaml': 'gone' });
});
