import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fetchPublic } from './fetch-public.ts';
import { type HostileHost, startHostileHost } from './fixtures/hostile-host.ts';
import { HOSTILE_PAGES, type Page } from './fixtures/hostile-pages.ts';
import { listening } from './fixtures/listening.ts';
import { isPublicAddress } from './public-host.ts';

/** What names lead to; the machine's own resolver is not asked. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'inside.example.org': ['10.0.0.7'],
  'both.example.org': ['93.184.216.34', '127.0.0.1'],
  'mapped.example.org': ['::ffff:127.0.0.1'],
};
vi.mock('node:dns/promises', () => ({
  lookup: async (name: string) => {
    const found = NAMES[name];
    if (found === undefined) throw new Error('ENOTFOUND');
    return found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  },
}));

const PAGES: Readonly<Record<string, Page>> = {
  ...HOSTILE_PAGES,
  '/text': (_, response) => response.end('name: Post\n'),
  '/latin': (_, response) => response.end(Buffer.from([0x63, 0xe9])),
  '/gone': (_, response) => response.writeHead(404).end('no'),
  '/nowhere': (_, response) => response.writeHead(302, { location: 'http://[' }).end(),
  '/silent': () => undefined,
};

let server: HostileHost;
let host = '';
let secretHost = '';

beforeAll(async () => {
  server = await startHostileHost(PAGES);
  ({ host, secretHost } = server);
});
afterAll(() => server.close());

const fetched = (path: string, more = {}) => fetchPublic(`http://${host}${path}`, { loopbackForTests: host, ...more });
const reason = (promise: Promise<unknown>) =>
  promise.then(
    () => 'fetched',
    (error) => error.reason ?? error,
  );

describe('fetchPublic', () => {
  test('fetches a text, also behind a redirect', async () => {
    expect(await fetched('/text')).toEqual({ text: 'name: Post\n', url: `http://${host}/text` });
    expect(await fetched('/once')).toEqual({ text: 'name: Post\n', url: `http://${host}/text` });
  });

  test.each([
    ['/gone', 'status'],
    ['/round', 'redirects'],
    ['/nowhere', 'address'],
    ['/latin', 'text'],
    ['/bomb', 'compressed'],
  ])('%s is refused: %s', async (path, expected) => {
    expect(await reason(fetched(path))).toBe(expected);
  });

  test('a body without end is cut off at the bound', async () => {
    expect(await reason(fetched('/endless'))).toBe('large');
  });

  test.each(['/slow', '/silent'])('%s is not waited for beyond the time', async (path) => {
    expect(await reason(fetched(path, { maxMs: 150 }))).toBe('slow');
  });

  test('a host that refuses the connection has failed', async () => {
    const free = createServer();
    const nobody = await listening(free);
    await new Promise((resolve) => free.close(resolve));
    expect(await reason(fetchPublic(`http://${nobody}/`, { loopbackForTests: nobody }))).toBe('failed');
  });
});

describe('what is not public is never asked', () => {
  const ADDRESSES = () => [
    `http://${secretHost}/`,
    `https://${secretHost}/`,
    `http://localhost:${secretHost.split(':')[1]}/`,
    `https://[::1]:${secretHost.split(':')[1]}/`,
    `https://0x7f000001:${secretHost.split(':')[1]}/`,
    'https://169.254.169.254/latest/meta-data/',
    'https://user:word@example.org/',
    'https://example.org:8443/',
    'file:///etc/passwd',
    'https://metadata.internal/',
  ];

  test('directly', async () => {
    for (const address of ADDRESSES())
      expect([address, await reason(fetchPublic(address))]).toEqual([address, 'address']);
    // Without the option of the tests, this machine's own server is none either.
    expect(await reason(fetchPublic(`http://${host}/text`))).toBe('address');
    expect(server.secretRequests()).toBe(0);
  });

  test('behind a redirect', async () => {
    for (const address of ADDRESSES())
      expect([address, await reason(fetched(`/to?${encodeURIComponent(address)}`))]).toEqual([address, 'address']);
    expect(server.arrived.filter((path) => path.startsWith('/to?'))).toHaveLength(ADDRESSES().length);
    expect(server.secretRequests()).toBe(0);
  });

  test.each([
    ['inside.example.org', 'private'],
    ['both.example.org', 'private'],
    ['mapped.example.org', 'private'],
    ['nobody.example.org', 'unknown-host'],
  ])('by a name: %s is %s', async (name, expected) => {
    expect(await reason(fetchPublic(`https://${name}/`))).toBe(expected);
    expect(await reason(fetched(`/to?https://${name}/`))).toBe(expected);
  });

  test.each([
    ['93.184.216.34', true],
    ['2606:2800:220:1:248:1893:25c8:1946', true],
    ...[
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '127.0.0.1',
      '169.254.169.254',
      '172.16.0.1',
      '192.0.2.1',
      '192.168.1.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      '::ffff:10.0.0.1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      'fc00::1',
      'fe80::1',
      'ff02::1',
      '::7f00:1',
      '4000::1',
      'no address',
    ].map((address) => [address, false] as const),
  ] as const)('%s is public: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });
});
