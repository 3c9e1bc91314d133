import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, type Dispatcher, request } from 'undici';
import { unsafeUrlReason } from '../../src/schema/safe-url.ts';

const MAX_BYTES = 1024 * 1024;
const MAX_MS = 30_000;
const MAX_REDIRECTS = 3;

/**
 * Why nothing was fetched. `address`: no https address of a named public host, or none on the usual port. `private`: the host leads into a
 * private network. `unknown-host`: nobody knows it. `status`: another answer than 200. `redirects`: too many. `large`, `slow`: above the bounds.
 * `compressed`: packed though nobody asked for it. `text`: not UTF-8. `failed`: the connection.
 */
export type FetchRefusal =
  | 'address'
  | 'private'
  | 'unknown-host'
  | 'status'
  | 'redirects'
  | 'large'
  | 'slow'
  | 'compressed'
  | 'text'
  | 'failed';

/** Nothing was fetched. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly reason: FetchRefusal;
  /** The status of the answer, where that is why. */
  readonly status: number | undefined;

  constructor(reason: FetchRefusal, message: string, status?: number) {
    super(message);
    this.reason = reason;
    this.status = status;
  }
}

export interface FetchOptions {
  readonly maxBytes?: number;
  /** For all hops together. */
  readonly maxMs?: number;
  /** For tests: `http://127.0.0.1:<port>` and this name are let through, as if they were public. Everything else stays as it is. */
  readonly loopbackForTests?: string;
}

export interface Fetched {
  readonly text: string;
  /** Where it was in the end, behind redirects. */
  readonly url: string;
}

/**
 * Fetches a text that the public can read, by an address that a stranger may have given. Only https and the usual port; each host is resolved
 * once, every address of it must be public, and the connection goes to one of those; each redirect is looked at in the same way. Nothing is sent
 * that says who asks, and nothing unpacked. Throws a {@link FetchError}.
 */
export async function fetchPublic(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const signal = AbortSignal.timeout(options.maxMs ?? MAX_MS);
  let url = address;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const answer = await fetchOnce(url, options, signal);
    if ('text' in answer) return { text: answer.text, url };
    url = answer.next;
  }
  throw new FetchError('redirects', `${address} leads on more than ${MAX_REDIRECTS} times.`);
}

type Answer = { readonly text: string } | { readonly next: string };

async function fetchOnce(address: string, options: FetchOptions, signal: AbortSignal): Promise<Answer> {
  const url = checkedUrl(address, options);
  const agent = pinnedAgent(await abortable(publicAddresses(url, options), signal, url));
  try {
    const response = await request(url, {
      dispatcher: agent,
      signal,
      headers: { 'accept-encoding': 'identity', 'user-agent': 'public-square-registry' },
    });
    return await answerOf(response, url, options);
  } catch (error) {
    throw error instanceof FetchError ? error : failure(error, signal, url);
  } finally {
    // What is still on its way is not waited for.
    agent.destroy().catch(() => undefined);
  }
}

function checkedUrl(address: string, { loopbackForTests }: FetchOptions): URL {
  if (loopbackForTests !== undefined && URL.canParse(address) && new URL(address).host === loopbackForTests)
    return new URL(address);
  const reason = unsafeUrlReason(address);
  if (reason !== undefined || new URL(address).port !== '')
    throw new FetchError('address', `${address} is not an https address of a named public host, on its usual port.`);
  return new URL(address);
}

type HostAddress = { readonly address: string; readonly family: number };

/** All addresses of a host. Where one of them is not public, none is used: the next question could be answered otherwise. */
async function publicAddresses(url: URL, { loopbackForTests }: FetchOptions): Promise<HostAddress[]> {
  const { host, hostname } = url;
  if (host === loopbackForTests) return [{ address: '127.0.0.1', family: 4 }];
  let found: HostAddress[];
  try {
    found = await lookup(hostname, { all: true });
  } catch {
    throw new FetchError('unknown-host', `There is no host ${hostname}, or its address cannot be asked for now.`);
  }
  if (found.length === 0 || !found.every(({ address }) => isPublicAddress(address)))
    throw new FetchError('private', `${hostname} leads into a network that is not public.`);
  return found;
}

/** True of an address that anybody on the internet reaches: none of a private, local, shared, test or translated range. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  // Of IPv6 only this block is given out; what the library knows no name for is elsewhere, as `::127.0.0.1` is.
  const isGivenOut = parsed instanceof ipaddr.IPv4 || parsed.match(GIVEN_OUT);
  return isGivenOut && parsed.range() === 'unicast';
}

/** https://www.iana.org/assignments/ipv6-address-space */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3');

/** Connects to the addresses that were looked at, whatever the name would lead to by now. */
function pinnedAgent(addresses: readonly HostAddress[]): Agent {
  const [first] = addresses;
  const pinned: LookupFunction = (_, { all }, answer) =>
    all === true ? answer(null, [...addresses]) : answer(null, first?.address ?? '', first?.family);
  return new Agent({ connect: { lookup: pinned }, maxHeaderSize: 16 * 1024 });
}

async function answerOf(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  url: URL,
  { maxBytes = MAX_BYTES }: FetchOptions,
): Promise<Answer> {
  // A body that nobody reads may still fail when its connection is ended.
  body.on('error', () => undefined);
  const location = [headers.location].flat()[0];
  if (statusCode >= 300 && statusCode < 400 && location !== undefined) return { next: nextUrl(location, url) };
  if (statusCode !== 200) throw new FetchError('status', `${url} answers with the status ${statusCode}.`, statusCode);
  const encoding = String(headers['content-encoding'] ?? 'identity');
  if (encoding !== 'identity') throw new FetchError('compressed', `${url} answers in a packed form (${encoding}).`);
  return { text: decoded(await bodyOf(body, url, maxBytes), url) };
}

function nextUrl(location: string, url: URL): string {
  if (!URL.canParse(location, url)) throw new FetchError('address', `${url} leads on to what is no address.`);
  return new URL(location, url).href;
}

async function bodyOf(body: Dispatcher.ResponseData['body'], url: URL, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) throw new FetchError('large', `${url} has more than ${maxBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decoded(bytes: Uint8Array, url: URL): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FetchError('text', `${url} is not text in UTF-8.`);
  }
}

function failure(error: unknown, signal: AbortSignal, url: URL): FetchError {
  if (signal.aborted) return new FetchError('slow', `${url} takes too long to answer.`);
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : { code: '', message: '' };
  return new FetchError('failed', `${url} cannot be reached (${code ?? message}).`);
}

/** The system's resolver cannot be stopped, but need not be waited for. */
function abortable<T>(work: Promise<T>, signal: AbortSignal, url: URL): Promise<T> {
  const tooLate = new Promise<never>((_, reject) => {
    const refuse = () => reject(failure(undefined, signal, url));
    if (signal.aborted) refuse();
    else signal.addEventListener('abort', refuse, { once: true });
  });
  return Promise.race([work, tooLate]);
}
