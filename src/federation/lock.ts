import { canonicalJson } from '../registry/canonical-json.ts';
import { type Lock, lockSchema } from '../schema/lock.ts';
import type { Sha256 } from './protocol.ts';

export type { Lock };

/** The path of a source's lock inside the registry folder. */
export function lockFile(source: string): string {
  return `federation.lock/${source}.json`;
}

/** The lock of a source of which nothing was taken yet. */
export function emptyLock(source: string): Lock {
  return { schemaVersion: 1, source, records: {}, tombstones: {}, quarantined: {}, absent: {} };
}

/** A lock from its text; `undefined` where it is none: then nothing may be taken, for nothing tells what was known. */
export function parseLock(text: string): Lock | undefined {
  try {
    return lockSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // No JSON.
    return undefined;
  }
}

/** The text of a lock: one line a record, in order, so that two versions compare well. The same bytes for the same lock. */
export function formatLock(lock: Lock): string {
  // The canonical text has its keys in order, and none of ours is a whole number: it comes back in that order.
  const { schemaVersion, source, snapshot, copy, settings, etag, ...maps } = lock;
  const sorted = JSON.parse(canonicalJson(maps)) as typeof maps;
  const { records, tombstones, quarantined, absent } = sorted;
  const inOrder = { schemaVersion, source, snapshot, copy, settings, etag, records, tombstones, quarantined, absent };
  return `${JSON.stringify(inOrder, null, 2)}\n`;
}

/** Anything of which a change means that an unchanged copy must be read again. */
export function settingsHash(settings: unknown, sha256: Sha256): string {
  return sha256(new TextEncoder().encode(canonicalJson(settings)));
}
