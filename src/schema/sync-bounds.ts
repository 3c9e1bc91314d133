const KIB = 1024;
const MIB = 1024 * KIB;

/**
 * Bounds of what is taken from one copy, in bytes where not said otherwise; the source is the design of the federation (“Bounds”). A record
 * may have 32 KiB as a file, too (`MAX_FILE_BYTES`). A source’s `limits` may be lower, never higher.
 */
export const SYNC_BOUNDS = {
  indexBytes: 8 * MIB,
  recordBytes: 32 * KIB,
  /** Live records and tombstones together, each a row. */
  records: 20_000,
  /** Everything that one synchronization of one copy may read. */
  totalBytes: 256 * MIB,
} as const;
