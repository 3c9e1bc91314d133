import type { Federation } from '../schema/config.ts';

type Source = NonNullable<Federation['sources']>[number];
interface Taking {
  readonly delegations?: Federation['delegations'];
  readonly sources?: readonly Source[] | undefined;
}

/**
 * Whether the settings take a zone from a source, as far as they go: which zones this copy writes itself is for who asks. A source that names
 * a zone comes before one of which all zones are taken ("*"); and a zone that this copy has given away is only taken of who has it now.
 */
export function takesZone(
  { delegations = {}, sources = [] }: Taking,
  { zones, url }: Pick<Source, 'zones' | 'url'>,
  zone: string,
): boolean {
  if (zones !== '*') return zones.includes(zone);
  if (Object.hasOwn(delegations, zone)) return delegations[zone] === url;
  return !sources.some((other) => other.zones !== '*' && other.zones.includes(zone));
}

/** Whether the settings take a zone from anybody. */
export function isTakenZone(taking: Taking, zone: string): boolean {
  return (taking.sources ?? []).some((source) => takesZone(taking, source, zone));
}
