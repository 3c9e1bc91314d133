import { beginLock } from '../federation/begin-lock.ts';
import { formatLock, lockFile, parseLock } from '../federation/lock.ts';
import type { Sha256 } from '../federation/protocol.ts';
import type { Source } from '../federation/sync-context.ts';
import { isTakenZone, takesZone } from '../rules/taken-zones.ts';
import { zoneProblem } from '../rules/zone-authority.ts';
import { type Registry, splitId } from '../schema/registry.ts';
import { SHARED_ZONE } from '../schema/vocabulary.ts';

type TextOf = (file: string) => string | undefined;
type Files = ReadonlyMap<string, string | undefined>;

/**
 * What a new copy needs besides its settings and records, so that it can take from others: for each source a lock that begins with what stands
 * here; and no words of other zones for records that went.
 * @param registry as it will be
 */
export function planTaken(registry: Registry, textOf: TextOf, sha256: Sha256): Files {
  const { federation, vocabularyFiles } = registry;
  const idle = vocabularyFiles.filter(
    ({ zone }) => zone !== SHARED_ZONE && zoneProblem(registry, zone) !== undefined && !isTakenZone(federation, zone),
  );
  const locks = (federation.sources ?? []).map((source) => [lockFile(source.id), source] as const);
  return new Map<string, string | undefined>([
    ...idle.map(({ file }) => [file, undefined] as const),
    ...locks.flatMap(([file, source]) => {
      const text = lockText(registry, source, textOf, sha256);
      return text === undefined || text === textOf(file) ? [] : [[file, text] as const];
    }),
  ]);
}

/** `undefined` where there is a lock that cannot be read: validation tells it. */
function lockText(registry: Registry, source: Source, textOf: TextOf, sha256: Sha256): string | undefined {
  const { federation, records, tombstones, vocabularyFiles } = registry;
  const known = textOf(lockFile(source.id));
  const before = known === undefined ? undefined : parseLock(known);
  if (known !== undefined && before === undefined) return undefined;
  const taken = [...records, ...tombstones, ...vocabularyFiles].filter(({ id }) => {
    const { zone } = splitId(id);
    return takesZone(federation, source, zone) && zoneProblem(registry, zone) !== undefined;
  });
  const texts = taken.flatMap(({ file }): [string, string][] => {
    const text = textOf(file);
    return text === undefined ? [] : [[file, text]];
  });
  return formatLock(beginLock(source, texts, sha256, before));
}

/** The shared vocabularies that the program brings, for a folder that has none: without them no record can be written. */
export function sharedVocabularies(
  registry: Pick<Registry, 'vocabularyFiles'>,
  shipped: Pick<Registry, 'vocabularyFiles'>,
  textOf: TextOf,
): Files {
  if (registry.vocabularyFiles.length > 0) return new Map();
  const shared = shipped.vocabularyFiles.filter(({ zone }) => zone === SHARED_ZONE);
  return new Map(shared.map(({ file }) => [file, textOf(file)]));
}
