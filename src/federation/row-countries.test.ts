import { expect, test } from 'vitest';
import { rowCountries } from './row-countries.ts';

test.each([
  ['ca/a', {}, ['CA']],
  ['ca-qc/a', { audience: { countries: ['FR', 'CA'], unsupportedCountries: ['US'] } }, ['CA', 'FR']],
  ['int/a', { country: 'CH', countries: ['KE'] }, ['CH', 'KE']],
  ['eu/a', {}, []],
])('the countries of %s', (id, data, countries) => {
  expect(rowCountries(id, data)).toEqual(countries);
});
