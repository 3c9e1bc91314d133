import { iso31661, iso31661Reserved, iso31662 } from 'iso-3166';

/** Countries and their parts are two modules: the second is the longer one, and wanted by few. */
const COUNTRIES = '\0iso-3166-countries';
const PARTS = '\0iso-3166-parts';
export const BOTH = '\0iso-3166-codes';

/** Modules by id: what the rules ask of the package `iso-3166`, in the shape in which it says it, without the names. */
export const CODES: Readonly<Record<string, () => string>> = {
  [BOTH]: () => `export * from '${COUNTRIES}'; export * from '${PARTS}';`,
  [COUNTRIES]: countryCodes,
  [PARTS]: partCodes,
};

/** A module with the codes of countries. */
export function countryCodes(): string {
  const countries = iso31661.filter(({ state }) => state === 'assigned').map(({ alpha2 }) => alpha2);
  const reserved = iso31661Reserved.map(({ alpha2 }) => alpha2);
  return `export const iso31661 = '${countries.join(' ')}'.split(' ').map((alpha2) => ({ state: 'assigned', alpha2 }));
export const iso31661Reserved = '${reserved.join(' ')}'.split(' ').map((alpha2) => ({ alpha2 }));`;
}

/** A module with the codes of the parts of countries. */
export function partCodes(): string {
  const codes = iso31662.map(({ code }) => code.split('-') as [string, string]);
  const byCountry = [...Map.groupBy(codes, ([country]) => country)];
  const lines = byCountry.map(([country, parts]) => [country, ...parts.map(([, ending]) => ending)].join(' '));
  return `export const iso31662 = '${lines.join(',')}'.split(',').flatMap((line) => {
  const [country, ...endings] = line.split(' ');
  return endings.map((ending) => ({ code: country + '-' + ending }));
});`;
}
