import assert from 'node:assert/strict';
import { parseURL } from 'whatwg-url';
import { type Addresses, addressesOf } from '../../../src/registry/address.ts';
import { canonicalRepository } from '../../../src/schema/canonical-repository.ts';
import { isSafeHttpsUrl } from '../../../src/schema/safe-url.ts';
import type { FuzzEntry } from '../entry.ts';
import { fixtureRegistry } from './fixture-registry.ts';

const SIGNS = [
  ...[
    'https://',
    'HTTPS:',
    'http://',
    'javascript:',
    '//',
    '/',
    '\\',
    '@',
    ':',
    '.',
    '。',
    '?',
    '#',
    '%',
    '%00',
    '%2e',
    ' ',
    '\t',
    '\n',
    '[',
    ']',
    '::',
    ';',
    ',',
    '&',
    '=',
    '~',
    '_',
    '-',
    '--',
    'xn--',
  ],
  ...[
    'localhost',
    '127.0.0.1',
    '0x7f.1',
    '2130706433',
    '[::1]',
    '169.254.169.254',
    'example.org',
    'github.com',
    'owner',
    'repo',
    '.git',
    'www.',
    '.local',
    '.internal',
    'почта.рф',
    'مثال.مصر',
    ':8443',
    ':0',
  ],
];
const ADDRESSES = [
  'https://example.org/',
  'https://почта.рф/путь?a=1#b',
  'https://x.example.org:8443/a%20b/~c',
  'https://EXAMPLE.org',
  'https://127.0.0.1.example.org/',
  'https://user@example.org/',
];
const REPOSITORIES = [
  'https://github.com/Owner/Repo.git',
  'git@github.com:owner/repo.git',
  'ssh://git@gitlab.com:22/a/b/c',
  'git+https://www.codeberg.org/a/b/',
  'git://example.org/~a/b.git',
];

/** The addresses; nothing where the name that GitHub gave makes none, which is told in words. */
function siteOrNone(env: Readonly<Record<string, string>>): Addresses | undefined {
  try {
    return addressesOf(fixtureRegistry().config, env);
  } catch (error) {
    assert.match(String(error), /^Error: SITE_URL is /);
    return undefined;
  }
}

/** Addresses as people and programs write them. */
export const ADDRESS_ENTRIES: readonly FuzzEntry[] = [
  {
    name: 'url',
    about: 'isSafeHttpsUrl, against another implementation of the URL standard',
    starts: ADDRESSES,
    pieces: SIGNS,
    longest: 300,
    check(text) {
      if (!isSafeHttpsUrl(text)) return;
      const { hostname } = new URL(text);
      assert.match(hostname, /^(?:[a-z0-9_-]+\.)+[a-z0-9-]*[a-z][a-z0-9-]*\.?$/);
      assert.doesNotMatch(hostname, /(?:^|\.)(?:localhost|local|internal|home\.arpa|test|invalid|onion)\.?$/);
      const other = parseURL(text);
      // Names beyond ASCII: Node knows characters of another year's Unicode, and does not ask for the Bidi rule (RFC 5893).
      if (other === null) return assert.match(text, /[^\0-\x7f]/);
      assert.deepEqual([other.scheme, other.username, other.password, other.host], ['https', '', '', hostname]);
    },
  },
  {
    name: 'repository',
    about: 'canonicalRepository',
    starts: REPOSITORIES,
    pieces: SIGNS,
    longest: 300,
    check(text) {
      const canonical = canonicalRepository(text);
      assert.equal(canonicalRepository(canonical), canonical);
      if (isSafeHttpsUrl(text)) assert.match(canonical, /^https:\/\/[^/@?#]+(?:\/[^?#]*[^/?#])?$/);
    },
  },
  {
    name: 'site-address',
    about: 'addressesOf: the address of the site and its repository out of the environment',
    starts: [...ADDRESSES, 'owner/repo'],
    pieces: SIGNS,
    longest: 200,
    check(text) {
      const env = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: text, REPOSITORY_URL: text };
      const addresses = siteOrNone(env);
      if (addresses === undefined) return;
      const { url, base, repository } = addresses;
      assert(!/[?#]/.test(url));
      assert(url.endsWith('/') && base.startsWith('/') && base.endsWith('/'));
      if (repository !== undefined) assert(isSafeHttpsUrl(repository.url));
    },
  },
];
