import { describe, expect, test } from 'vitest';
import {
  countryName,
  directionOf,
  formatBytes,
  formatDate,
  formatList,
  formatMoney,
  formatNumber,
  languageName,
  ownLanguageName,
} from './format.ts';

describe('formatDate', () => {
  test.each([
    [2019, 'en', '2019'],
    ['2019', 'fr', '2019'],
    ['2019-06', 'en', 'June 2019'],
    ['2019-06', 'fr', 'juin 2019'],
    ['2019-06-03', 'en', '3 June 2019'],
    ['2019-06-03', 'fr', '3 juin 2019'],
    ['2019-06-03', 'fa', '۳ ژوئن ۲۰۱۹'],
    ['2019-01-01', 'th', '1 มกราคม 2019'],
  ])('%s in %s', (date, lang, expected) => {
    // Some languages set other spaces and marks between the parts.
    expect(formatDate(date, lang).replace(/[\s\u200f]+/g, ' ')).toBe(expected);
  });

  test('a short month for logs', () => {
    expect(formatDate('2026-11-20', 'en', 'short')).toBe('20 Nov 2026');
  });

  test('the first day of a year stays in that year west of Greenwich', () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'America/Vancouver';
    try {
      expect(new Date('2020-01-01T00:00:00Z').getFullYear()).toBe(2019);
      expect(formatDate('2020-01-01', 'en')).toBe('1 January 2020');
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  test.each(['', '19', '2019-6', '2019-13', '2019-06-03T10:00', 'June'])('"%s" is refused', (date) => {
    expect(() => formatDate(date, 'en')).toThrow(RangeError);
  });
});

test('numbers and lists', () => {
  expect(formatNumber(12345, 'en')).toBe('12,345');
  expect(formatNumber(12345, 'fr')).toBe('12\u202f345');
  expect(formatList(['a', 'b', 'c'], 'en')).toBe('a, b and c');
  expect(formatList(['a', 'b'], 'fr', 'disjunction')).toBe('a ou b');
});

test('money by the name of its currency', () => {
  expect(formatMoney(3500, 'USD', 'en')).toBe('3,500 US dollars');
  expect(formatMoney(20_000, 'EUR', 'fr')).toBe('20\u202f000 euros');
  expect(formatMoney(5, 'QQQ', 'en')).toMatch(/QQQ/);
});

test('names of countries and languages', () => {
  expect(countryName('ca', 'en')).toBe('Canada');
  expect(countryName('DE', 'fr')).toBe('Allemagne');
  expect(countryName('EU', 'fr')).toBe('Union européenne');
  expect(countryName('QZ', 'en')).toBe('QZ');
  expect(languageName('fr', 'en')).toBe('French');
  expect(ownLanguageName('fr')).toBe('Français');
  expect(ownLanguageName('ar')).toBe('العربية');
});

test('a language that Intl does not know is written as in English, whatever the machine', () => {
  expect(formatDate('2019-06-03', 'iu')).toBe('3 June 2019');
  expect(ownLanguageName('iu')).toBe('Inuktitut');
});

test.each([
  ['en', 'ltr'],
  ['fr', 'ltr'],
  ['zh-Hant', 'ltr'],
  ['ar', 'rtl'],
  ['fa', 'rtl'],
  ['he', 'rtl'],
  ['ur', 'rtl'],
  ['dv', 'rtl'],
  ['ku', 'ltr'],
  ['ckb', 'rtl'],
  ['pa-Arab', 'rtl'],
] as const)('%s runs %s', (lang, direction) => {
  expect(directionOf(lang)).toBe(direction);
});

test('sizes of files are in kilobytes, and large ones in megabytes', () => {
  expect([1, 12_001, 1_410_000].map((bytes) => formatBytes(bytes, 'en'))).toEqual(['1 kB', '13 kB', '1.5 MB']);
  expect(formatBytes(1_410_000, 'fr')).toMatch(/^1,5\sMo$/);
});
