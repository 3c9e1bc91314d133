import type { Registry } from '../schema/registry.ts';
import { takesZone } from './taken-zones.ts';
import { zoneProblemBy } from './zone-authority-by.ts';

const OWN = Symbol('this copy');

/**
 * Tells whether the record of one zone has a say over an id of another, which it names under `formerIds`: an address leads on only as those wish who
 * write it. A record of this copy’s own always has; what another copy writes has none over zones of this copy, nor over those that are taken
 * from a third one. It may stand in a record all the same, as one copy may have had both zones once: then it leads nowhere.
 */
export function formerIdsCount({
  config,
  federation,
}: Pick<Registry, 'config' | 'federation'>): (zone: string, formerZone: string) => boolean {
  const known = new Map<string, string | typeof OWN | undefined>();
  const writerOf = (zone: string) => {
    if (known.has(zone)) return known.get(zone);
    // Whether it is a zone at all is for another rule.
    const isOwn = zoneProblemBy(() => true, { config, federation }, zone) === undefined;
    const writer = isOwn ? OWN : federation.sources?.find((source) => takesZone(federation, source, zone))?.id;
    known.set(zone, writer);
    return writer;
  };
  return (zone, formerZone) => {
    if (zone === formerZone || writerOf(zone) === OWN) return true;
    const writer = writerOf(formerZone);
    return writer === undefined || writer === writerOf(zone);
  };
}
