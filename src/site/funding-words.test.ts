import { describe, expect, test } from 'vitest';
import { createTranslator } from '../i18n/t.ts';
import type { RecordOf } from '../schema/registry.ts';
import { amountWords, isOver, periodWords, programmePlace, programmeStamp } from './funding-words.ts';
import type { Site } from './make-site.ts';
import { stringsOf } from './strings.ts';

const translator = (lang: string) => createTranslator(lang, stringsOf(lang, {}));
const t = translator('en');
const site = { t: translator, today: '2026-11-25' } as unknown as Site;
const programme = (data: object, zone = 'fr') => ({ zone, data }) as RecordOf<'funding'>;

test('an amount is told in words', () => {
  expect(amountWords({ from: 5000, to: 50_000, currency: 'EUR' }, t)).toBe('5,000 to 50,000 euros');
  expect(amountWords({ from: 50_000, currency: 'EUR' }, t)).toBe('50,000 euros or more');
  expect(amountWords({ to: 3500, currency: 'USD' }, t)).toBe('up to 3,500 US dollars');
  expect(amountWords({ from: 7, to: 7 }, t)).toBe('7');
  expect(amountWords({ from: 0, to: 9, currency: 'JOD' }, t)).toBe('0 to 9 Jordanian dinars');
  expect(amountWords({ currency: 'EUR' }, t)).toBeUndefined();
  expect(amountWords({ to: 20_000, currency: 'EUR' }, translator('fr'))).toBe('jusqu’à 20\u202f000 euros');
});

test('a period is told as precisely as it is known', () => {
  expect(periodWords({ from: 2024, to: '2027-12' }, t)).toBe('2024 to December 2027');
  expect(periodWords({ from: '2024-10-15' }, t)).toBe('since 15 October 2024');
  expect(periodWords({ to: 2027 }, t)).toBe('until 2027');
  expect(periodWords({}, t)).toBeUndefined();
});

describe('the stamp of a programme', () => {
  test.each([
    [{ from: 2015, to: '2026-11-24' }, ['Ended 2026-11-24'], 'calm'],
    [{ from: 2015, to: 2026 }, ['since 2015', 'until 2026'], 'strong'],
    [{ from: '2027-01', to: 2029 }, ['begins 2027-01', 'until 2029'], 'calm'],
    [{ from: '2015-10' }, ['since 2015-10', 'no end stated'], 'calm'],
    [{}, ['no end stated'], 'calm'],
  ])('%j', (data, parts, tone) => {
    expect(programmeStamp(programme(data), 'en', site)).toEqual({ parts, tone });
  });
});

test('a programme that ends this year is not over before the year is', () => {
  expect(isOver(programme({ to: 2026 }), '2026-12-31')).toBe(false);
  expect(isOver(programme({ to: 2026 }), '2027-01-01')).toBe(true);
  expect(isOver(programme({}), '2999-01-01')).toBe(false);
});

test('a programme belongs to its country, or to what its zone stands for', () => {
  const place = (data: object, zone: string) => programmePlace(programme(data, zone), 'en', site);
  expect(place({ country: 'DE' }, 'eu')).toEqual({ code: 'DE', name: 'Germany' });
  expect(place({}, 'eu')).toEqual({ code: 'EU', name: 'European Union' });
  expect(place({}, 'int')).toEqual({ code: 'INT', name: 'International' });
  expect(place({}, 'jo-am')).toEqual({ code: 'JO', name: 'Jordan' });
});
