import { z } from 'zod';
import { canonicalJson } from '../registry/canonical-json.ts';
import { day, schemaVersion, slug } from '../schema/primitives.ts';
import { line } from '../schema/text.ts';
import type { Sha256 } from './protocol.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** `kind:zone/slug`; the kind may be one that this program does not know. */
const key = z
  .string()
  .max(120)
  .regex(/^[a-z]+(?:-[a-z]+)*:[a-z0-9-]+\/[a-z0-9-]+$/);

/**
 * `federation.lock/<source>.json`: what was taken from a copy, at which hash. Written by synchronization alone; what stands in it is the base
 * against which a local edit, a rollback or a resurrection is told.
 */
export const lockSchema = z.strictObject({
  schemaVersion,
  /** Id of the copy, as its descriptor says it. */
  source: slug,
  /** The last state that was taken; absent where the lock was begun from files that stood here already. */
  snapshot: z.strictObject({ sequence: z.int().nonnegative(), index: sha256, asOf: day, license: line(60) }).optional(),
  /** Hash of the settings here under which it was taken: with others, an unchanged copy must be looked at again. */
  settings: sha256.optional(),
  /** HTTP's tag of the descriptor. */
  etag: z
    .string()
    .max(200)
    .regex(/^(?:W\/)?"[\x21\x23-\x7e]*"$/)
    .optional(),
  /** Records taken, with the hash of what stands here. */
  records: z.record(key, sha256),
  /** Every tombstone that the copy ever showed in its zones: none of them may live again. */
  tombstones: z.record(key, sha256),
  /** What the copy shows now and is not taken, with why; of a record that was taken before, the last good state stays. */
  quarantined: z.record(key, z.strictObject({ hash: sha256, reason: line(80) })),
  /** Records that the copy shows no more, without a tombstone: for how many snapshots, and since which day. */
  absent: z.record(key, z.strictObject({ snapshots: z.int().positive(), since: day })),
});
export type Lock = z.infer<typeof lockSchema>;

/** The path of a source's lock inside the registry folder. */
export function lockFile(source: string): string {
  return `federation.lock/${source}.json`;
}

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
  const { schemaVersion, source, snapshot, settings, etag, ...maps } = lock;
  const sorted = JSON.parse(canonicalJson(maps)) as typeof maps;
  const { records, tombstones, quarantined, absent } = sorted;
  const inOrder = { schemaVersion, source, snapshot, settings, etag, records, tombstones, quarantined, absent };
  return `${JSON.stringify(inOrder, null, 2)}\n`;
}

/** Anything of which a change means that an unchanged copy must be read again. */
export function settingsHash(settings: unknown, sha256: Sha256): string {
  return sha256(new TextEncoder().encode(canonicalJson(settings)));
}
