import type { Federation } from '../schema/config.ts';
import { type Registry, recordKey } from '../schema/registry.ts';
import type { Include, Taking } from './answers.ts';
import type { KeptKeys } from './kept-keys.ts';

/** So many entries `include` of a source takes; beyond, whole zones are taken. */
const MAX_INCLUDED = 1000;

export type FederationProblem = 'no-source' | 'too-many-referred';

/**
 * What a new copy takes from whom, when it is made from another. What the other one delegated is not this one's to delegate; its sources stay
 * where their records do. Nothing is written of an address that nobody told.
 */
export function planFederation(
  { config, federation }: Pick<Registry, 'config' | 'federation'>,
  own: readonly string[],
  { include, source }: Taking,
  kept: KeptKeys,
): Federation | FederationProblem {
  const { delegations: _, sources: before = [], ...rest } = federation;
  const zones = [...new Set(kept.foreign.map(({ zone }) => zone))].toSorted();
  const others = before.flatMap((each) => {
    const taken = each.zones.filter((zone) => zones.includes(zone));
    return taken.length === 0 ? [] : [{ ...each, zones: taken }];
  });
  const taken = zones.filter((zone) => !others.some((each) => each.zones.includes(zone)));
  const sources = [...others];
  if (taken.length > 0) {
    if (source === undefined) return 'no-source';
    const only = included(include, kept, own, taken);
    if (only !== undefined && only.length > MAX_INCLUDED) return 'too-many-referred';
    sources.push({
      id: config.id,
      url: source,
      zones: taken,
      trust: 'review',
      licenses: [config.dataLicense],
      ...(only === undefined ? {} : { include: only }),
    });
  }
  return { ...rest, ...(sources.length === 0 ? {} : { sources }) };
}

/** What a source is asked for where it is not all of its zones: whole zones as `fr/*`, and single records that are referred to. */
function included(
  include: Include,
  { referred }: Pick<KeptKeys, 'referred'>,
  own: readonly string[],
  taken: readonly string[],
): string[] | undefined {
  if (include === 'all') return undefined;
  const single = referred.filter(({ zone }) => taken.includes(zone) && !own.includes(zone));
  if (single.length === 0) return undefined;
  const whole = taken
    .filter((zone) => typeof include !== 'string' && include.includes(zone))
    .map((zone) => `${zone}/*`);
  return [...whole, ...single.map(({ kind, id }) => recordKey(kind, id)).toSorted()];
}
