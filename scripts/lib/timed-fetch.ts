/** No answer of the API that the bots ask for is larger; a tree of 100,000 files has about 25 MB. */
const MOST_BYTES = 64 * 1024 * 1024;
const WITHOUT_BODY = new Set([101, 204, 205, 304]);

/**
 * A `fetch` with a time limit that counts until the answer is there as a whole. What was cut short, or says that it is JSON and is not, is an
 * error here; the API's client would take it for an empty answer.
 * @param timeout in ms
 */
export function createTimedFetch(timeout: number): typeof fetch {
  return async (input, init) => {
    const limit = AbortSignal.timeout(timeout);
    const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit;
    const response = await fetch(input, { ...init, signal }).catch((error: unknown) => {
      throw limit.aborted ? new Error(`no answer within ${timeout} ms`, { cause: error }) : error;
    });
    const { status, statusText, headers } = response;
    if (Number(headers.get('content-length') ?? 0) > MOST_BYTES) throw new Error('the answer is too large');
    const body = await response.arrayBuffer().catch((error: unknown) => {
      throw new Error(limit.aborted ? `no whole answer within ${timeout} ms` : 'the answer broke off', {
        cause: error,
      });
    });
    if (/^application\/json\b/.test(headers.get('content-type') ?? ''))
      JSON.parse(new TextDecoder().decode(body) || 'null');
    const whole = new Response(WITHOUT_BODY.has(status) ? null : body, {
      status,
      statusText,
      headers: plainHeaders(headers),
    });
    // A made response has none, and the client tells pages of lists apart by it.
    return Object.defineProperty(whole, 'url', { value: response.url });
  };
}

/** The body is unpacked already. */
function plainHeaders(headers: Headers): Headers {
  const plain = new Headers(headers);
  plain.delete('content-encoding');
  plain.delete('content-length');
  return plain;
}
