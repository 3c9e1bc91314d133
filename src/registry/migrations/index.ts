import { type Document, isMap } from 'yaml';
import type { Kind } from '../../schema/kinds.ts';
import { isTombstone } from '../../schema/tombstone.ts';
import { plainData } from '../yaml-plain.ts';
import { draftLayout, hasDraftFields } from './draft-layout.ts';
import type { Migration } from './migration.ts';

/** Every migration, in the order of versions. */
export const MIGRATIONS: readonly Migration[] = [draftLayout];

/** The version that this program writes. It reads this one and the one before. */
export const CURRENT_VERSION = 1;

/**
 * The version that a record is written in; `undefined` where it states something that is no version. One that states none is in the draft
 * layout if it has a field of that, and else merely forgot to say so.
 */
export function versionOf(kind: Kind, data: Readonly<Record<string, unknown>>): number | undefined {
  const stated = data['schemaVersion'];
  if (stated !== undefined) return Number.isSafeInteger(stated) ? Number(stated) : undefined;
  return !isTombstone(data) && hasDraftFields(kind, data) ? 0 : CURRENT_VERSION;
}

/** As {@link versionOf}, of a parsed document. */
export function documentVersion({ contents }: Document.Parsed, kind: Kind): number | undefined {
  const { value } = plainData('', '', contents);
  return isMap(contents) ? versionOf(kind, value as Readonly<Record<string, unknown>>) : undefined;
}

/** True of a version that is read and no longer written. */
export function isOutdated(version: number | undefined): boolean {
  return MIGRATIONS.some(({ from }) => from === version);
}

/** The document in the current version, by each migration from its own on; the given one stays as it is. */
export function migrated(document: Document.Parsed, kind: Kind): Document.Parsed {
  return MIGRATIONS.reduce(
    (current, { from, migrate }) => (documentVersion(current, kind) === from ? migrate(current, kind) : current),
    document,
  );
}
