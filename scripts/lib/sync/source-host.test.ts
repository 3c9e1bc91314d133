import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { parseJson } from '../../../src/federation/verify.ts';
import { FetchError } from '../fetch-error.ts';
import { type HostileHost, startHostileHost } from '../fixtures/hostile-host.ts';
import { HOSTILE_PAGES, type Page } from '../fixtures/hostile-pages.ts';
import { type GetOptions, openSource, retryAfterMs, type SourceOptions } from './source-host.ts';

/** What names lead to; the machine's own resolver is not asked. */
const NAMES: Readonly<Record<string, string>> = {
  'loopback.example.org': '127.0.0.1',
  'private.example.org': '10.0.0.7',
  'metadata.example.org': '169.254.169.254',
  'shared.example.org': '100.64.0.1',
  'mapped.example.org': '::ffff:127.0.0.1',
  'local.example.org': 'fe80::1',
  'public.example.org': '93.184.216.34',
};
vi.mock('node:dns/promises', () => ({
  lookup: async (name: string) => {
    const address = NAMES[name];
    if (address === undefined) throw new Error('ENOTFOUND');
    return [{ address, family: address.includes(':') ? 6 : 4 }];
  },
}));

let failures = 0;
let server: HostileHost;
let host = '';
let arrived: string[] = [];

const PAGES: Readonly<Record<string, Page>> = {
  ...HOSTILE_PAGES,
  '/text': (_, response) => response.end('text'),
  '/nothing-there': () => tooLate(),
  '/slow': (request, response) => {
    HOSTILE_PAGES['/slow']?.(request, response);
    setTimeout(() => tooLate(), 50);
  },
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('half');
    setTimeout(() => response.destroy(), 5);
  },
  '/later': (_, response) => {
    failures++;
    if (failures < 3) response.writeHead(503, { 'retry-after': '0' }).end();
    else response.end('text');
  },
  '/never': (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end(),
  '/header': (_, response) => response.writeHead(200, { 'x-long': 'x'.repeat(20_000) }).end('text'),
};

/** The time limits that were set, those of requests behind the one of their source. */
let limits: { readonly ms: number; readonly end: () => void }[] = [];
/** Ends the request, or all that is asked of the source, as its time limit would. */
let tooLate = (): void => undefined;

/** Time limits are over where a page says so, once it was asked: a busy machine could reach a short one before. */
function limitsOfPages(ends: 'request' | 'source'): void {
  limits = [];
  tooLate = () => limits.at(ends === 'request' ? -1 : 0)?.end();
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const controller = new AbortController();
    limits.push({ ms, end: () => controller.abort() });
    return controller.signal;
  });
}
afterEach(() => vi.restoreAllMocks());

beforeAll(async () => {
  server = await startHostileHost(PAGES);
  ({ host, arrived } = server);
});
beforeEach(() => {
  arrived.length = 0;
  failures = 0;
});
afterAll(() => server.close());

const BOUNDS = { maxBytes: 1_000_000 };

async function got(path: string, asked: GetOptions = BOUNDS, more: SourceOptions = {}, total = 10_000_000) {
  const source = await openSource(`http://${host}/`, total, { loopbackForTests: host, firstPauseMs: 1, ...more });
  try {
    const answer = await source.get(path, asked);
    return 'bytes' in answer ? new TextDecoder().decode(answer.bytes) : 'unchanged';
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return error.reason;
  } finally {
    source.close();
  }
}

test.each([
  ['/text', 'text', 1],
  ['/once', 'text', 2],
  ['/round', 'redirects', 4],
  ['/bomb', 'compressed', 1],
  ['/endless', 'large', 1],
  ['/cut', 'failed', 3],
  ['/header', 'failed', 3],
  ['/later', 'text', 3],
  ['/never', 'status', 1],
])('%s: %s, asked %i times', async (path, expected, times) => {
  expect(await got(path)).toBe(expected);
  expect(arrived).toHaveLength(times);
});

