import { expect, test } from 'vitest';
import { clashesOf, pathFault } from './path-faults.ts';

test.each([
  'registry/projects/ca-qc/a-b.yaml',
  'src/pages/[lang]/index.astro',
  '.github/workflows/ci.yml',
  '.gitignore',
  'docs/Über uns, 2026 (neu) + mehr.md',
  'docs/خدمات.md',
  'docs/نمی\u200cدانم.md',
  'docs/サービス.md',
  'src/confusion.ts',
  'src/digit.ts',
  'src/..x/...y/z',
])('%s is a path as good as any', (path) => {
  expect(pathFault(path, true, false)).toBeUndefined();
});

test.each([
  ['a/COM7.txt', 'reserved'],
  ['a/lpt¹', 'reserved'],
  ['a/b?c', 'character'],
  ['a/b ', 'end'],
  ['a/.GIT\u200d', 'git'],
  ['.gitmodules/x', 'git'],
  ['a\tb', 'control'],
  ['a//b', 'traversal'],
])('%j is refused: %s', (path, code) => {
  expect(pathFault(path, true, false)).toMatchObject({ rule: 'pr-path', code });
});

test('paths clash with what stands, with each other and by their folders, and never with themselves', () => {
  const clashes = clashesOf(['A/x', 'b/é', 'b/e\u0301', 'c/STRASSE', 'c/d'], ['a/y', 'c/straße']);
  expect([...clashes]).toEqual([
    ['A/x', 'a'],
    ['b/e\u0301', 'b/é'],
    ['c/STRASSE', 'c/straße'],
  ]);
});
