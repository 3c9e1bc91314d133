import { setTimeout } from 'node:timers/promises';
import { FetchError } from '../fetch-error.ts';
import { type Answer, type HostOptions, openHost, type PublicHost, publicUrl } from '../public-host.ts';

/** Bounds of time and number, from the design of the federation (“Bounds”); those of size are in `protocol.ts`. */
const REQUEST_MS = 30_000;
const SOURCE_MS = 600_000;
const TRIES = 3;
const MAX_REDIRECTS = 3;
/** Whoever asks for more patience is asked again by the next synchronization. */
const MAX_PAUSE_MS = 60_000;
const FIRST_PAUSE_MS = 500;
const TRANSIENT = new Set([408, 425, 429, 500, 502, 503, 504]);

export interface SourceOptions extends HostOptions {
  readonly requestMs?: number;
  readonly sourceMs?: number;
  readonly firstPauseMs?: number;
}

export interface GetOptions {
  readonly maxBytes: number;
  readonly etag?: string | undefined;
  /** Whether these are the bytes that were announced; where not, they are asked for again. */
  readonly isIntact?: (bytes: Uint8Array) => boolean;
}

export type Got = Exclude<Answer, { readonly next: string }>;

/** A copy of the registry on the web, asked within the bounds of one synchronization. */
export interface SourceHost {
  /** A file by its path below the address of the copy. Throws a {@link FetchError}. */
  readonly get: (path: string, options: GetOptions) => Promise<Got>;
  readonly close: () => void;
}

/** What may still be read of a source, in bytes. */
export interface Budget {
  readonly total: number;
  left: number;
}

/** Opens the copy at an address. All that is asked together, or under one budget, may have `totalBytes`. */
export async function openSource(
  address: string,
  totalBytes: Budget | number,
  options: SourceOptions = {},
): Promise<SourceHost> {
  const base = publicUrl(address.endsWith('/') ? address : `${address}/`, options);
  const closing = new AbortController();
  const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(options.sourceMs ?? SOURCE_MS)]);
  const host = await openHost(base, options, signal);
  const budget = typeof totalBytes === 'number' ? { total: totalBytes, left: totalBytes } : totalBytes;
  const onBytes = (count: number) => {
    budget.left -= count;
    if (budget.left < 0) throw new FetchError('large', `${base} has sent more than ${budget.total} bytes in all.`);
  };
  return {
    get: (path, asked) => getPatiently({ host, base, signal, onBytes, options }, path, asked),
    close: () => {
      closing.abort();
      host.close();
    },
  };
}

interface Opened {
  readonly host: PublicHost;
  readonly base: URL;
  readonly signal: AbortSignal;
  readonly onBytes: (count: number) => void;
  readonly options: SourceOptions;
}

async function getPatiently(opened: Opened, path: string, asked: GetOptions): Promise<Got> {
  for (let tried = 1; ; tried++) {
    try {
      return await getOnce(opened, path, asked);
    } catch (error) {
      const pause = error instanceof FetchError && tried < TRIES ? pauseMs(error, tried, opened) : undefined;
      if (pause === undefined || opened.signal.aborted) throw error;
      // Ended early where the source's time is over, which the next try then says.
      await setTimeout(pause, undefined, { signal: opened.signal }).catch(() => undefined);
    }
  }
}

async function getOnce(
  { host, base, signal, onBytes, options }: Opened,
  path: string,
  asked: GetOptions,
): Promise<Got> {
  const { isIntact = () => true, maxBytes, etag } = asked;
  const within = AbortSignal.any([signal, AbortSignal.timeout(options.requestMs ?? REQUEST_MS)]);
  let url = new URL(path, base);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const answer = await host.ask(url, { signal: within, maxBytes, onBytes, etag });
    if (!('next' in answer)) {
      if ('bytes' in answer && !isIntact(answer.bytes))
        throw new FetchError('altered', `${url} is not the file that was announced.`);
      return answer;
    }
    url = publicUrl(answer.next, options);
    // Another host would be another copy; and this one's addresses are the only ones that were looked at.
    if (url.origin !== base.origin) throw new FetchError('redirects', `${base} leads on to another host, ${url.host}.`);
  }
  throw new FetchError('redirects', `${new URL(path, base)} leads on more than ${MAX_REDIRECTS} times.`);
}

/** How long to wait before what failed is tried again; `undefined` where that would not help. */
function pauseMs({ reason, answer }: FetchError, tried: number, { options }: Opened): number | undefined {
  const isTransient =
    answer === undefined ? ['failed', 'slow', 'altered'].includes(reason) : TRANSIENT.has(answer.status);
  if (!isTransient) return undefined;
  const asked = answer?.retryAfter === undefined ? undefined : retryAfterMs(answer.retryAfter, Date.now());
  if (asked !== undefined) return asked > MAX_PAUSE_MS ? undefined : asked;
  const longest = (options.firstPauseMs ?? FIRST_PAUSE_MS) * 2 ** tried;
  // So that not all copies which saw the same failure come back at once.
  return longest / 2 + (Math.random() * longest) / 2;
}

/** RFC 9110, 10.2.3: seconds, or a date. `undefined` where it is neither. */
export function retryAfterMs(value: string, now: number): number | undefined {
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000;
  // `Date.parse` makes a date of nearly anything.
  const date = /^[A-Za-z]{3,9}, /.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
