import { describe, expect, test } from 'vitest';
import { RAW_HOSTS, rawAddress, repositoryFiles } from './repository-files.ts';

const first = (address: string) => repositoryFiles(address)?.files[0]?.url;

describe('the files of a repository', () => {
  test.each([
    ['https://github.com/Example/Post', 'https://raw.githubusercontent.com/Example/Post/HEAD/publiccode.yml'],
    ['git@github.com:example/post.git', 'https://raw.githubusercontent.com/example/post/HEAD/publiccode.yml'],
    [
      'http://www.github.com/example/post/tree/main/src',
      'https://raw.githubusercontent.com/example/post/HEAD/publiccode.yml',
    ],
    [
      'https://gitlab.com/a/b/post/-/tree/main',
      'https://gitlab.com/api/v4/projects/a%2Fb%2Fpost/repository/files/publiccode.yml/raw?ref=HEAD',
    ],
    [
      'https://gitlab.example.org/a/Post.git',
      'https://gitlab.example.org/api/v4/projects/a%2FPost/repository/files/publiccode.yml/raw?ref=HEAD',
    ],
    [
      'https://code.example.org/a/post/-/blob/main/README.md',
      'https://code.example.org/api/v4/projects/a%2Fpost/repository/files/publiccode.yml/raw?ref=HEAD',
    ],
    ['https://codeberg.org/a/post', 'https://codeberg.org/api/v1/repos/a/post/raw/publiccode.yml'],
    [
      'https://bitbucket.org/a/post/src/main/',
      'https://api.bitbucket.org/2.0/repositories/a/post/src/HEAD/publiccode.yml',
    ],
  ])('%s', (address, raw) => {
    expect(first(address)).toBe(raw);
  });

  test.each([
    'https://github.com/example',
    'https://example.org/a/post',
    'https://gitlab.internal/a/b',
    'https://github.com/a/%2e%2e%2fb',
    'https://github.com/a/post?x',
    'post',
    '',
    'javascript:alert(1)',
  ])('%s has none, or asks for nothing but the file', (address) => {
    const found = repositoryFiles(address);
    expect(found === undefined || found.repository === 'https://github.com/a/post').toBe(true);
  });

  test('the hosts that are asked are the ones that a page may ask', () => {
    const addresses = ['github.com', 'gitlab.com', 'codeberg.org', 'bitbucket.org'].map(
      (host) => `https://${host}/a/b`,
    );
    const found = addresses.map(repositoryFiles);
    expect(found.map((each) => each?.host)).toEqual([...RAW_HOSTS]);
    for (const each of found) for (const { url } of each?.files ?? []) expect(new URL(url).host).toBe(each?.host);
  });

  test.each([
    ['https://github.com/a/b/blob/main/publiccode.yml', 'https://raw.githubusercontent.com/a/b/main/publiccode.yml'],
    [
      'https://gitlab.com/a/b/c/-/blob/main/publiccode.yml?ref_type=heads',
      'https://gitlab.com/a/b/c/-/raw/main/publiccode.yml',
    ],
    ['https://codeberg.org/a/b/src/branch/main/code.json', 'https://codeberg.org/a/b/raw/branch/main/code.json'],
    ['https://example.org/publiccode.yml', 'https://example.org/publiccode.yml'],
  ])('the text of %s', (page, raw) => {
    expect(rawAddress(page)).toBe(raw);
  });
});
