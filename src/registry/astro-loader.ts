import type { Loader } from 'astro/loaders';
import type { Finding } from '../rules/rule.ts';
import { type Registry, recordKey } from '../schema/registry.ts';
import { type Advice, adviceOf } from './advice.ts';
import { findingsOf, findRegistryRoot, type LoadedRegistry, loadRegistry } from './load-fs.ts';
import { sourceCommit } from './source-commit-git.ts';

interface BuildRegistry {
  readonly loaded: LoadedRegistry;
  findings?: readonly Finding[];
}

/** Astro loads this module anew for its configuration and for its content, in one process: what one has read and checked is there for all. */
const BUILD = Symbol.for('public-square.registry-of-build');
const shared = globalThis as { [BUILD]?: BuildRegistry };

function build(): BuildRegistry {
  shared[BUILD] ??= {
    loaded: loadRegistry(findRegistryRoot(process.env['REGISTRY_ROOT'] || 'registry'), { project: process.cwd() }),
  };
  return shared[BUILD];
}

/** The registry that REGISTRY_ROOT names, or this repository's own; read once a process. */
export function registryOfBuild(): LoadedRegistry {
  return build().loaded;
}

/** What the rules find in it on the day of the commit that is built; checked once a process. */
export function findingsOfBuild(): readonly Finding[] {
  const known = build();
  known.findings ??= findingsOf(known.loaded, sourceCommit().date);
  return known.findings;
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
      const { records, drafts: _, known: __, ...rest } = registryOfBuild().registry;
      store.set({
        id: 'registry',
        data: {
          ...rest,
          count: records.length,
          findings: adviceOf(findingsOfBuild()),
        } satisfies RegistryEntry,
      });
      return Promise.resolve();
    },
  };
}

export interface RegistryEntry extends Omit<Registry, 'records' | 'drafts' | 'known'> {
  /** Number of records: Astro warns of asking an empty collection. */
  readonly count: number;
  readonly findings: readonly Advice[];
}
