import type { Federation, RegistryConfig } from '../schema/config.ts';
import type { Overlay } from '../schema/overlay.ts';
import type { Lock } from './lock.ts';
import type { Descriptor, Index, Sha256 } from './protocol.ts';
import type { SyncChecks } from './sync-checks.ts';

/** A copy that records are taken from, as `federation.yaml` names it. */
export type Source = NonNullable<Federation['sources']>[number];

/** What this copy is and has. Only its own zones and those of the source are looked at: so the order of sources changes nothing. */
export interface OwnRegistry {
  readonly zones: RegistryConfig['zones'];
  readonly delegations: NonNullable<Federation['delegations']>;
  readonly sources: readonly Source[];
  /** Texts of the files of records and tombstones, by path inside the registry folder. */
  readonly files: Pick<ReadonlyMap<string, string>, 'get' | 'has'>;
  /** By `kind:id`. */
  readonly overlays: ReadonlyMap<string, Overlay>;
}

/** All that a plan depends on besides what the source shows. */
export interface SyncContext {
  readonly source: Source;
  readonly own: OwnRegistry;
  /** What was taken before; `undefined` for a source that is new. */
  readonly lock: Lock | undefined;
  /** The day, `2026-11-23`: absence is counted in days. */
  readonly day: string;
  readonly sha256: Sha256;
  /** `SYNC_CHECKS`; a test puts broken ones here, to see that it notices. */
  readonly checks: SyncChecks;
}

/** A state of the source whose descriptor and index were checked: `verifyDescriptor` and `verifyIndex` make it. */
export interface Snapshot {
  readonly descriptor: Descriptor;
  readonly index: Index;
  readonly etag?: string | undefined;
}

/** Why nothing is taken from a source this time. */
export const SYNC_FAULTS = [
  'descriptor',
  'protocol',
  'id',
  'license',
  'rollback',
  'equivocation',
  'fast-forward',
  'mirror',
  'limits',
  'index',
  'resurrection',
  'incomplete',
  'record',
] as const;

export interface SyncFault {
  readonly fault: (typeof SYNC_FAULTS)[number];
  readonly found?: string;
  readonly expected?: string;
}
