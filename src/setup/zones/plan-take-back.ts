import { parts, placeOf } from '../../federation/assess.ts';
import { lockOnly, lockWithout } from '../../federation/hand-over-lock.ts';
import type { Lock } from '../../federation/lock.ts';
import type { Sha256 } from '../../federation/protocol.ts';
import type { Source } from '../../federation/sync-context.ts';
import { editRecord } from '../../registry/change/edit-record.ts';
import { contentOf, fileHash } from '../../registry/content-hash.ts';
import { applyOverlay, overlayFile, staleFields } from '../../registry/overlay/overlay.ts';
import { sharedIdentity } from '../../registry/shared-kinds.ts';
import { zoneProblem } from '../../rules/zone-authority.ts';
import { isZone } from '../../rules/zones.ts';
import type { Federation } from '../../schema/config.ts';
import type { Kind } from '../../schema/kinds.ts';
import { recordFile, splitId } from '../../schema/registry.ts';
import { isTombstone } from '../../schema/tombstone.ts';
import { type Settings, settingsFiles, withSources } from '../settings-text.ts';
import { lockFiles } from './plan-delegation.ts';
import {
  filesOf,
  letsInAll,
  sourceOf,
  without,
  type ZoneFiles,
  type ZoneProblem,
  type ZoneState,
} from './zone-state.ts';

export interface TakeBackRequest {
  readonly zones: readonly string[];
  /** Go on from what stands here, though not all of the other copy's could be taken. */
  readonly asIs?: boolean | undefined;
}

export type TakeBackProblem = ZoneProblem<
  | 'no-zone'
  /** It is written here already. */
  | 'ours'
  /** Nothing of it was ever taken from anywhere: it would begin empty. */
  | 'empty'
  /** The settings of its source let in only part of it. */
  | 'partial'
  /** The other copy shows records that were not taken. */
  | 'not-taken'
  /** Tombstones were seen and have no file here: what is gone could come back under its old id. */
  | 'unburied'
  /** Records were taken, and their files are gone. */
  | 'missing'
  /** A file could not be edited. */
  | 'unsound'
>;

export interface TakeBackPlan {
  readonly files: ZoneFiles;
  readonly settings: Settings;
  readonly counts: { readonly records: number; readonly tombstones: number };
  /** From which state of which copy the records are. */
  readonly from: readonly { readonly source: Source; readonly snapshot?: Lock['snapshot'] }[];
  /** Records, as `kind:id`, that were edited here and stay so. */
  readonly edited: readonly string[];
  /** Records that the other copy did not show any more, and that stay. */
  readonly absent: readonly string[];
  /** Overlays that become part of their record. */
  readonly merged: readonly string[];
  /** Those of them that the other copy has changed since under the overlay. */
  readonly stale: readonly string[];
  /** Overlays without a living record: they stay as they are. */
  readonly kept: readonly string[];
  /** What is left out, where nobody minds. */
  readonly lacking: readonly TakeBackProblem[];
}

/**
 * The files that make zones this copy's own: those that it gave away and takes back, or those that another copy gives to it. Everything that
 * stands here of them becomes own as it stands, local edits and tombstones included; overlays are written into their records. Pure: it needs
 * nothing of the other copy, which may be gone.
 */
export function planTakeBack(
  state: ZoneState,
  { zones, asIs = false }: TakeBackRequest,
  sha256: Sha256,
): TakeBackPlan | TakeBackProblem {
  for (const zone of zones) {
    if (!isZone(zone)) return { problem: 'no-zone', zone };
    if (zoneProblem(state, zone) === undefined) return { problem: 'ours', zone };
  }
  const lacking = zones.flatMap((zone) => lackingOf(state, zone));
  if (lacking[0] !== undefined && !asIs) return lacking[0];
  const settings = settingsAfter(state, zones);
  const texts = settingsFiles(state.textOf, settings);
  const overlays = writtenIn(state, zones, sha256);
  if (texts === undefined) return { problem: 'unsound' };
  if ('problem' in overlays) return overlays;
  const sources = (state.federation.sources ?? []).filter((each) =>
    zones.some((zone) => sourceOf(state, zone)?.id === each.id),
  );
  const locks = sources.flatMap(({ id }) => state.lockOf(id) ?? []);
  const known = locks.map((lock) => lockOnly(lock, zones));
  const left = new Map(locks.map((lock) => [lock.source, lockWithout(lock, zones)] as const));
  const standing = [...filesOf(state, zones)];
  const tombstones = standing.filter(([file, text]) => isTombstoneFile(file, text)).length;
  return {
    // The settings last: whoever stops the program before them does it again.
    files: new Map([...overlays.files, ...lockFiles(state, left, settings), ...[...texts].toReversed()]),
    settings,
    counts: { records: standing.length - tombstones, tombstones },
    from: sources.map((source) => {
      const snapshot = state.lockOf(source.id)?.snapshot;
      return { source, ...(snapshot === undefined ? {} : { snapshot }) };
    }),
    edited: known.flatMap((lock) => editedOf(state, lock, sha256)).toSorted(),
    absent: known.flatMap((lock) => Object.keys(lock.absent)).toSorted(),
    merged: overlays.merged,
    stale: overlays.stale,
    kept: overlays.kept,
    lacking,
  };
}

