import { namesOf } from '../rules/names.ts';
import { foldName } from '../rules/near-words.ts';
import { canonicalRepository } from '../schema/canonical-repository.ts';
import type { Kind } from '../schema/kinds.ts';
import { everyDraft, type Registry } from '../schema/registry.ts';
import type { ForeignOptions } from './foreign.ts';

/** A record, by what files call it. */
export interface KnownRecord {
  readonly kind: Kind;
  readonly id: string;
  /** Names in every language, acronyms. */
  readonly names: readonly string[];
  /** Website, repositories. */
  readonly addresses: readonly string[];
}

/** Every record of a registry, by what files call it. */
export function knownRecords(registry: Registry): KnownRecord[] {
  return everyDraft(registry).map((record) => {
    const data = record.data as Readonly<Record<string, unknown>>;
    const more = Array.isArray(data['repositories']) ? data['repositories'].map(({ url }) => url) : [];
    const sameAs = Array.isArray(data['sameAs']) ? data['sameAs'] : [];
    return {
      kind: record.kind,
      id: record.id,
      names: [...namesOf(record).map(({ text }) => text), ...textsOf([data['acronym']])],
      addresses: textsOf([data['repository'], data['website'], ...more, ...sameAs]),
    };
  });
}

function textsOf(values: readonly unknown[]): string[] {
  return values.filter((value): value is string => typeof value === 'string');
}

/**
 * Finds the record that a name or an address means. Names are the same whatever their case, accents and signs are; addresses, whatever their
 * scheme and ending are. What could mean several records means none: nobody should be named in place of another.
 */
export function recordFinder(records: Iterable<KnownRecord>): ForeignOptions['findRecord'] {
  const ids = new Map<string, string | undefined>();
  const know = (key: string, id: string): void => {
    ids.set(key, ids.has(key) && ids.get(key) !== id ? undefined : id);
  };
  for (const { kind, id, names, addresses } of records) {
    for (const name of new Set(names.map(foldName).filter((folded) => folded !== ''))) know(`${kind} ${name}`, id);
    for (const address of new Set(addresses.map(addressKey))) know(`${kind} ${address}`, id);
  }
  return (kind, nameOrUrl) => ids.get(`${kind} ${isAddress(nameOrUrl) ? addressKey(nameOrUrl) : foldName(nameOrUrl)}`);
}

function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|git@|git:\/\/|ssh:\/\/)/i.test(text);
}

function addressKey(address: string): string {
  return canonicalRepository(address).replace(/\/+$/, '');
}
