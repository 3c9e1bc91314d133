import { expect, test } from 'vitest';
import type { RegistryConfig } from '../schema/config.ts';
import { addressesOf } from './address.ts';

const config: RegistryConfig = {
  schemaVersion: 1,
  id: 'x',
  name: { en: 'X' },
  zones: '*',
  languages: ['en'],
  dataLicense: 'CC0-1.0',
};
const repository = { url: 'https://git.example.org/a/b', branch: 'trunk', host: 'forgejo' } as const;
const github = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'Owner/square' };

test('without any word of it, a copy stands on this machine and names no repository', () => {
  expect(addressesOf(config, {})).toEqual({
    url: 'http://localhost:4321/',
    base: '/',
    published: false,
    repository: undefined,
  });
});

test('what the copy says counts before what GitHub tells', () => {
  const own = { ...config, url: 'https://registry.example.org/ca/', repository };
  expect(addressesOf(own, github)).toEqual({
    url: 'https://registry.example.org/ca/',
    base: '/ca/',
    published: true,
    repository,
  });
});

test('on GitHub, a project page under its base path', () => {
  expect(addressesOf(config, github)).toEqual({
    url: 'https://owner.github.io/square/',
    base: '/square/',
    published: true,
    repository: { url: 'https://github.com/Owner/square', branch: 'main', host: 'github' },
  });
  expect(addressesOf(config, { ...github, GITHUB_REPOSITORY: 'Owner/owner.github.io' }).base).toBe('/');
});

test('the environment counts first, with or without the slash at its end', () => {
  const own = { ...config, url: 'https://registry.example.org/' };
  expect(addressesOf(own, { SITE_URL: 'https://preview.example.org/pr-7' }).base).toBe('/pr-7/');
  expect(addressesOf(own, { REPOSITORY_URL: 'https://git.example.org/fork' }).repository?.url).toBe(
    'https://git.example.org/fork',
  );
});

test.each(['example.org', 'ftp://example.org/', 'javascript:alert(1)'])('"%s" is no address of a site', (SITE_URL) => {
  expect(() => addressesOf(config, { SITE_URL })).toThrow('SITE_URL');
});

test('a repository that is no safe address is not linked', () => {
  expect(addressesOf(config, { REPOSITORY_URL: 'javascript:alert(1)' }).repository).toBeUndefined();
});
