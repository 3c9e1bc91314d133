import { expect, test } from 'vitest';
import { COUNTRY_CODES } from '../rules/countries.ts';
import { isZone, SUBDIVISIONS } from '../rules/zones.ts';
import { isZoneIn, makeZoneTable } from './zone-table.ts';

const lower = (codes: Iterable<string>) => [...codes].map((code) => code.toLowerCase());
const WHOLE = ['eu', 'int', ...lower(COUNTRY_CODES)];
const TABLE = makeZoneTable(WHOLE, lower(SUBDIVISIONS));

test('a table of zones says what the rules say', () => {
  const none = [
    '',
    'xx',
    'ca-',
    'ca-zz',
    '-qc',
    'ca-qc-x',
    'constructor',
    'eu-fr',
    'int-a',
    'ca ',
    'fr-__proto__',
    'CA',
    'CA-QC',
    'Eu',
  ];
  const asked = [...WHOLE, ...lower(SUBDIVISIONS), ...none];
  expect(asked.filter((zone) => isZoneIn(TABLE, zone) !== isZone(zone))).toEqual([]);
  expect(asked.filter((zone) => isZoneIn(TABLE, zone))).toHaveLength(asked.length - none.length);
});
