import { assetUrl } from '../../i18n/links.ts';
import type { Kind } from '../../schema/kinds.ts';
import { type Candidate, type Duplicate, duplicateFinder } from '../known/duplicates.ts';
import { KNOWN_PATH, type Known, type KnownRecord, readKnown } from '../known/known.ts';
import { type Reference, recordFinder, referenceFinder } from '../known/references.ts';

/** The records that stand already, and how to find one among them. */
export interface KnownTools {
  /** False while the list is on its way, and where it did not come. */
  readonly loaded: boolean;
  /** True where it did not come. */
  readonly failed: boolean;
  readonly known: Known;
  readonly record: (kind: Kind, id: string) => KnownRecord | undefined;
  readonly search: (query: string, kind: Kind) => Reference[];
  readonly find: (kind: Kind, nameOrUrl: string) => string | undefined;
  readonly duplicates: (candidate: Candidate) => Duplicate[];
}

const NOTHING: Known = { records: [], gone: [] };

/** What is asked of the published list of records; without the list, every answer is empty. */
export function knownTools(known: Known = NOTHING, state: 'waiting' | 'loaded' | 'failed' = 'waiting'): KnownTools {
  const byKey = new Map(known.records.map((record) => [`${record.kind}:${record.id}`, record]));
  return {
    loaded: state === 'loaded',
    failed: state === 'failed',
    known,
    record: (kind, id) => byKey.get(`${kind}:${id}`),
    search: referenceFinder(known),
    find: recordFinder(known),
    duplicates: duplicateFinder(known),
  };
}

/** The list as the site publishes it, of the same build as the page. */
export async function loadKnown(base: string): Promise<KnownTools> {
  const response = await fetch(assetUrl(base, KNOWN_PATH));
  if (!response.ok) throw new Error(`${KNOWN_PATH}: ${response.status}`);
  return knownTools(readKnown(await response.json()), 'loaded');
}