function isTombstoneFile(file: string, text: string): boolean {
  const shared = sharedIdentity(file);
  const data = shared === undefined ? undefined : contentOf(shared.kind, text)?.data;
  return data !== undefined && isTombstone(data);
}

/** What of a zone is not here, as far as one can tell. */
function lackingOf(state: ZoneState, zone: string): TakeBackProblem[] {
  const { records } = state;
  const source = sourceOf(state, zone);
  if (source === undefined && filesOf(state, [zone]).size === 0) return [{ problem: 'empty', zone }];
  const whole = source === undefined ? undefined : state.lockOf(source.id);
  const lock = whole === undefined ? undefined : lockOnly(whole, [zone]);
  const withoutFile = (keys: Readonly<Record<string, unknown>>) =>
    Object.keys(keys).filter((key) => {
      const place = placeOf(parts(key));
      return place === undefined || !records.has(place.file);
    });
  const lists: readonly [TakeBackProblem['problem'], readonly string[]][] = [
    ['partial', source === undefined || letsInAll(source, zone) ? [] : [source.id]],
    ['not-taken', Object.keys(lock?.quarantined ?? {})],
    ['unburied', withoutFile(lock?.tombstones ?? {})],
    ['missing', withoutFile(lock?.records ?? {})],
  ];
  return lists.flatMap(([problem, found]) => (found.length === 0 ? [] : [{ problem, zone, found }]));
}

function settingsAfter({ config, federation }: ZoneState, zones: readonly string[]): Settings {
  const delegations = Object.entries(federation.delegations ?? {}).filter(([zone]) => !zones.includes(zone));
  const sources = (federation.sources ?? []).flatMap((source) => without(source, zones) ?? []);
  return {
    config: config.zones === '*' ? config : { ...config, zones: [...config.zones, ...zones] },
    federation: withSources(federation, Object.fromEntries(delegations) as Federation['delegations'] & {}, sources),
  };
}

function editedOf({ records }: ZoneState, lock: Lock, sha256: Sha256): string[] {
  return Object.entries(lock.records).flatMap(([key, hash]) => {
    const place = placeOf(parts(key));
    const text = place === undefined ? undefined : records.get(place.file);
    if (place === undefined || text === undefined) return [];
    return fileHash(place.kind, place.id, text, sha256) === hash ? [] : [key];
  });
}

type Written = Pick<TakeBackPlan, 'files' | 'merged' | 'stale' | 'kept'>;

/** What this copy said otherwise of these records, written into them: they are its own now. */
function writtenIn(state: ZoneState, zones: readonly string[], sha256: Sha256): Written | TakeBackProblem {
  const files = new Map<string, string | undefined>();
  const [merged, stale, kept]: string[][] = [[], [], []];
  for (const [key, overlay] of [...state.overlays].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const { kind, id } = parts(key) as { kind: Kind; id: string };
    if (!zones.includes(splitId(id).zone)) continue;
    const file = recordFile(kind, id);
    const text = state.records.get(file);
    const data = text === undefined ? undefined : contentOf(kind, text)?.data;
    if (text === undefined || (data !== undefined && isTombstone(data))) {
      kept?.push(key);
      continue;
    }
    const edited = data === undefined ? undefined : editRecord(kind, text, applyOverlay(data, overlay));
    if (edited === undefined || data === undefined) return { problem: 'unsound', found: [file] };
    if (edited !== text) files.set(file, edited);
    files.set(overlayFile(kind, id), undefined);
    merged?.push(key);
    if (staleFields(overlay, data, sha256).length > 0) stale?.push(key);
  }
  return { files, merged: merged ?? [], stale: stale ?? [], kept: kept ?? [] };
}
