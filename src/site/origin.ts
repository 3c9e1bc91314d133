import { formPath } from '../contribute/form-address.ts';
import { takesZone } from '../rules/taken-zones.ts';
import { zoneProblem } from '../rules/zone-authority.ts';
import type { Federation } from '../schema/config.ts';
import type { Lock } from '../schema/lock.ts';
import { type AnyRecord, splitId } from '../schema/registry.ts';
import { isSafeHttpsUrl } from '../schema/safe-url.ts';
import type { Site } from './make-site.ts';
import { type Name, nameIn } from './names.ts';

type Source = NonNullable<Federation['sources']>[number];

/** The copy that writes a zone of which this one is not the authority. */
export interface Origin {
  /** As the copy calls itself; its host where it has not said. */
  readonly name: Name;
  readonly url: string;
  /** The day of the state that was last taken from it; absent where nothing was. */
  readonly asOf?: string | undefined;
  readonly source?: Source | undefined;
  readonly lock?: Lock | undefined;
}

/** Who writes the records of a zone, in words of a language; `undefined` where this copy does, or where nobody knows. */
export function originOf(zone: string, lang: string, site: Site): Origin | undefined {
  const { federation } = site.registry;
  if (zoneProblem(site.registry, zone) === undefined) return undefined;
  const source = sourceOf(zone, federation);
  const url = source?.url ?? federation.delegations?.[zone];
  return url === undefined ? undefined : copyAt(url, source, lang, site);
}

/** A copy in words: by what is known of it from the last state that was taken. */
export function copyAt(url: string, source: Source | undefined, lang: string, site: Site): Origin {
  const lock = site.registry.locks.find((each) => each.source === source?.id);
  const name = lock?.copy?.name;
  return {
    name: nameIn(name ?? new URL(url).hostname, lang, site.languages),
    url,
    asOf: lock?.snapshot?.asOf,
    source,
    lock,
  };
}

/** The source that a zone is taken from. */
export function sourceOf(zone: string, federation: Federation): Source | undefined {
  return federation.sources?.find((source) => takesZone(federation, source, zone));
}

/** Where a record is corrected at the copy that writes it: its form, or its site where it has named no form. */
export function correctThere({ kind, id }: Pick<AnyRecord, 'kind' | 'id'>, { url, lock }: Origin): string {
  const page = lock?.copy?.contribute;
  if (page === undefined || !isSafeHttpsUrl(page)) return url;
  const { search } = new URL(formPath({ start: 'correct', kind, id }), page);
  return `${page}${search}`;
}

/** Who writes a record; `undefined` where this copy does. */
export function originOfRecord({ id }: Pick<AnyRecord, 'id'>, lang: string, site: Site): Origin | undefined {
  return originOf(splitId(id).zone, lang, site);
}
