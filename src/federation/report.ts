import type { StaleField } from '../registry/overlay/overlay.ts';

/** What one synchronization of one source comes to; records as `kind:id`, in order. */
export interface SyncReport {
  readonly source: string;
  readonly sequence: number;
  readonly asOf: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Tombstones that took the place of a record. */
  readonly removed: readonly string[];
  /** Records whose new id was taken: the new record names the old id. */
  readonly moved: readonly string[];
  /** Records that the settings let in no more. */
  readonly filtered: readonly string[];
  /** Tombstones of records that never stood here. */
  readonly buried: readonly string[];
  readonly unchanged: number;
  /** Not taken because a later program wrote them; what stands here stays. */
  readonly quarantined: readonly Excepted[];
  /** Not taken because something is wrong with them; what stands here stays. */
  readonly refused: readonly Excepted[];
  /** Changed or gone there, and edited here: what stands here stays. An overlay is the place for it. */
  readonly edited: readonly string[];
  /** Shown no more, without a tombstone. */
  readonly absent: readonly string[];
  /** Absent for so long that a person should ask. */
  readonly orphaned: readonly string[];
  /** Overlays on fields that the source has changed since. */
  readonly stale: readonly { readonly key: string; readonly fields: readonly StaleField[] }[];
  /** Rows of zones that are not taken from this source, or not its own. */
  readonly ignored: number;
}

export interface Excepted {
  readonly key: string;
  readonly reason: string;
}
