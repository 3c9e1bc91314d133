import { describe, expect, test } from 'vitest';
import { rawAddress, repositoryFiles } from './repository-files.ts';

describe('a repository’s files', () => {
  test.each([
    [
      'https://github.com/example/post',
      'raw.githubusercontent.com',
      'https://raw.githubusercontent.com/example/post/HEAD/',
    ],
    [
      'https://github.com/example/post.git',
      'raw.githubusercontent.com',
      'https://raw.githubusercontent.com/example/post/HEAD/',
    ],
    [
      'https://github.com/example/post/tree/main/docs',
      'raw.githubusercontent.com',
      'https://raw.githubusercontent.com/example/post/HEAD/',
    ],
    ['https://gitlab.com/group/sub/post/-/tree/main', 'gitlab.com', 'https://gitlab.com/group/sub/post/-/raw/HEAD/'],
    [
      'https://gitlab.opencode.de/group/post/',
      'gitlab.opencode.de',
      'https://gitlab.opencode.de/group/post/-/raw/HEAD/',
    ],
    ['https://codeberg.org/example/post', 'codeberg.org', 'https://codeberg.org/example/post/raw/HEAD/'],
    ['https://bitbucket.org/example/post', 'bitbucket.org', 'https://bitbucket.org/example/post/raw/HEAD/'],
  ])('%s', (address, host, base) => {
    expect(repositoryFiles(address)).toEqual({
      host,
      files: ['publiccode.yml', 'publiccode.yaml', 'codemeta.json', 'code.json'].map((fileName) => ({
        fileName,
        url: `${base}${fileName}`,
      })),
    });
  });

  test.each([
    'https://github.com/example',
    'https://github.com.example.org/a/b',
    'http://github.com/example/post',
    'https://post.example.org/a/b',
    'javascript:alert(1)',
    'x',
  ])('%s has none that are known', (address) => {
    expect(repositoryFiles(address)).toBeUndefined();
  });
});

test.each([
  ['https://github.com/a/b/blob/main/publiccode.yml', 'https://raw.githubusercontent.com/a/b/main/publiccode.yml'],
  ['https://gitlab.com/a/b/c/-/blob/main/code.json', 'https://gitlab.com/a/b/c/-/raw/main/code.json'],
  ['https://codeberg.org/a/b/src/branch/main/x.yml', 'https://codeberg.org/a/b/raw/branch/main/x.yml'],
  ['https://post.example.org/publiccode.yml', 'https://post.example.org/publiccode.yml'],
])('the page %s leads to its file', (page, raw) => {
  expect(rawAddress(page)).toBe(raw);
});
