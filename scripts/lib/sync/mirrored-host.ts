import { BOUNDS, DESCRIPTOR_PATH } from '../../../src/federation/protocol.ts';
import type { Source } from '../../../src/federation/sync-context.ts';
import { FetchError } from '../fetch-error.ts';
import { type Budget, openSource, type SourceHost, type SourceOptions } from './source-host.ts';

type Options = Omit<SourceOptions, 'loopbackForTests'>;
type Loopback = ReadonlyMap<string, string> | undefined;

/**
 * A source as its settings have it: the descriptor comes from the copy itself, and what that names by its hash from a mirror, where one is
 * set. Whatever a mirror does not have, or has otherwise, is asked of the copy.
 */
export async function openMirrored(source: Source, options: Options, loopback: Loopback): Promise<SourceHost> {
  const { id, url, mirror, limits } = source;
  const total = limits?.totalBytes ?? BOUNDS.totalBytes;
  const budget: Budget = { total, left: total };
  const own = await open(url, budget, options, loopback?.get(id));
  if (mirror === undefined) return own;
  const other = await open(mirror, budget, options, loopback?.get(`${id} mirror`)).catch(orNothing);
  return other === undefined ? own : mirroredHost(own, other);
}

function mirroredHost(own: SourceHost, mirror: SourceHost): SourceHost {
  let isDown = false;
  return {
    get: async (path, asked) => {
      const answer = isDown || path === DESCRIPTOR_PATH ? undefined : await mirror.get(path, asked).catch(orNothing);
      if (answer !== undefined) return answer;
      // A mirror that fails once is not waited for with each record.
      isDown = path !== DESCRIPTOR_PATH;
      return await own.get(path, asked);
    },
    close: () => {
      own.close();
      mirror.close();
    },
  };
}

function open(address: string, budget: Budget, options: Options, loopback: string | undefined): Promise<SourceHost> {
  const url = loopback === undefined ? address : `http://${loopback}${new URL(address).pathname}`;
  return openSource(url, budget, { ...options, loopbackForTests: loopback });
}

function orNothing(error: unknown): undefined {
  if (error instanceof FetchError) return undefined;
  throw error;
}
