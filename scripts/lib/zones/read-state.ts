import { roleOf } from '../../../src/registry/files.ts';
import { type LoadedRegistry, locateIn } from '../../../src/registry/load-fs.ts';
import { isAtLeast } from '../../../src/rules/index.ts';
import { CONFIG_FILE, FEDERATION_FILE } from '../../../src/setup/settings-text.ts';
import type { ZoneState } from '../../../src/setup/zones/zone-state.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';
import { recordTexts } from '../record-texts.ts';
import type { RegistryFolder } from '../registry-folder.ts';
import { lockOf, ownRegistry } from '../sync/own-registry.ts';
import { seeFiles } from '../sync/seen-files.ts';
import { isUnfinished } from '../sync/write-at-once.ts';
import { recordText } from '../write-records.ts';

/**
 * What a zone changes hands from. Throws a {@link UsageError} where settings, a lock or a record of these zones cannot be read, or where a
 * synchronization was stopped while it wrote.
 */
export function readZoneState(folder: RegistryFolder, loaded: LoadedRegistry, zones: readonly string[]): ZoneState {
  if (isUnfinished(folder.root))
    throw new UsageError('A synchronization was stopped while it wrote. Run sync, which finishes it.');
  refuseFaultySettings(folder, loaded);
  const { texts, unreadable } = recordTexts(loaded);
  const unread = [...unreadable.keys()].filter((file) => isIn(file, zones));
  if (unread.length > 0) throw new UsageError(`Not UTF-8: ${visible(unread.join(', '))}. Mend it first.`);
  const { config, federation, vocabularyFiles } = loaded.registry;
  const vocabularies = vocabularyFiles.flatMap(({ file }): [string, string][] => {
    const text = recordText(folder.root, file);
    return text === undefined ? [] : [[file, text]];
  });
  return {
    config,
    federation,
    textOf: (file) => recordText(folder.root, file),
    records: new Map([...texts, ...vocabularies]),
    overlays: ownRegistry(folder).overlays,
    lockOf: (source) => {
      const lock = lockOf(seeFiles(folder.root), source);
      if (lock !== 'unsound') return lock;
      throw new UsageError(`federation.lock/${visible(source)}.json cannot be read: take it from an earlier commit.`);
    },
  };
}

/** Settings cannot be put into a file that cannot be read. */
export function refuseFaultySettings(folder: RegistryFolder, loaded: LoadedRegistry): void {
  const faults = loaded.findings.filter(
    ({ file, rule }) => [CONFIG_FILE, FEDERATION_FILE].includes(file) && isAtLeast(rule, 'error'),
  );
  const [issue] = locateIn(loaded, faults);
  if (issue === undefined) return;
  throw new UsageError(
    `${visible(`${folder.shown}/${issue.file}:${issue.line}:${issue.col} ${issue.message}`)} Mend it first; validate tells more.`,
  );
}

function isIn(file: string, zones: readonly string[]): boolean {
  const role = roleOf(file);
  return role.type === 'record' && zones.includes(role.zone);
}
