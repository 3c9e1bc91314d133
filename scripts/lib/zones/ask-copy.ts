import { assess, zoneOfKey } from '../../../src/federation/assess.ts';
import { sha256 } from '../../../src/federation/sha256-node.ts';
import { SYNC_CHECKS } from '../../../src/federation/sync-checks.ts';
import type { OwnRegistry, SyncContext } from '../../../src/federation/sync-context.ts';
import type { Settings } from '../../../src/setup/settings-text.ts';
import { FetchError } from '../fetch-error.ts';
import { fetchSnapshot } from '../sync/fetch-snapshot.ts';
import { openMirrored } from '../sync/mirrored-host.ts';
import type { SourceHost } from '../sync/source-host.ts';
import { FAULTS, type SyncSourceOptions } from '../sync/sync-source.ts';

/** How another copy stands to what is here. */
export interface CopyAnswer {
  /** The day of its state. */
  readonly asOf: string;
  readonly license: string;
  /** Zones that it does not say it writes. */
  readonly unclaimed: readonly string[];
  /** Records and tombstones that stand here, as `kind:id`, and that it does not have. */
  readonly lacking: readonly string[];
  /** Those that it has, and that are not here or not as they are there. */
  readonly ahead: readonly string[];
}

/**
 * Asks the copy that a source names, and changes nothing: whether it is there and the one that is meant, and what the next synchronization
 * would bring. A text says why it is not, or cannot be asked.
 */
export async function askCopy(
  context: Omit<SyncContext, 'sha256' | 'checks' | 'day'>,
  zones: readonly string[],
  { loopbackForTests, tell: _, ...bounds }: SyncSourceOptions = {},
): Promise<CopyAnswer | string> {
  const { source } = context;
  let host: SourceHost | undefined;
  try {
    host = await openMirrored(source, bounds, loopbackForTests);
    return await answerOf({ ...context, sha256, checks: SYNC_CHECKS, day: ANY_DAY }, zones, host);
  } catch (error) {
    if (error instanceof FetchError) return error.message;
    throw error;
  } finally {
    host?.close();
  }
}

/** The day only counts for how long something has been absent, which is not asked here. */
const ANY_DAY = '2000-01-01';

async function answerOf(
  context: SyncContext,
  zones: readonly string[],
  host: SourceHost,
): Promise<CopyAnswer | string> {
  const snapshot = await fetchSnapshot(context, host, undefined);
  if ('unchanged' in snapshot) return 'It says that nothing has changed, and was not asked that.';
  if ('fault' in snapshot) {
    const { fault, found, expected } = snapshot;
    const hint = fault === 'id' && `If that is the copy that you mean: --source-id ${found}.`;
    return [FAULTS[fault], found && `Found: ${found}.`, expected && `Expected: ${expected}.`, hint]
      .filter(Boolean)
      .join(' ');
  }
  const { descriptor, index } = snapshot;
  const assessed = assess(context, snapshot).filter(({ key }) => zones.includes(zoneOfKey(key)));
  const shown = new Set([...index.rows, ...index.tombstones].map(({ kind, id }) => `${kind}:${id}`));
  const known = Object.keys({ ...context.lock?.records, ...context.lock?.tombstones });
  const isChange = ({ step }: (typeof assessed)[number]) => ['add', 'change', 'bury'].includes(step);
  return {
    asOf: descriptor.asOf,
    license: descriptor.metadataLicense,
    unclaimed: zones.filter((zone) => !SYNC_CHECKS.isWrittenBy(zone, descriptor)),
    lacking: known.filter((key) => zones.includes(zoneOfKey(key)) && !shown.has(key)).toSorted(),
    ahead: assessed.filter(isChange).map(({ key }) => key),
  };
}

/** What this copy is and has, with other settings. */
export function withSettings(own: OwnRegistry, { config, federation }: Settings): OwnRegistry {
  const { delegations = {}, sources = [] } = federation;
  return { ...own, zones: config.zones, delegations, sources };
}
