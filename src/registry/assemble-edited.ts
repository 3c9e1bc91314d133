import { othersZones } from '../rules/others.ts';
import { takesZone } from '../rules/taken-zones.ts';
import type { Lock } from '../schema/lock.ts';
import { type EditedRecord, type Registry, recordKey } from '../schema/registry.ts';
import type { SourceFile } from './assemble.ts';

/** Files that are another copy’s and not as its lock says, which was taken from there. What was never taken at all has no lock to say it. */
export function editedFrom(
  files: readonly SourceFile[],
  settings: Pick<Registry, 'config' | 'federation'>,
): EditedRecord[] {
  const { federation } = settings;
  const isOthers = othersZones(settings);
  const locks = files.flatMap(({ role, parsed }) =>
    role.type === 'lock' && parsed.data !== undefined ? [parsed.data as Lock] : [],
  );
  return (federation.sources ?? []).flatMap((source) => {
    const lock = locks.find((each) => each.source === source.id);
    if (lock === undefined) return [];
    const { id, url } = source;
    return files.flatMap(({ file, role, parsed }): EditedRecord[] => {
      if (role.type !== 'record' && role.type !== 'vocabulary') return [];
      if (!takesZone(federation, source, role.zone) || !isOthers(role.zone)) return [];
      const how = difference(lock, recordKey(role.kind, role.id), parsed.hash);
      return how === undefined ? [] : [{ file, kind: role.kind, id: role.id, how, source: { id, url } }];
    });
  });
}

/** A file whose hash nobody took cannot be told from what it should be. */
function difference(lock: Lock, key: string, hash: string | undefined): EditedRecord['how'] | undefined {
  const taken = lock.records[key] ?? lock.tombstones[key];
  if (taken === undefined) return lock.snapshot === undefined ? undefined : 'added';
  return hash === undefined || hash === taken ? undefined : 'changed';
}
