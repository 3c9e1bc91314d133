import { iso31662 } from 'iso-3166';
import { isWholeZone } from './countries.ts';

export const SUBDIVISIONS: ReadonlySet<string> = new Set(iso31662.map(({ code }) => code));

/** True for a zone that a registry may have: a country, a subdivision, `eu` or `int`. Apart from the countries: the list is long. */
export function isZone(zone: string): boolean {
  return zone.includes('-') ? SUBDIVISIONS.has(zone.toUpperCase()) : isWholeZone(zone);
}
