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

const utf8 = new TextEncoder();

/** What this copy is and has, as synchronization sees it: its settings, and of its records what is asked for. */
export function ownRegistry(folder: RegistryFolder): OwnRegistry {
  const { zones } = settings(folder, 'registry.yaml') as RegistryConfig;
  const { delegations = {}, sources = [] } = settings(folder, 'federation.yaml') as Federation;
  const { root } = folder;
  return {
    zones,
    delegations,
    sources,
    files: { has: (file) => isFile(join(root, file)), get: (file) => recordText(root, file) },
    overlays: overlaysOf(root),
  };
}

/** The lock of a source. `undefined`: there is none yet; `unsound`: there is one, and it cannot be read. */
export function lockOf(root: string, source: string): Lock | 'unsound' | undefined {
  if (lstatSync(join(root, lockFile(source)), { throwIfNoEntry: false }) === undefined) return undefined;
  const lock = parseLock(recordText(root, lockFile(source)) ?? '');
  return lock?.source === source ? lock : 'unsound';
}

function settings({ root, shown }: RegistryFolder, file: string): unknown {
  const text = recordText(root, file);
  const data = text === undefined ? undefined : parseSourceFile(file, utf8.encode(text)).parsed.data;
  if (data === undefined)
    throw new UsageError(`${shown}/${file} is not there or not sound: run validate, and mend it.`);
  return data;
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
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
