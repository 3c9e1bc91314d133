import { describe, expect, test } from 'vitest';
import { editAddress, fileAddress, recordAddress } from './addresses.ts';

const REPOSITORY = 'https://git.example.org/registry/square';

describe('the address of a file', () => {
  test('leads to its line in the commit', () => {
    expect(fileAddress(REPOSITORY, 'abc', 'registry/projects/int/a b.yaml', 7)).toBe(
      `${REPOSITORY}/blob/abc/registry/projects/int/a%20b.yaml#L7`,
    );
  });
  test.each(['registry/../../../evil', './x', 'a//b', '/a', '', '\ud800', 'a/'.repeat(200)])(
    'is not made of %j',
    (path) => {
      expect(fileAddress(REPOSITORY, 'abc', path)).toBeUndefined();
    },
  );
  test('takes no address apart', () => {
    expect(fileAddress(REPOSITORY, 'abc', 'a?b#c')).toBe(`${REPOSITORY}/blob/abc/a%3Fb%23c`);
  });
});

describe('the address for editing', () => {
  test('leads to the branch of the contributor', () => {
    const head = { repository: 'somebody/square', branch: 'patch/1 a' };
    expect(editAddress(REPOSITORY, head, 'registry/a.yaml')).toBe(
      'https://git.example.org/somebody/square/edit/patch/1%20a/registry/a.yaml',
    );
  });
  test.each([
    ['evil', 'main'],
    ['a/b/c', 'main'],
    ['a/..', 'main'],
    ['a/b@c', 'main'],
    ['a/b', '../../c'],
    ['a/b', ''],
  ])('is not made of %s and %s', (repository, branch) => {
    expect(editAddress(REPOSITORY, { repository, branch }, 'registry/a.yaml')).toBeUndefined();
  });
});

test('a record has a page where the site has an address', () => {
  expect(recordAddress('https://registry.example/', 'fr', 'organization', 'ca/cds')).toBe(
    'https://registry.example/fr/organizations/ca/cds/',
  );
  expect(recordAddress(undefined, 'fr', 'organization', 'ca/cds')).toBeUndefined();
});
