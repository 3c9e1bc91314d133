import { zoneOfKey } from './assess.ts';
import type { Lock } from './lock.ts';

/** A lock without what it says of some zones: they are taken from another source, or from none. */
export function lockWithout(lock: Lock, zones: readonly string[]): Lock {
  return filtered(lock, (zone) => !zones.includes(zone));
}

/**
 * A lock that goes on with what others know of some zones: what was taken, and which tombstones were seen. What they do not show, or show and
 * cannot be read, was theirs to say.
 */
export function lockWith(lock: Lock, known: Pick<Lock, 'records' | 'tombstones'>): Lock {
  return {
    ...lock,
    records: { ...lock.records, ...known.records },
    tombstones: { ...lock.tombstones, ...known.tombstones },
  };
}

/** What a lock says of some zones, and of no other. */
export function lockOnly(lock: Lock, zones: readonly string[]): Lock {
  return filtered(lock, (zone) => zones.includes(zone));
}

function filtered(lock: Lock, isKept: (zone: string) => boolean): Lock {
  const kept = <T>(entries: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(entries).filter(([key]) => isKept(zoneOfKey(key))));
  const { records, tombstones, quarantined, absent } = lock;
  return {
    ...lock,
    records: kept(records),
    tombstones: kept(tombstones),
    quarantined: kept(quarantined),
    absent: kept(absent),
  };
}