test.each(['/nothing-there', '/slow'])('%s is ended with its request, and all tries with the source', async (path) => {
  limitsOfPages('request');
  expect(await got(path, BOUNDS, { requestMs: 7, sourceMs: 70 })).toBe('slow');
  expect(arrived).toHaveLength(3);
  expect(limits.map(({ ms }) => ms)).toEqual([70, 7, 7, 7]);
  limitsOfPages('source');
  expect(await got(path)).toBe('slow');
  expect(arrived).toHaveLength(4);
});

test('no byte more than all that a source may send, however often it is asked', async () => {
  expect(await got('/endless', { maxBytes: 1e9 }, {}, 300_000)).toBe('large');
  expect(await got('/text', { maxBytes: 3 })).toBe('large');
});

test('what is not the file that was announced is asked for again, and then refused', async () => {
  expect(await got('/text', { ...BOUNDS, isIntact: () => false })).toBe('altered');
  expect(arrived).toHaveLength(3);
});

test('nesting without end is no JSON', () => {
  expect(parseJson(new TextEncoder().encode('['.repeat(500_000)))).toBeUndefined();
});

/** Addresses that lead into the network of whoever asks, or are none; the first ones to a server that stands there. */
const hostileAddresses = (port = server.secretHost.split(':')[1]) => [
  `http://127.0.0.1:${port}/`,
  `https://127.0.0.1:${port}/`,
  `http://localhost:${port}/`,
  `https://localhost:${port}/`,
  `https://[::1]:${port}/`,
  `https://[::ffff:127.0.0.1]:${port}/`,
  `https://0x7f000001:${port}/`,
  `https://2130706433:${port}/`,
  `https://0177.0.0.1:${port}/`,
  `https://127.1:${port}/`,
  `https://0.0.0.0:${port}/`,
  `https://loopback.example.org:${port}/`,
  'https://loopback.example.org/',
  'https://private.example.org/',
  'https://metadata.example.org/',
  'https://shared.example.org/',
  'https://mapped.example.org/',
  'https://local.example.org/',
  'https://nobody.example.org/',
  'https://169.254.169.254/latest/meta-data/',
  'https://user:word@public.example.org/',
  'https://public.example.org:8443/',
  'http://public.example.org/',
  'https://metadata.internal/',
  'file:///etc/passwd',
  'gopher://public.example.org/',
  '//public.example.org/',
];

test('what is not public is never asked, directly or behind a redirect', async () => {
  const refused = async (address: string) => {
    try {
      (await openSource(address, 1000)).close();
      return 'opened';
    } catch (error) {
      return error instanceof FetchError ? error.reason : String(error);
    }
  };
  for (const address of hostileAddresses())
    expect([address, await refused(address)]).toEqual([
      address,
      expect.stringMatching(/^(?:address|private|unknown-host)$/),
    ]);
  // Without the option of the tests, this machine's own server is none either.
  expect(await refused(`http://${host}/`)).toBe('address');
  expect(arrived).toEqual([]);
  // No redirect leads to another host, be it public: this one's addresses are the only ones that were looked at.
  const others = [...hostileAddresses(), 'https://public.example.org/', 'http://['];
  for (const address of others)
    expect([address, await got(`/to?${encodeURIComponent(address)}`)]).toEqual([
      address,
      expect.stringMatching(/^(?:address|redirects)$/),
    ]);
  expect(arrived).toHaveLength(others.length);
  expect(server.secretRequests()).toBe(0);
});

test.each([
  ['5', 5000],
  ['Mon, 23 Nov 2026 10:00:30 GMT', 30_000],
  ['Mon, 23 Nov 2026 09:00:00 GMT', 0],
  ['soon', undefined],
  ['-1', undefined],
])('Retry-After: %s is %s ms', (value, expected) => {
  expect(retryAfterMs(value, Date.parse('2026-11-23T10:00:00Z'))).toBe(expected);
});
