import { getCollection, getEntry } from 'astro:content';
import type { Advice } from '../registry/advice.ts';
import type { RegistryEntry } from '../registry/astro-loader.ts';
import { type AnyRecord, byKindAndId, type Registry, recordKey } from '../schema/registry.ts';
import { makeSite, type Site } from './make-site.ts';

let site: Promise<Site> | undefined;

/** The site that pages show, worked out once a build. */
export function getSite(): Promise<Site> {
  site ??= registryFromCollections().then(makeSite);
  return site;
}

/** What the rules found in the registry that is no error. */
export async function getAdvice(): Promise<readonly Advice[]> {
  return (await registryEntry()).findings;
}

async function registryEntry(): Promise<RegistryEntry> {
  const entry = await getEntry('registry', 'registry');
  if (entry === undefined) throw new Error('The registry did not load: run "npm run registry -- validate".');
  return entry.data as unknown as RegistryEntry;
}

/** The registry again, from the collections that the loader filled. */
async function registryFromCollections(): Promise<Registry> {
  const { count, findings: _, ...rest } = await registryEntry();
  const entries = count === 0 ? [] : await getCollection('records');
  const records = entries.map(({ data }) => data as unknown as AnyRecord).toSorted(byKindAndId);
  const known = new Set(records.map(({ kind, id }) => recordKey(kind, id)));
  return { ...rest, records, known, drafts: [], vocabularyFiles: [], edited: [] };
}
