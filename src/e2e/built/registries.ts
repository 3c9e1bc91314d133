import { loadRegistry } from '../../registry/load-fs.ts';
import type { AnyRecord, Registry } from '../../schema/registry.ts';
import { formerAddresses } from '../../site/former-addresses.ts';
import { type BuiltPage, builtSite, pathOf } from './pages.ts';

/** The registry that a test site is built from. */
export function registryOf(name: string): Registry {
  const { registry } = builtSite(name);
  if (registry === undefined) throw new Error(`The site “${name}” is built from no registry.`);
  return loadRegistry(registry).registry;
}

/** Kinds of record that have pages, with the folder of their pages. */
export const PAGED = {
  project: 'projects',
  organization: 'organizations',
  standard: 'standards',
  funding: 'funding',
} as const;

export type PagedRecord = Extract<AnyRecord, { kind: keyof typeof PAGED }>;

export function pagedRecords({ records }: Registry): readonly PagedRecord[] {
  return records.filter((record): record is PagedRecord => record.kind in PAGED);
}

/** Former addresses of records of a site, without base and language: pages that lead on, and are in no list. */
export function formerPaths(name: string): readonly string[] {
  return builtSite(name).registry === undefined ? [] : formerAddresses(registryOf(name)).map(({ path }) => path);
}

/** Whether a page of a site stands at a former address. */
export function isFormerPage(name: string): (page: BuiltPage) => boolean {
  const paths = new Set(formerPaths(name));
  return (page) => page.lang !== undefined && paths.has(pathOf(page));
}
