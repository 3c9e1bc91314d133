/** ISO 3166-1 codes that a record names itself, and the one of its zone, sorted: what the record says, whatever others say of it. */
export function rowCountries(id: string, data: object): string[] {
  const { country, countries, audience } = data as Countries;
  const zone = /^([a-z]{2})(?:-|\/)/.exec(id)?.[1];
  const ofZone = zone === undefined || zone === 'eu' ? [] : [zone.toUpperCase()];
  const named = country === undefined ? [] : [country];
  return [...new Set([...ofZone, ...named, ...(countries ?? []), ...(audience?.countries ?? [])])].sort();
}

/** The fields of all kinds that name countries for which a record is. */
interface Countries {
  readonly country?: string;
  readonly countries?: readonly string[];
  readonly audience?: { readonly countries?: readonly string[] };
}
