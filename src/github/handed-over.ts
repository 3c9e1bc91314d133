import { lockFile } from '../federation/lock.ts';
import { SYNC_CHECKS } from '../federation/sync-checks.ts';
import type { OwnRegistry } from '../federation/sync-context.ts';
import type { Settings } from './pull-request-settings.ts';
import {
  claimed,
  faultOf,
  forgotten,
  lockIn,
  lockOf,
  refused,
  stateFaults,
  type TakenFiles,
  type TakenInput,
  type TakenLock,
  type Touched,
} from './taken-lock.ts';

/** The pull request says who writes which zone: it is for a person to merge, and what it does to the lock follows from that. */
export function isHandedOver(id: string, own: Settings, next: Settings): boolean {
  const zonesOf = ({ zones, delegations, sources }: Settings) =>
    JSON.stringify([zones, delegations, sources.find((source) => source.id === id)?.zones]);
  return zonesOf(own) !== zonesOf(next);
}

/**
 * The lock of a source where zones change hands. It may lose what is taken from the source no more, and claim what stands in the target’s
 * branch as it stands, or as another lock there has it. Records are not its to bear out.
 */
export function handedOver(
  id: string,
  { own, next }: { readonly own: Settings; readonly next: Settings },
  touched: Touched,
  input: TakenInput,
): TakenFiles {
  const file = lockFile(id);
  const source = next.sources.find((each) => each.id === id);
  const after = touched.get(file)?.after;
  if (source === undefined && after === undefined) return { files: new Set([file]), findings: [] };
  const lock = lockIn(after, id);
  if (lock === undefined) return refused(faultOf({ id, file }, 'lock'));
  if (source === undefined) return refused(faultOf({ id, file }, 'source'));
  const isTaken = (zone: string) =>
    !SYNC_CHECKS.isOwnZone(zone, next) && SYNC_CHECKS.isTakenFrom(zone, source, next as OwnRegistry);
  const before = lockOf(input.textOf(file), id);
  const taken: TakenLock = { id, file, lock, before, isTaken, touched };
  const others = own.sources.flatMap((each) => lockOf(input.textOf(lockFile(each.id)), each.id) ?? []);
  const isKnown = (key: string) => others.some((other) => other.records[key] === lock.records[key]);
  const faults = [
    ...stateFaults(taken).map((code) => faultOf(taken, code)),
    ...[before, ...others].flatMap((known) =>
      forgotten({ ...taken, before: known }).map((key) => faultOf(taken, 'forgotten', key)),
    ),
    ...claimed(taken, input).flatMap((key) => (isKnown(key) ? [] : [faultOf(taken, 'absent', key)])),
  ];
  return faults.length > 0 ? refused(...faults) : { files: new Set([file]), findings: [] };
}
