import { isVocabularyKind } from '../registry/shared-kinds.ts';
import { splitId } from '../schema/registry.ts';
import type { IndexRow } from './protocol.ts';
import { hasStatus } from './row-status.ts';
import type { Source } from './sync-context.ts';

type Filtered = Pick<IndexRow, 'kind' | 'id' | 'countries' | 'status'>;
type Settings = Pick<Source, 'include' | 'exclude'>;

const BY_STATUS = 'status:';

/**
 * Whether a copy's settings let a record in: named by `include` where there is one, and not by `exclude`. An entry is a kind (`project`), an id
 * (`ca/gc-notify`), both (`project:ca/gc-notify`), a zone (`ca/*`, `project:ca/*`), a country (`country:CA`) or a status (`status:obsolete`).
 * Vocabularies need not be included: without its terms no record can be read.
 */
export function isAdmitted(row: Filtered, { include, exclude }: Settings): boolean {
  const names = namesOf(row);
  return (
    (include === undefined || isVocabularyKind(row.kind) || include.some((entry) => names.has(entry))) &&
    !exclude?.some((entry) => names.has(entry))
  );
}

/**
 * Whether a row says all that the settings ask of it. An older copy says no status: where that would decide, nobody can tell whether the
 * record is let in.
 */
export function isTold(row: Filtered, source: Settings): boolean {
  if (row.status !== undefined || !hasStatus(row.kind)) return true;
  const named = [source.include, source.exclude].flatMap((entries = []) =>
    entries.flatMap((entry) => (entry.startsWith(BY_STATUS) ? [entry.slice(BY_STATUS.length)] : [])),
  );
  // A status that is not named counts as none.
  return new Set([undefined, ...named].map((status) => isAdmitted({ ...row, status }, source))).size === 1;
}

function namesOf({ kind, id, countries, status }: Filtered): ReadonlySet<string> {
  const zone = `${splitId(id).zone}/*`;
  return new Set([
    ...[kind, id, zone, `${kind}:${id}`, `${kind}:${zone}`, ...countries.map((code) => `country:${code}`)],
    ...(status === undefined ? [] : [`${BY_STATUS}${status}`]),
  ]);
}
