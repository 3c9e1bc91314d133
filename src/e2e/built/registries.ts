import { loadRegistry } from '../../registry/load-fs.ts';
import type { AnyRecord, Registry } from '../../schema/registry.ts';
import { builtSite } from './pages.ts';

/** The registry that a test site is built from. */
export function registryOf(name: string): Registry {
  const { registry } = builtSite(name);
  if (registry === undefined) throw new Error(`The site “${name}” is built from no registry.`);
  return loadRegistry(registry).registry;
}

/** Kinds of record that have pages, with the folder of their pages. */
export const PAGED = { project: 'projects', organization: 'organizations', standard: 'standards' } as const;

export type PagedRecord = Extract<AnyRecord, { kind: keyof typeof PAGED }>;

export function pagedRecords({ records }: Registry): readonly PagedRecord[] {
  return records.filter((record): record is PagedRecord => record.kind in PAGED);
}
