import { iso31661, iso31661Reserved } from 'iso-3166';

/** Kosovo's code is assigned by its users, not by ISO, and in use by the European Union and others. */
const USER_ASSIGNED = ['XK'];

/** The two-letter codes of ISO 3166-1, with Kosovo's. */
export const COUNTRY_CODES: ReadonlySet<string> = new Set([
  ...iso31661.filter(({ state }) => state === 'assigned').map(({ alpha2 }) => alpha2),
  ...USER_ASSIGNED,
]);

/** Codes that ISO keeps for other uses; `EU` is one. */
export const RESERVED_CODES: ReadonlySet<string> = new Set(iso31661Reserved.map(({ alpha2 }) => alpha2));

/** True for a zone that is a whole country, `eu` or `int`. */
export function isWholeZone(zone: string): boolean {
  return zone === 'int' || zone === 'eu' || COUNTRY_CODES.has(zone.toUpperCase());
}
