import { contentHash, contentOf } from '../registry/content-hash.ts';
import { sharedIdentity } from '../registry/shared-kinds.ts';
import { recordKey } from '../schema/registry.ts';
import { isTombstone } from '../schema/tombstone.ts';
import { emptyLock, type Lock } from './lock.ts';
import type { Sha256 } from './protocol.ts';
import type { Source } from './sync-context.ts';

/**
 * The lock to begin with where records of a source stand here already: in a fork of it, or after a zone was given to it. What stands here
 * counts as taken, so that the next synchronization may change it; without a lock it would be somebody’s edit, and stay as it is.
 *
 * @param files Paths inside the registry folder, with the texts. For a source of all zones ("*"), those that are taken from it.
 * @param before Where the source has a lock already: what that says stays.
 */
export function beginLock(
  { id, zones }: Pick<Source, 'id' | 'zones'>,
  files: Iterable<readonly [file: string, text: string]>,
  sha256: Sha256,
  before: Lock = emptyLock(id),
): Lock {
  const { records, tombstones } = emptyLock(id);
  for (const [file, text] of files) {
    const shared = sharedIdentity(file);
    const content =
      shared !== undefined && (zones === '*' || zones.includes(shared.zone)) ? contentOf(shared.kind, text) : undefined;
    if (shared === undefined || content === undefined) continue;
    const hash = contentHash(shared.kind, shared.id, content, sha256);
    const kept = isTombstone(content.data) ? tombstones : records;
    if (hash !== undefined) kept[recordKey(shared.kind, shared.id)] = hash;
  }
  return {
    ...before,
    records: { ...records, ...before.records },
    tombstones: { ...tombstones, ...before.tombstones },
  };
}
