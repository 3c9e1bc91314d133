import { draftsOf } from '../schema/registry.ts';
import { COUNTRY_CODES } from './countries.ts';
import type { RegistryRule } from './rule.ts';

export const zoneCountry: RegistryRule = {
  id: 'zone-country',
  severity: 'warning',
  doc: {
    title: 'An organization stands in the zone of its country',
    why: 'The zone says which registry may write the record; an office of one country in another’s zone would be kept by the wrong one.',
    mend: 'Correct the country, or move the record with registry rename. What belongs to several countries stands in int and names no country.',
  },
  messages: {
    other: 'The zone “{zone}” is not one of the country {country}.',
    none: 'The record stands in the zone “{zone}” and names no country.',
  },
  each: true,
  check(registry, report) {
    for (const { file, zone, data } of draftsOf(registry, 'organization')) {
      const { country } = data;
      if (zone === 'int' || zone === 'eu') continue;
      const expected = zone.slice(0, 2).toUpperCase();
      if (country === undefined) report({ code: 'none', file, path: [], values: { zone }, expected });
      // What is no country is the finding of `country-code`.
      else if (country !== expected && COUNTRY_CODES.has(country))
        report({ code: 'other', file, path: ['country'], found: country, values: { zone, country }, expected });
    }
  },
};
