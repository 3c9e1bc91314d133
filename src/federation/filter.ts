import { isVocabularyKind } from '../registry/shared-kinds.ts';
import { splitId } from '../schema/registry.ts';
import type { IndexRow } from './protocol.ts';
import type { Source } from './sync-context.ts';

type Filtered = Pick<IndexRow, 'kind' | 'id' | 'countries'>;

/**
 * Whether a copy's settings let a record in: named by `include` where there is one, and not by `exclude`. An entry is a kind (`project`), an id
 * (`ca/gc-notify`), both (`project:ca/gc-notify`), a zone (`ca/*`, `project:ca/*`) or a country (`country:CA`). Vocabularies need not be included:
 * without its terms no record can be read.
 */
export function isAdmitted(row: Filtered, { include, exclude }: Pick<Source, 'include' | 'exclude'>): boolean {
  const names = namesOf(row);
  return (
    (include === undefined || isVocabularyKind(row.kind) || include.some((entry) => names.has(entry))) &&
    !exclude?.some((entry) => names.has(entry))
  );
}

function namesOf({ kind, id, countries }: Filtered): ReadonlySet<string> {
  const zone = `${splitId(id).zone}/*`;
  return new Set([kind, id, zone, `${kind}:${id}`, `${kind}:${zone}`, ...countries.map((code) => `country:${code}`)]);
}
