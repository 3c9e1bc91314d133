import type { Loader } from 'astro/loaders';
import { type Registry, recordKey } from '../schema/registry.ts';
import { findRegistryRoot, type LoadedRegistry, loadRegistry } from './load-fs.ts';

let loaded: LoadedRegistry | undefined;

/** The registry that REGISTRY_ROOT names, or this repository's own; read once a process. */
export function registryOfBuild(): LoadedRegistry {
  loaded ??= loadRegistry(findRegistryRoot(process.env['REGISTRY_ROOT'] || 'registry'), { project: process.cwd() });
  return loaded;
}

/** The collection of all records, from the one loader of the registry. */
export function recordLoader(): Loader {
  return {
    name: 'registry-records',
    load: ({ store }) => {
      store.clear();
      for (const record of registryOfBuild().registry.records)
        store.set({ id: recordKey(record.kind, record.id), data: { ...record } });
      return Promise.resolve();
    },
  };
}

/** A collection whose one entry holds everything of the registry that is no live record. */
export function registryLoader(): Loader {
  return {
    name: 'registry',
    load: ({ store }) => {
      store.clear();
      const { config, federation, vocabularies, strings, changes, tombstones, records } = registryOfBuild().registry;
      store.set({
        id: 'registry',
        data: {
          config,
          federation,
          vocabularies,
          strings,
          changes,
          tombstones,
          count: records.length,
        } satisfies RegistryEntry,
      });
      return Promise.resolve();
    },
  };
}

export interface RegistryEntry
  extends Pick<Registry, 'config' | 'federation' | 'vocabularies' | 'strings' | 'changes' | 'tombstones'> {
  /** Number of records: Astro warns of asking an empty collection. */
  readonly count: number;
}
