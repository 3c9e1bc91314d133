import { UsageError } from './exit-code.ts';

/** A failure of the host, of the network or of this program: nothing that a contributor could mend. */
export class HostFailure extends Error {
  override readonly name = 'HostFailure';
}

/** What others are to mend: neither this program and its host, nor who contributes. */
export class OthersFailure extends Error {
  override readonly name = 'OthersFailure';
}

/** Wraps whatever goes wrong while something is asked of the host, with what was being done: `asking('reading issue 5', …)`. */
export async function asking<T>(deed: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw new HostFailure(`While ${deed}: ${reasonOf(error)}`, { cause: error });
  }
}

/** The status of an answer that was a refusal, wherever it stands among the causes. */
export function statusOf(error: unknown): number | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if ('status' in at && typeof at.status === 'number') return at.status;
  return undefined;
}

/** The status by which a host refuses a token. */
export const UNAUTHORIZED = 401;

/** Takes an answer of this status for done. */
export function unless(status: number): (error: unknown) => void {
  return (error) => {
    if (statusOf(error) !== status) throw error;
  };
}

/**
 * What went wrong, on one line and without what was sent: neither headers, which hold the token, nor bodies, which hold what others wrote.
 */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const status = 'status' in error && typeof error.status === 'number' ? ` (${error.status})` : '';
  return `${error.message.replace(/\s+/g, ' ').slice(0, 300)}${status}`;
}

/** For people who look into the log of a run. */
export function failureText(error: unknown): string {
  if (error instanceof UsageError) return `This run was set up wrongly: ${error.message}`;
  if (error instanceof OthersFailure) return error.message;
  if (error instanceof HostFailure && statusOf(error) === UNAUTHORIZED)
    return `This run was set up wrongly: the host does not accept GITHUB_TOKEN, which may be mistyped or out of date. ${reasonOf(error)}`;
  const known = error instanceof HostFailure;
  const stack = error instanceof Error && !known ? `\n${error.stack ?? ''}` : '';
  return `Our service failed, not you: ${reasonOf(error)}. Nothing is wrong with what you sent; run this job again, or wait for the next run.${stack}`;
}
