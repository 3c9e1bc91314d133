import type { Federation } from '../schema/config.ts';
import { type Registry, recordKey } from '../schema/registry.ts';
import { SHARED_ZONE } from '../schema/vocabulary.ts';
import type { Include, Taking } from './answers.ts';
import type { KeptKeys } from './kept-keys.ts';
import { withSources } from './settings-text.ts';

/** So many entries `include` of a source takes; beyond, whole zones are taken. */
const MAX_INCLUDED = 1000;

type Source = NonNullable<Federation['sources']>[number];

export type FederationProblem = 'no-source' | 'too-many-referred';

/**
 * What a new copy takes from whom, when it is made from another. What the other one delegated is not this one's to delegate; its sources stay
 * where their records do. Whoever takes all takes zones that come later, too; whoever takes none takes the shared vocabularies, without which
 * no record can be read. Nothing is written of an address that nobody told.
 */
export function planFederation(
  { config, federation }: Pick<Registry, 'config' | 'federation'>,
  own: readonly string[],
  { include, source, id = config.id }: Taking,
  kept: KeptKeys,
): Federation | FederationProblem {
  const { sources: before = [] } = federation;
  const zones = [...new Set(kept.foreign.map(({ zone }) => zone))].toSorted();
  const others = before.flatMap((each) => {
    if (each.zones === '*') return [];
    const taken = each.zones.filter((zone) => zones.includes(zone));
    return taken.length === 0 ? [] : [{ ...each, zones: taken }];
  });
  const isOthers = (zone: string) => others.some((each) => each.zones.includes(zone));
  const needed = zones.filter((zone) => !isOthers(zone));
  if (needed.length > 0 && source === undefined) return 'no-source';
  const isShared = own.includes(SHARED_ZONE) || isOthers(SHARED_ZONE);
  const taken = isShared ? needed : [...new Set([...needed, SHARED_ZONE])].toSorted();
  const only = included(include, kept, taken, own);
  if (only !== undefined && only.length > MAX_INCLUDED) return 'too-many-referred';
  const isWhole = include === 'all' && only === undefined;
  if (source === undefined || (taken.length === 0 && !isWhole)) return withSources(federation, {}, others);
  const whole: Source = {
    id,
    url: source,
    zones: isWhole ? '*' : taken,
    trust: 'review',
    licenses: [config.dataLicense],
  };
  return withSources(federation, {}, [...others, { ...whole, ...(only === undefined ? {} : { include: only }) }]);
}

/** What a source is asked for where it is not all of its zones: whole zones as `fr/*`, and single records that are referred to. */
function included(
  include: Include,
  { referred }: Pick<KeptKeys, 'referred'>,
  taken: readonly string[],
  own: readonly string[],
): string[] | undefined {
  if (include === 'all') return undefined;
  const isWanted = (zone: string) => typeof include !== 'string' && include.includes(zone);
  const single = referred.filter(({ zone }) => taken.includes(zone) && !own.includes(zone) && !isWanted(zone));
  if (taken.every(isWanted)) return undefined;
  const whole = taken.filter(isWanted).map((zone) => `${zone}/*`);
  return [...whole, ...single.map(({ kind, id }) => recordKey(kind, id)).toSorted()];
}
