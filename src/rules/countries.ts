import { iso31661, iso31661Reserved, iso31662 } from 'iso-3166';

/** Kosovo's code is assigned by its users, not by ISO, and in use by the European Union and others. */
const USER_ASSIGNED = ['XK'];

/** The two-letter codes of ISO 3166-1, with Kosovo's. */
export const COUNTRY_CODES: ReadonlySet<string> = new Set([
  ...iso31661.filter(({ state }) => state === 'assigned').map(({ alpha2 }) => alpha2),
  ...USER_ASSIGNED,
]);

/** Codes that ISO keeps for other uses; `EU` is one. */
export const RESERVED_CODES: ReadonlySet<string> = new Set(iso31661Reserved.map(({ alpha2 }) => alpha2));

const SUBDIVISIONS: ReadonlySet<string> = new Set(iso31662.map(({ code }) => code));

/** True for a zone that a registry may have: a country, a subdivision, `eu` or `int`. */
export function isZone(zone: string): boolean {
  if (zone === 'int' || zone === 'eu') return true;
  const code = zone.toUpperCase();
  return code.includes('-') ? SUBDIVISIONS.has(code) : COUNTRY_CODES.has(code);
}
