import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUBLISHED } from '../../src/schema/fixtures/hostile-urls.ts';
import { fetchPublic } from './fetch-public.ts';

const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024));
let server: Server;
let origin = '';
const arrived: string[] = [];

const ANSWERS: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  '/file': (request, response) => response.end(JSON.stringify(request.headers)),
  '/gzip': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('name: Post')),
  '/bomb': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB),
  '/missing': (_, response) => response.writeHead(404).end('no'),
  '/failing': (_, response) => response.writeHead(503).end('no'),
  '/once': (_, response) => response.writeHead(302, { location: '/file' }).end(),
  '/round': (_, response) => response.writeHead(302, { location: '/round' }).end(),
  '/endless': (_, response) => {
    const more = (): void => {
      while (response.write(Buffer.alloc(64 * 1024)) && !response.destroyed);
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  },
  '/slow': (_, response) => {
    response.write('name');
    const timer = setInterval(() => response.write('x'), 20);
    response.once('close', () => clearInterval(timer));
  },
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
    arrived.push(pathname);
    const to = searchParams.get('to');
    if (to !== null) response.writeHead(302, { location: to }).end();
    else (ANSWERS[pathname] ?? ANSWERS['/missing'])?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const here = (more: object = {}) => ({ testOrigins: new Set([origin]), ...more });
const codeOf = (address: string, options: object = here()) =>
  fetchPublic(address, options).then(
    () => 'fetched',
    (error: { code?: string }) => error.code ?? String(error),
  );

test('a file is fetched, with nothing of this machine', async () => {
  const { bytes, url } = await fetchPublic(`${origin}/once`, here());
  expect(url).toBe(`${origin}/file`);
  const headers = JSON.parse(new TextDecoder().decode(bytes));
  expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['cookie']));
  expect(headers).not.toHaveProperty('authorization');
  expect(headers['user-agent']).toBe('public-square-import');
});

test('what is compressed is unfolded', async () => {
  const { bytes } = await fetchPublic(`${origin}/gzip`, here());
  expect(new TextDecoder().decode(bytes)).toBe('name: Post');
});

test.each([
  ['/missing', 'missing', {}],
  ['/failing', 'status', {}],
  ['/round', 'redirects', {}],
  ['/endless', 'large', {}],
  ['/bomb', 'large', {}],
  ['/slow', 'time', { timeoutMs: 150 }],
])('%s ends in “%s”', async (path, code, options) => {
  const before = process.memoryUsage().arrayBuffers;
  expect(await codeOf(`${origin}${path}`, here(options))).toBe(code);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
});

describe('nothing private is asked', () => {
  test('without the option that tests have, this machine is none to ask', async () => {
    arrived.length = 0;
    expect(await codeOf(`${origin}/file`, {})).toBe('scheme');
    expect(await codeOf(`${origin.replace('http:', 'https:')}/file`, {})).toBe('host');
    expect(arrived).toEqual([]);
  });

  test('not by redirects', async () => {
    const port = new URL(origin).port;
    for (const to of [
      `http://localhost:${port}/file`,
      `http://127.0.0.2:${port}/file`,
      `http://[::1]:${port}/file`,
      'https://169.254.169.254/latest/meta-data',
      'https://user:secret@post.example.org/',
      'file:///etc/passwd',
      'javascript:alert(1)',
    ]) {
      arrived.length = 0;
      const code = await codeOf(`${origin}/away?to=${encodeURIComponent(to)}`);
      expect({ to, code }).toEqual({ to, code: expect.stringMatching(/^(?:scheme|host|credentials|characters)$/) });
      expect({ to, arrived }).toEqual({ to, arrived: ['/away'] });
    }
  });

  test.each([
    ['a name of this machine', '127.0.0.1', 4],
    ['a private network', '10.1.2.3', 4],
    ['the cloud’s own address', '169.254.169.254', 4],
    ['a mapped address', '::ffff:127.0.0.1', 6],
    ['an address of a translator', '64:ff9b::7f00:1', 6],
    ['a tunnel', '2002:7f00:1::', 6],
  ])('not by %s', async (_, address, family) => {
    arrived.length = 0;
    const port = new URL(origin).port;
    const testLookup = async () => [
      { address: '93.184.215.14', family: 4 },
      { address, family },
    ];
    expect(await codeOf(`https://post.example.org:${port}/file`, { testLookup })).toBe('private');
    expect(arrived).toEqual([]);
  });

  test(`not by ${PUBLISHED.length} addresses that fool others`, async () => {
    arrived.length = 0;
    const codes = await Promise.all(
      PUBLISHED.map((address) => codeOf(address, { testLookup: async () => [{ address: '127.0.0.1', family: 4 }] })),
    );
    expect(codes.filter((code) => code === 'fetched')).toEqual([]);
    expect(arrived).toEqual([]);
  });
});
