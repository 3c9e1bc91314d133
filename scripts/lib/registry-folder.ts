import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { type Drafts, findRegistryRoot, type LoadedRegistry, loadRegistry } from '../../src/registry/load-fs.ts';
import { UsageError } from './exit-code.ts';
import { progressOn } from './progress.ts';

/** The program's own folder. */
export const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** What every command knows of the registry it works on. */
export interface RegistryFolder {
  readonly root: string;
  /** The folder as messages name it. */
  readonly shown: string;
  /** It is the one that is worked on where none is named. */
  readonly isDefault: boolean;
}

/** The folder that `--root` names, or else the environment variable REGISTRY_ROOT, or else this repository's own. */
export function registryFolder(command: Command): RegistryFolder {
  const { root: stated } = command.optsWithGlobals() as { root?: string };
  // As from an unset variable: any other folder would be the wrong one.
  if (stated === '') throw new UsageError('--root is empty. Name a folder, or leave the option out.');
  const given = stated ?? (process.env['REGISTRY_ROOT'] || resolve(PROJECT, 'registry'));
  const root = findRegistryRoot(given);
  const near = relative(process.cwd(), root);
  const isDefault = root === resolve(PROJECT, 'registry');
  return { root, shown: near === '' ? '.' : near.startsWith('..') ? root : near, isDefault };
}

/** The registry as it stands, or as it would with what a command means to write. */
export function load(folder: RegistryFolder, instead?: Drafts): LoadedRegistry {
  const progress = progressOn(process.stderr);
  const loaded = loadRegistry(folder.root, {
    project: PROJECT,
    ...(instead === undefined ? {} : { instead }),
    onFile: (read, total) => progress.tell(`reading ${read} of ${total} files`),
  });
  progress.done();
  return loaded;
}
