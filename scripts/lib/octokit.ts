import { setTimeout } from 'node:timers/promises';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import type { GitHubEnvironment } from './github-environment.ts';
import { createTimedFetch } from './timed-fetch.ts';

/** One repository of the host, through one client: every bot asks by it. */
export interface Host {
  readonly octokit: Octokit;
  /** `owner` and `repo`, which every request names. */
  readonly at: { readonly owner: string; readonly repo: string };
  readonly botLogin: string;
  readonly runUrl?: string;
}

/** How patient the client is. Tests are in a hurry. */
export interface Patience {
  /** For one answer, in ms. */
  readonly timeout: number;
  /** How often a request is made again. */
  readonly retries: number;
  /** The longest wait that a limit of the host may ask for, in seconds; a job that waits longer is stopped by its own limit. */
  readonly longestWait: number;
  /** What a second of waiting is, in ms. */
  readonly second: number;
  /** Whether writes keep the distance that GitHub asks for: a second, three where people are notified. */
  readonly paced: boolean;
}

const PATIENCE: Patience = { timeout: 20_000, retries: 3, longestWait: 120, second: 1000, paced: true };

type ThrottlingOptions = NonNullable<NonNullable<ConstructorParameters<typeof PatientOctokit>[0]>['throttle']>;

/** Answers that asking again does not change; how long to wait at 403 and 429 is told by the host. */
const NOT_FOR_A_MOMENT = [400, 401, 403, 404, 405, 409, 410, 422, 429, 451];

const PatientOctokit = Octokit.plugin(retry, throttling);

/**
 * The client for a host: what fails for a moment (5xx, a lost connection, a limit that ends soon) is asked for again, a few times; each answer
 * has a time limit. What is written by a POST and may have been done nevertheless is not repeated here: `REPEAT_NOT`.
 */
export function createHost(environment: GitHubEnvironment, patience: Partial<Patience> = {}): Host {
  const { timeout, retries, longestWait, second, paced } = { ...PATIENCE, ...patience };
  const mayWait = (what: string) => (seconds: number, options: object, _: unknown, count: number) => {
    const { method, url } = options as { method: string; url: string };
    const again = count < retries && seconds <= longestWait;
    console.error(`${what}: ${method} ${url} must wait ${seconds} s; ${again ? 'it will' : 'giving up'}.`);
    return again;
  };
  const octokit = new PatientOctokit({
    auth: environment.token,
    baseUrl: environment.apiUrl,
    userAgent: 'public-square-bots',
    request: { fetch: createTimedFetch(timeout) },
    retry: { retries, retryAfterBaseValue: second, doNotRetry: NOT_FOR_A_MOMENT },
    throttle: {
      onRateLimit: mayWait('Hourly limit'),
      onSecondaryRateLimit: mayWait('Limit on quick requests'),
      retryAfterBaseValue: second,
      // The plugin counts per id, over all clients of a process.
      id: environment.apiUrl,
      ...(paced ? {} : { write: UNPACED, notifications: UNPACED, global: UNPACED }),
    } as unknown as ThrottlingOptions,
    // What a token may not do is told as an error; debug lines of the client would show headers.
    log: { debug: silent, info: silent, warn: console.error, error: silent },
  });
  octokit.hook.wrap('request', (request, options) =>
    waitWhenTold(async () => await request(options), { retries, longestWait, second }),
  );
  const { owner, repo, botLogin, runUrl } = environment;
  return { octokit, at: { owner, repo }, botLogin, ...(runUrl === undefined ? {} : { runUrl }) };
}

function silent(): void {}

/** For requests that must not be made twice unseen, as writing a comment: whoever makes them looks first whether they were done. */
export const REPEAT_NOT = { request: { retries: 0 } } as const;

/**
 * Waits where an answer says how long (`Retry-After`) in words that the throttling plugin does not know for a limit.
 * https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
async function waitWhenTold<T>(
  ask: () => Promise<T>,
  { retries, longestWait, second }: Pick<Patience, 'retries' | 'longestWait' | 'second'>,
): Promise<T> {
  for (let count = 0; ; count++) {
    try {
      return await ask();
    } catch (error) {
      const seconds = secondsTold(error);
      if (seconds === undefined || count >= retries || seconds > longestWait) throw error;
      await setTimeout(seconds * second);
    }
  }
}

function secondsTold(error: unknown): number | undefined {
  const { status, message, response } = error as {
    status?: number;
    message?: string;
    response?: { headers: Record<string, unknown> };
  };
  if ((status !== 403 && status !== 429) || /\bsecondary rate\b/i.test(message ?? '')) return undefined;
  const told = response?.headers['retry-after'];
  const seconds = told === undefined ? Number.NaN : Number(told);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

/** A queue that lets everything through at once, in the form that the throttling plugin calls. */
const UNPACED = {
  key: () => ({
    schedule: (_: unknown, job: (...args: unknown[]) => unknown, ...args: unknown[]) => Promise.resolve(job(...args)),
  }),
};
