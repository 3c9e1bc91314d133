import type { LanguageMap } from '../i18n/localized.ts';
import type { Kind } from '../schema/kinds.ts';
import { type Registry, recordKey } from '../schema/registry.ts';

/** Names of what records refer to. */
export interface RecordLookup {
  readonly name: (kind: Kind, id: string) => string | LanguageMap | undefined;
  readonly term: (vocabulary: string, id: string) => LanguageMap | undefined;
  /** The country of an organization, ISO 3166-1. */
  readonly country: (organization: string) => string | undefined;
}

/** Looks names up in a registry: the base, so that a pull request names nothing anew. */
export function createRecordLookup({ records, vocabularies }: Registry): RecordLookup {
  const byKey = new Map(records.map((record) => [recordKey(record.kind, record.id), record]));
  return {
    name: (kind, id) => {
      const data = byKey.get(recordKey(kind, id))?.data;
      if (data === undefined) return undefined;
      return 'name' in data ? data.name : data.title;
    },
    term: (vocabulary, id) =>
      Object.hasOwn(vocabularies, vocabulary) && Object.hasOwn(vocabularies[vocabulary]?.terms ?? {}, id)
        ? vocabularies[vocabulary]?.terms[id]?.label
        : undefined,
    country: (organization) => {
      const record = byKey.get(recordKey('organization', organization));
      return record?.kind === 'organization' ? record.data.country : undefined;
    },
  };
}
