import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Lock, lockFile, parseLock } from '../../../src/federation/lock.ts';
import type { OwnRegistry } from '../../../src/federation/sync-context.ts';
import { roleOf } from '../../../src/registry/files.ts';
import { parseSourceFile } from '../../../src/registry/source-file.ts';
import type { Federation, RegistryConfig } from '../../../src/schema/config.ts';
import type { Overlay } from '../../../src/schema/overlay.ts';
import { recordKey } from '../../../src/schema/registry.ts';
import { UsageError } from '../exit-code.ts';
import type { RegistryFolder } from '../registry-folder.ts';
import { recordText } from '../write-records.ts';
import { type SeenFiles, seeFiles } from './seen-files.ts';

const utf8 = new TextEncoder();

/** The files that say what is taken from whom. */
export const SETTINGS = ['registry.yaml', 'federation.yaml'] as const;

/** What this copy is and has, as synchronization sees it: its settings, and of its records what is asked for. */
export function ownRegistry(folder: RegistryFolder, files: SeenFiles = seeFiles(folder.root)): OwnRegistry {
  const { zones } = settings(folder, files, 'registry.yaml') as RegistryConfig;
  const { delegations = {}, sources = [] } = settings(folder, files, 'federation.yaml') as Federation;
  const { root } = folder;
  return {
    zones,
    delegations,
    sources,
    files,
    overlays: overlaysOf(root),
  };
}

/** The lock of a source. `undefined`: there is none yet; `unsound`: there is one, and it cannot be read. */
export function lockOf(files: OwnRegistry['files'], source: string): Lock | 'unsound' | undefined {
  const text = files.get(lockFile(source));
  if (text === undefined && !files.has(lockFile(source))) return undefined;
  const lock = parseLock(text ?? '');
  return lock?.source === source ? lock : 'unsound';
}

function settings({ shown }: RegistryFolder, files: SeenFiles, file: (typeof SETTINGS)[number]): unknown {
  const text = files.get(file);
  const data = text === undefined ? undefined : parseSourceFile(file, utf8.encode(text)).parsed.data;
  if (data === undefined)
    throw new UsageError(`${shown}/${file} is not there or not sound: run validate, and mend it.`);
  return data;
}

/** By `kind:id`; what is no sound overlay is none, and `validate` says so. */
function overlaysOf(root: string): ReadonlyMap<string, Overlay> {
  const folder = join(root, 'overlays');
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.flatMap(({ parentPath, name }) => {
      const file = join(parentPath, name)
        .slice(root.length + 1)
        .replaceAll('\\', '/');
      const role = roleOf(file);
      const text = role.type === 'overlay' ? recordText(root, file) : undefined;
      if (role.type !== 'overlay' || text === undefined) return [];
      const { data } = parseSourceFile(file, utf8.encode(text)).parsed;
      return data === undefined ? [] : [[recordKey(role.kind, role.id), data as Overlay] as const];
    }),
  );
}
