import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, type Dispatcher, request } from 'undici';
import { unsafeUrlReason } from '../../src/schema/safe-url.ts';
import { FetchError, fetchFailure } from './fetch-error.ts';

const CONNECT_MS = 10_000;
const MAX_HEADER_BYTES = 16 * 1024;

export interface HostOptions {
  /** For tests: `http://127.0.0.1:<port>` and this name are let through, as if they were public. Everything else stays as it is. */
  readonly loopbackForTests?: string | undefined;
  readonly connectMs?: number;
}

export interface AskOptions {
  readonly signal: AbortSignal;
  readonly maxBytes: number;
  /** Told of each piece as it arrives; what it throws ends the answer. */
  readonly onBytes?: (count: number) => void;
  /** HTTP's tag of what is known already: the host then says whether it still is. */
  readonly etag?: string | undefined;
}

/** What a host says: the bytes, or that they are those known already, or where else they are. */
export type Answer =
  | { readonly bytes: Uint8Array; readonly etag?: string }
  | { readonly unchanged: true }
  | { readonly next: string };

/** A host of the internet, resolved once. */
export interface PublicHost {
  /** An address of this host, without anything that says who asks, and nothing unpacked. Throws a {@link FetchError}. */
  readonly ask: (url: URL, options: AskOptions) => Promise<Answer>;
  /** What is still on its way is not waited for. */
  readonly close: () => void;
}

/** The URL of an address that anybody may be asked for: https, a named public host, the usual port. Throws a {@link FetchError}. */
export function publicUrl(address: string, { loopbackForTests }: HostOptions): URL {
  if (loopbackForTests !== undefined && URL.canParse(address) && new URL(address).host === loopbackForTests)
    return new URL(address);
  const reason = unsafeUrlReason(address);
  if (reason !== undefined || new URL(address).port !== '')
    throw new FetchError('address', `${address} is not an https address of a named public host, on its usual port.`);
  return new URL(address);
}

/** Resolves the host of a {@link publicUrl}: every address of it must be public, and each connection goes to one of those. */
export async function openHost(url: URL, options: HostOptions, signal: AbortSignal): Promise<PublicHost> {
  const agent = pinnedAgent(await abortable(publicAddresses(url, options), signal, url), options.connectMs);
  return {
    ask: (asked, bounds) => ask(agent, asked, bounds),
    close: () => {
      agent.destroy().catch(() => undefined);
    },
  };
}

async function ask(agent: Agent, url: URL, options: AskOptions): Promise<Answer> {
  const { signal, etag } = options;
  try {
    const response = await request(url, {
      dispatcher: agent,
      signal,
      headers: {
        'accept-encoding': 'identity',
        'user-agent': 'public-square-registry',
        ...(etag === undefined ? {} : { 'if-none-match': etag }),
      },
    });
    return await answerOf(response, url, options);
  } catch (error) {
    throw error instanceof FetchError ? error : fetchFailure(error, signal, url);
  }
}

type HostAddress = { readonly address: string; readonly family: number };

/** All addresses of a host. Where one of them is not public, none is used: the next question could be answered otherwise. */
async function publicAddresses({ host, hostname }: URL, { loopbackForTests }: HostOptions): Promise<HostAddress[]> {
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
function pinnedAgent(addresses: readonly HostAddress[], connectMs = CONNECT_MS): Agent {
  const [first] = addresses;
  const pinned: LookupFunction = (_, { all }, answer) =>
    all === true ? answer(null, [...addresses]) : answer(null, first?.address ?? '', first?.family);
  return new Agent({ connect: { lookup: pinned, timeout: connectMs }, maxHeaderSize: MAX_HEADER_BYTES });
}

async function answerOf(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  url: URL,
  options: AskOptions,
): Promise<Answer> {
  // A body that nobody reads may still fail when its connection is ended.
  body.on('error', () => undefined);
  const header = (name: string) => [headers[name]].flat()[0];
  const location = header('location');
  const isRead = statusCode === 200 && (header('content-encoding') ?? 'identity') === 'identity';
  // Else its connection would not be free for the next question, or what nobody asked for would go on arriving.
  if (!isRead) body.destroy();
  if (statusCode === 304 && options.etag !== undefined) return { unchanged: true };
  if (statusCode >= 300 && statusCode < 400 && location !== undefined) return { next: nextUrl(location, url) };
  if (statusCode !== 200) {
    const about = { status: statusCode, retryAfter: header('retry-after') };
    throw new FetchError('status', `${url} answers with the status ${statusCode}.`, about);
  }
  if (!isRead) throw new FetchError('compressed', `${url} answers in a packed form (${header('content-encoding')}).`);
  const etag = header('etag');
  return { bytes: await bodyOf(body, url, options), ...(etag === undefined ? {} : { etag }) };
}

function nextUrl(location: string, url: URL): string {
  if (!URL.canParse(location, url)) throw new FetchError('address', `${url} leads on to what is no address.`);
  return new URL(location, url).href;
}

async function bodyOf(
  body: Dispatcher.ResponseData['body'],
  url: URL,
  { maxBytes, onBytes }: AskOptions,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) throw new FetchError('large', `${url} has more than ${maxBytes} bytes.`);
    onBytes?.(chunk.length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The system's resolver cannot be stopped, but need not be waited for. */
function abortable<T>(work: Promise<T>, signal: AbortSignal, url: URL): Promise<T> {
  const tooLate = new Promise<never>((_, reject) => {
    const refuse = () => reject(fetchFailure(undefined, signal, url));
    if (signal.aborted) refuse();
    else signal.addEventListener('abort', refuse, { once: true });
  });
  return Promise.race([work, tooLate]);
}
