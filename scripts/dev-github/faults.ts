import type { OperationId } from './operations.ts';

/** How a request goes wrong. */
export type Mishap =
  | { readonly status: number; readonly message: string; readonly headers?: Readonly<Record<string, string>> }
  /** The connection closes before anything is done, or after it, or in the middle of the answer. */
  | 'dropped'
  | 'answer-lost'
  | 'answer-cut'
  /** No answer at all. */
  | 'silent';

export interface Fault {
  /** Every operation where none is named. */
  readonly operation?: OperationId;
  readonly mishap: Mishap;
  /** How often; always where it is left out. */
  readonly times?: number;
}

/** A limit on what one may ask in an hour: GitHub answers 403 and says when it ends. */
export function rateLimit(secondsLeft: number, now: Date): Mishap {
  return {
    status: 403,
    message: 'API rate limit exceeded for installation ID 1.',
    headers: {
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Math.ceil(now.getTime() / 1000) + secondsLeft),
    },
  };
}

/** A limit on how quickly one may ask. */
export function secondaryRateLimit(retryAfter: number, status: 403 | 429 = 403): Mishap {
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
  return { status, message, headers: { 'retry-after': String(retryAfter) } };
}

export const SERVER_ERROR: Mishap = { status: 500, message: 'Server Error' };

/** The faults that are to come, used up one by one. */
export function createFaults() {
  let waiting: { fault: Fault; left: number }[] = [];
  return {
    add: (fault: Fault) => void waiting.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }),
    clear: () => {
      waiting = [];
    },
    take: (operation: OperationId): Mishap | undefined => {
      const next = waiting.find(({ fault, left }) => left > 0 && (fault.operation ?? operation) === operation);
      if (next !== undefined) next.left -= 1;
      return next?.fault.mishap;
    },
  };
}
