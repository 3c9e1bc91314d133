import { isFields } from '../registry/change/data.ts';

/** ISO 3166-1 codes that a record names itself, and the one of its zone, sorted: what the record says, whatever others say of it. */
export function rowCountries(id: string, data: object): string[] {
  const { country, countries, audience } = data as Readonly<Record<string, unknown>>;
  const ofAudience = isFields(audience) ? audience['countries'] : undefined;
  const zone = /^([a-z]{2})(?:-|\/)/.exec(id)?.[1];
  const ofZone = zone === undefined || zone === 'eu' ? [] : [zone.toUpperCase()];
  // Records of other copies are asked before anything says that their fields are what they should be.
  const named = [country, countries, ofAudience].flat().filter((code) => typeof code === 'string');
  return [...new Set([...ofZone, ...named])].sort();
}
