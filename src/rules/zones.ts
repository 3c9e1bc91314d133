import { iso31662 } from 'iso-3166';
import { isWholeZone } from './countries.ts';

export const SUBDIVISIONS: ReadonlySet<string> = new Set(iso31662.map(({ code }) => code));

/**
 * True for a zone that a registry may have: a country, a subdivision, `eu` or `int`. Apart from the countries: the list is long. A zone is the
 * name of a folder, so `DJ` is none.
 */
export function isZone(zone: string): boolean {
  if (zone !== zone.toLowerCase()) return false;
  return zone.includes('-') ? SUBDIVISIONS.has(zone.toUpperCase()) : isWholeZone(zone);
}
