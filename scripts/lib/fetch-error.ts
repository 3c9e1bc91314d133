/**
 * Why nothing was fetched. `address`: no https address of a named public host, or none on the usual port. `private`: the host leads into a
 * private network. `unknown-host`: nobody knows it. `status`: another answer than 200. `redirects`: too many, or to a host that may not be.
 * `large`, `slow`: above the bounds. `compressed`: packed though nobody asked for it. `text`: not UTF-8. `altered`: not the bytes that were
 * announced. `failed`: the connection.
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
  | 'altered'
  | 'failed';

interface StatusAnswer {
  readonly status: number;
  /** The header `Retry-After` as it came. */
  readonly retryAfter?: string | undefined;
}

/** Nothing was fetched. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly reason: FetchRefusal;
  /** The answer, where its status is why. */
  readonly answer: StatusAnswer | undefined;

  constructor(reason: FetchRefusal, message: string, answer?: StatusAnswer) {
    super(message);
    this.reason = reason;
    this.answer = answer;
  }

  get status(): number | undefined {
    return this.answer?.status;
  }
}

/** What went wrong with a connection: it took too long where the signal says so. */
export function fetchFailure(error: unknown, signal: AbortSignal, url: URL): FetchError {
  if (signal.aborted) return new FetchError('slow', `${url} takes too long to answer.`);
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : { code: '', message: '' };
  return new FetchError('failed', `${url} cannot be reached (${code ?? message}).`);
}
