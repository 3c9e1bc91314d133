import type { LookupAddress } from 'node:dns';
import { lookup as systemLookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import { Agent, fetch, type Response } from 'undici';
import { type UnsafeUrlReason, unsafeUrlReason } from '../../src/schema/safe-url.ts';

/** What a caller of {@link fetchPublic} may set; the defaults are for files that describe projects. */
export interface FetchOptions {
  /** Of what is read, after decompression. */
  readonly maxBytes?: number;
  /** For everything, redirects included. */
  readonly timeoutMs?: number;
  /** For tests only: origins of servers on this machine, as `http://127.0.0.1:4000`. No command and no environment can set it. */
  readonly testOrigins?: ReadonlySet<string>;
  /** For tests only: the addresses that a name has. */
  readonly testLookup?: (host: string) => Promise<readonly LookupAddress[]>;
}

export interface Fetched {
  readonly bytes: Uint8Array;
  /** Where it was found in the end. */
  readonly url: string;
}

export type FetchFailureCode =
  | UnsafeUrlReason
  | 'private'
  | 'unknown-host'
  | 'redirects'
  | 'missing'
  | 'status'
  | 'large'
  | 'time'
  | 'network';

/** Why nothing was fetched; the message is for people. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure';
  readonly code: FetchFailureCode;

  constructor(code: FetchFailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const MAX_BYTES = 1024 * 1024;
const TIMEOUT_MS = 30_000;
const MAX_REDIRECTS = 3;

const ADDRESS_FAULTS: Readonly<Record<UnsafeUrlReason, string>> = {
  characters: 'it has characters that no address has',
  syntax: 'it is no address',
  scheme: 'it does not begin with https://',
  credentials: 'it has a user name or password',
  host: 'its host is not a public name',
};

/**
 * Fetches what anybody can read: over https, from a host of which every address is public. Each redirect is checked like the first address,
 * and the connection goes to the address that was checked. Nothing of this machine goes along: no cookie, no name, no token.
 * Throws {@link FetchFailure}.
 */
export async function fetchPublic(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const { timeoutMs = TIMEOUT_MS } = options;
  const signal = AbortSignal.timeout(timeoutMs);
  const agent = publicAgent(options);
  try {
    return await follow(address, agent, signal, options);
  } catch (error) {
    if (signal.aborted) throw new FetchFailure('time', `${address}: no whole answer in ${timeoutMs / 1000} seconds.`);
    throw failureOf(address, error);
  } finally {
    await agent.destroy();
  }
}

async function follow(first: string, agent: Agent, signal: AbortSignal, options: FetchOptions): Promise<Fetched> {
  let address = first;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    assertPublic(address, options);
    const response = await fetch(address, {
      dispatcher: agent,
      signal,
      redirect: 'manual',
      headers: { accept: '*/*', 'user-agent': 'public-square-import' },
    });
    const next = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || next === null)
      return { bytes: await bodyOf(response, address, options), url: address };
    await response.body?.cancel();
    if (!URL.canParse(next, address)) throw new FetchFailure('syntax', `${address} leads to what is no address.`);
    address = new URL(next, address).href;
  }
  throw new FetchFailure('redirects', `${first} leads on more than ${MAX_REDIRECTS} times.`);
}

function assertPublic(address: string, { testOrigins }: FetchOptions): void {
  if (URL.canParse(address) && testOrigins?.has(new URL(address).origin) === true) return;
  const reason = unsafeUrlReason(address);
  if (reason !== undefined) throw new FetchFailure(reason, `${address} is not fetched: ${ADDRESS_FAULTS[reason]}.`);
}

/** Compressed answers are read as they unfold, so that what is small on the way cannot fill the memory. */
async function bodyOf(
  response: Response,
  address: string,
  { maxBytes = MAX_BYTES }: FetchOptions,
): Promise<Uint8Array> {
  if (!response.ok) {
    await response.body?.cancel();
    const code = response.status === 404 || response.status === 410 ? 'missing' : 'status';
    throw new FetchFailure(code, `${address} answers ${response.status} ${response.statusText}`.trim());
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop cancels the body.
    if (size > maxBytes) throw new FetchFailure('large', `${address} is larger than ${maxBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Connects to the addresses that were checked; a name that has one private address among others is refused. */
function publicAgent({ testOrigins, testLookup }: FetchOptions): Agent {
  const testHosts = new Set([...(testOrigins ?? [])].map((origin) => new URL(origin).hostname));
  const resolve = testLookup ?? ((host: string) => systemLookup(host, { all: true }));
  return new Agent({
    connect: {
      lookup: (host, options, done) => {
        publicAddresses(host, resolve, testHosts).then(
          (addresses) => {
            const [first] = addresses;
            if (options.all === true) done(null, [...addresses]);
            else done(null, first?.address ?? '', first?.family ?? 4);
          },
          (error: Error) => done(error, ''),
        );
      },
    },
  });
}

async function publicAddresses(
  host: string,
  resolve: (host: string) => Promise<readonly LookupAddress[]>,
  testHosts: ReadonlySet<string>,
): Promise<readonly LookupAddress[]> {
  const addresses = await resolve(host);
  const isPublic = ({ address }: LookupAddress) => ipaddr.process(address).range() === 'unicast';
  if (addresses.length === 0) throw new FetchFailure('unknown-host', `${host} has no address.`);
  if (!testHosts.has(host) && !addresses.every(isPublic))
    throw new FetchFailure('private', `${host} is not fetched: it leads into a private network.`);
  return addresses;
}

/** The failure behind what the fetching program wraps around it. */
function failureOf(address: string, error: unknown): FetchFailure {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof FetchFailure) return cause;
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
      return new FetchFailure('unknown-host', `The host of ${address} is not known, or there is no network.`, {
        cause,
      });
  }
  const why = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  return new FetchFailure('network', `${address} could not be fetched (${why}).`, { cause: error });
}
