import type { Kind } from '../../src/schema/kinds.ts';
import { everyDraft, type Registry } from '../../src/schema/registry.ts';
import { visible } from './excerpt.ts';
import { UsageError } from './exit-code.ts';
import {
  isTombstone,
  readName,
  recordsNamed,
  recordsOnceNamed,
  tellMoved,
  tombstoneText,
  whyNotNamed,
} from './named-record.ts';
import { prompt } from './prompts.ts';
import type { RegistryFolder } from './registry-folder.ts';

export interface FoundRecord {
  readonly kind: Kind;
  readonly id: string;
  readonly file: string;
}

/** Where a name is looked for: the `--kind` that was given, if any. */
export interface Search {
  readonly registry: Registry;
  readonly folder: RegistryFolder;
  readonly kind?: Kind | undefined;
}

/**
 * The records that a name means, tombstones too: an id, one with its kind, or the path of a file. An old address leads to the record that had
 * it, and people are told so. Throws a {@link UsageError} with the reason where there is none.
 */
export function findRecords({ registry, folder, kind }: Search, name: string): ReturnType<typeof recordsNamed> {
  const stated = readName(folder, name);
  const wanted = kind === undefined ? stated : { kind: stated.kind ?? kind, id: stated.id };
  const standing = recordsNamed(registry, wanted);
  if (standing.length > 0) return standing;
  const moved = recordsOnceNamed(registry, wanted);
  if (moved.length === 0) throw new UsageError(whyNotNamed(registry, wanted));
  tellMoved(stated.id, moved);
  return moved;
}

/** The one living record that a name means. Throws a {@link UsageError} where it is a tombstone or is several, too. */
export function findRecord(search: Search, name: string): FoundRecord {
  const found = findRecords(search, name);
  const living = found.filter((record) => !isTombstone(record));
  const [record] = living;
  if (record === undefined) throw new UsageError(found.filter(isTombstone).map(tombstoneText).join(' '));
  if (living.length > 1) throw new UsageError(severalText(record.id, living));
  return { kind: record.kind, id: record.id, file: record.file };
}

/** What is said where an id leaves open which record is meant. */
export function severalText(id: string, records: readonly { readonly kind: Kind }[]): string {
  const kinds = records.map(({ kind }) => kind).join(', ');
  return `${visible(id)} is the id of several records: ${kinds}. Say which one with --kind.`;
}

/** Lets a person find a record by typing; answers what {@link findRecord} takes. */
export function askRecord(registry: Registry, kind?: Kind): Promise<string> {
  const records = everyDraft(registry).filter((record) => kind === undefined || record.kind === kind);
  if (records.length === 0) throw new UsageError(`There is no ${kind ?? 'record'} here.`);
  const choices = records.map((record) => ({
    value: `${record.kind}/${record.id}`,
    label: record.id,
    hint: record.kind,
  }));
  return prompt.oneOfMany('Which record?', choices);
}
