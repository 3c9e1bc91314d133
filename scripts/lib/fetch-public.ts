import { FetchError } from './fetch-error.ts';
import { type Answer, type HostOptions, openHost, publicUrl } from './public-host.ts';

const MAX_BYTES = 1024 * 1024;
const MAX_MS = 30_000;
const MAX_REDIRECTS = 3;

export interface FetchOptions extends HostOptions {
  readonly maxBytes?: number;
  /** For all hops together. */
  readonly maxMs?: number;
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
  let next = address;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const url = publicUrl(next, options);
    const answer = await askOnce(url, options, signal);
    if ('bytes' in answer) return { text: decoded(answer.bytes, url), url: next };
    if ('next' in answer) next = answer.next;
  }
  throw new FetchError('redirects', `${address} leads on more than ${MAX_REDIRECTS} times.`);
}

async function askOnce(url: URL, options: FetchOptions, signal: AbortSignal): Promise<Answer> {
  const host = await openHost(url, options, signal);
  try {
    return await host.ask(url, { signal, maxBytes: options.maxBytes ?? MAX_BYTES });
  } finally {
    host.close();
  }
}

function decoded(bytes: Uint8Array, url: URL): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FetchError('text', `${url} is not text in UTF-8.`);
  }
}
