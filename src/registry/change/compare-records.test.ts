import { expect, test } from 'vitest';
import { compareRecords } from './compare-records.ts';

test.each([
  [
    'nothing, whatever the order of keys',
    { name: 'a', summary: { en: 'b', fr: 'c' } },
    { summary: { fr: 'c', en: 'b' }, name: 'a' },
    [],
  ],
  [
    'fields, in the order of the schema',
    { owner: 'ca/a', name: 'a', website: 'https://a.example.org/' },
    { status: 'beta', owner: 'ca/b', name: 'a' },
    [
      { path: ['status'], after: 'beta' },
      { path: ['owner'], before: 'ca/a', after: 'ca/b' },
      { path: ['website'], before: 'https://a.example.org/' },
    ],
  ],
  [
    'texts by language',
    { name: 'Post', summary: { en: 'a', fr: 'b' } },
    { name: { en: 'Post', fr: 'Poste' }, summary: { en: 'c', de: 'd' } },
    [
      { path: ['name'], before: 'Post', after: { en: 'Post', fr: 'Poste' } },
      { path: ['summary', 'en'], before: 'a', after: 'c' },
      { path: ['summary', 'de'], after: 'd' },
      { path: ['summary', 'fr'], before: 'b' },
    ],
  ],
  [
    'items that came and went',
    { functions: ['a', 'b', 'b'], tags: ['x'] },
    { functions: ['b', 'c'], platforms: ['web', 'ios'] },
    [
      { path: ['functions', 0], before: 'a' },
      { path: ['functions', 2], before: 'b' },
      { path: ['functions', 1], after: 'c' },
      { path: ['platforms'], after: ['web', 'ios'] },
      { path: ['tags'], before: ['x'] },
    ],
  ],
  [
    'another order, once',
    { functions: ['a', 'b', 'c'] },
    { functions: ['c', 'a', 'b'] },
    [{ path: ['functions'], before: ['a', 'b', 'c'], after: ['c', 'a', 'b'] }],
  ],
  [
    'fields of a map that came',
    {},
    { audience: { scope: ['x'], countries: ['CA'] } },
    [
      { path: ['audience', 'countries'], after: ['CA'] },
      { path: ['audience', 'scope'], after: ['x'] },
    ],
  ],
  ['an empty map that came', {}, { audience: {} }, [{ path: ['audience'], after: {} }]],
  [
    'an extension',
    { extensions: { ca: { a: [1] } } },
    { extensions: { ca: { a: [1, 2] } } },
    [{ path: ['extensions', 'ca', 'a', 1], after: 2 }],
  ],
])('tells %s', (_, before, after, changes) => {
  expect(compareRecords('project', before, after)).toEqual(changes);
});

test('items of a list of maps are told by what they are about', () => {
  const [notify, cms] = [{ project: 'ca/gc-notify', since: 2019, scale: 'a' }, { project: 'int/cms' }];
  const before = { uses: [notify, cms, { project: 'int/old', since: 2001 }] };
  const after = { uses: [cms, { project: 'ca/gc-notify', since: 2020 }, { project: 'int/new' }] };
  expect(compareRecords('organization', before, after)).toEqual([
    { path: ['uses'], before: before.uses, after: after.uses },
    { path: ['uses', 'int/old'], before: { project: 'int/old', since: 2001 } },
    { path: ['uses', 'ca/gc-notify', 'since'], before: 2019, after: 2020 },
    { path: ['uses', 'ca/gc-notify', 'scale'], before: 'a' },
    { path: ['uses', 'int/new'], after: { project: 'int/new' } },
  ]);
});

test('a record that became a tombstone lost its fields and has those of one', () => {
  const after = { schemaVersion: 1, state: 'tombstone', reason: 'merged', successor: 'ca/b' };
  expect(compareRecords('project', { schemaVersion: 1, name: 'a', status: 'beta' }, after)).toEqual([
    { path: ['state'], after: 'tombstone' },
    { path: ['reason'], after: 'merged' },
    { path: ['successor'], after: 'ca/b' },
    { path: ['name'], before: 'a' },
    { path: ['status'], before: 'beta' },
  ]);
});
