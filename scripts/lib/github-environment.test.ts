import { expect, test } from 'vitest';
import { issueNumber, readGitHubEnvironment } from './github-environment.ts';

const SOUND = {
  GITHUB_TOKEN: 'secret-7',
  GITHUB_REPOSITORY: 'octo-org/registry',
  GITHUB_API_URL: 'https://git.example.org/api/v3/',
};

test('reads what a workflow sets', () => {
  expect(
    readGitHubEnvironment({ ...SOUND, GITHUB_SERVER_URL: 'https://git.example.org', GITHUB_RUN_ID: '12' }),
  ).toEqual({
    token: 'secret-7',
    apiUrl: 'https://git.example.org/api/v3',
    owner: 'octo-org',
    repo: 'registry',
    botLogin: 'github-actions[bot]',
    runUrl: 'https://git.example.org/octo-org/registry/actions/runs/12',
  });
  expect(readGitHubEnvironment({ ...SOUND, GITHUB_API_URL: '' }).apiUrl).toBe('https://api.github.com');
});

test.each([
  ['GITHUB_TOKEN', ''],
  ['GITHUB_TOKEN', 'secret-7\nx-evil: 1'],
  ['GITHUB_REPOSITORY', undefined],
  ['GITHUB_REPOSITORY', 'octo-org/registry/../other'],
  ['GITHUB_API_URL', 'http://git.example.org'],
  ['GITHUB_API_URL', 'https://somebody@git.example.org'],
  ['GITHUB_API_URL', 'not an address'],
])('refuses %s %j, names it and tells no token', (name, value) => {
  const read = () => readGitHubEnvironment({ ...SOUND, [name]: value });
  expect(read).toThrow(name);
  expect(read).not.toThrow(/secret-7/);
});

test.each(['', '0', '-1', '1e3', '5; echo', undefined])('%j numbers no issue', (text) => {
  expect(() => issueNumber(text, 'PULL_REQUEST')).toThrow('PULL_REQUEST');
});
