import { z } from 'zod';
import { day, httpsUrl, localized, schemaVersion, slug, zone } from './primitives.ts';
import { line } from './text.ts';

/** Above what 20,000 records come to. */
export const MAX_LOCK_BYTES = 8 * 1024 * 1024;

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
  snapshot: z
    .strictObject({
      sequence: z.int().nonnegative(),
      index: sha256,
      asOf: day,
      license: line(60),
      /** The copy says that it has ended. */
      ended: z.strictObject({ on: day, successor: httpsUrl.optional() }).optional(),
      /** Zones taken from the copy that it says another one writes now, with the address. */
      given: z.record(zone, httpsUrl).optional(),
      /** Zones that the settings take from the copy, and that it does not say it writes: nothing comes of them. */
      unclaimed: z.array(zone).min(1).optional(),
    })
    .optional(),
  /** How the copy calls itself, and the page where its records are corrected, as it said then. */
  copy: z.strictObject({ name: localized(line(80)).optional(), contribute: httpsUrl.optional() }).optional(),
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
