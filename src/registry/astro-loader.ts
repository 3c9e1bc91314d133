import type { Loader } from 'astro/loaders';
import { KIND_NAMES, type Kind } from '../schema/kinds.ts';
import type { Registry } from '../schema/registry.ts';
import { findRegistryRoot, type LoadedRegistry, loadRegistry } from './load-fs.ts';

let loaded: LoadedRegistry | undefined;

/** The registry that REGISTRY_ROOT names, or this repository's own; read once a process. */
export function registryOfBuild(): LoadedRegistry {
  loaded ??= loadRegistry(findRegistryRoot(process.env['REGISTRY_ROOT'] ?? 'registry'), { project: process.cwd() });
  return loaded;
}

/** A collection of Astro's content layer with the records of one kind, from the one loader of the registry. */
export function recordLoader(kind: Kind): Loader {
  return {
    name: `registry-${kind}`,
    load: ({ store }) => {
      store.clear();
      for (const record of registryOfBuild().registry.records) {
        if (record.kind !== kind) continue;
        store.set({ id: record.id, data: { ...record } });
      }
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
      const { config, federation, vocabularies, strings, tombstones } = registryOfBuild().registry;
      store.set({ id: 'registry', data: { config, federation, vocabularies, strings, tombstones } satisfies RegistryEntry });
      return Promise.resolve();
    },
  };
}

export type RegistryEntry = Pick<Registry, 'config' | 'federation' | 'vocabularies' | 'strings' | 'tombstones'>;

/** Every kind with its loader, for `content.config.ts`. */
export function recordLoaders(): Record<Kind, Loader> {
  return Object.fromEntries(KIND_NAMES.map((kind) => [kind, recordLoader(kind)])) as Record<Kind, Loader>;
}
