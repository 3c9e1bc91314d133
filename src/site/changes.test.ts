import { expect, test } from 'vitest';
import { contentDigest } from '../history/content-digest.ts';
import type { ChangeEvent } from '../schema/change.ts';
import type { AnyRecord, Registry } from '../schema/registry.ts';
import { changesOf } from './changes.ts';

const TODAY = '2026-11-23';
const record = (id: string, name = id) => ({ kind: 'project', id, data: { name } }) as unknown as AnyRecord;
const event = (day: string, id: string, what: ChangeEvent['what'], more: Partial<ChangeEvent> = {}): ChangeEvent => ({
  day,
  kind: 'project',
  id,
  what,
  ...(what === 'removed' ? {} : { hash: contentDigest(record(id)) }),
  ...more,
});
const tell = (records: readonly AnyRecord[], events: readonly ChangeEvent[] = [], zones: '*' | string[] = '*') =>
  changesOf({ config: { zones }, records, changes: { events } } as unknown as Registry, TODAY);
const lines = (changes: ReturnType<typeof tell>['all']) =>
  changes.map(({ date, id, what, fields }) => [date.slice(5), id, what, ...fields].join(' '));

test('without a written history every record stands at the day of the build', () => {
  const records = [record('ca/notify'), record('int/post')];
  const { all, addedOn } = tell(records);
  expect(lines(all)).toEqual(['11-23 ca/notify added', '11-23 int/post added']);
  expect(records.map(addedOn)).toEqual([TODAY, TODAY]);
});

test('the newest stands first, and what is not written yet at the day of the build', () => {
  const records = [record('ca/notify'), record('int/new'), record('int/post', 'changed since')];
  const { all, addedOn } = tell(records, [
    event('2026-01-01', 'int/post', 'added'),
    event('2026-01-01', 'ca/notify', 'added'),
    event('2026-02-01', 'int/post', 'confirmed'),
    event('2026-03-01', 'int/gone', 'added'),
  ]);
  expect(lines(all)).toEqual([
    '11-23 int/gone removed',
    '11-23 int/new added',
    '11-23 int/post corrected',
    '03-01 int/gone added',
    '02-01 int/post confirmed',
    '01-01 ca/notify added',
    '01-01 int/post added',
  ]);
  expect(records.map(addedOn)).toEqual(['2026-01-01', TODAY, '2026-01-01']);
  expect(all[0]?.record).toBeUndefined();
});

test('what a copy does not show of other zones was not withdrawn', () => {
  const events = ['fr/post', 'ca/post', 'ca/gone'].map((id) => event('2026-01-01', id, 'added'));
  const { all } = tell([record('ca/post')], events, ['ca']);
  expect(lines(all)).toEqual(['11-23 ca/gone removed', '01-01 ca/gone added', '01-01 ca/post added']);
});

test('a renamed record keeps its history, also through two names', () => {
  const post = record('int/post');
  const { of, among, addedOn } = tell(
    [post],
    [
      event('2026-01-01', 'int/a', 'added'),
      event('2026-01-02', 'int/b', 'renamed', { from: 'int/a' }),
      event('2026-01-03', 'int/post', 'renamed', { from: 'int/b' }),
      event('2026-01-04', 'int/other', 'added'),
      event('2026-01-05', 'int/other', 'removed'),
    ],
  );
  expect(lines(of(post))).toEqual(['01-03 int/post renamed', '01-02 int/b renamed', '01-01 int/a added']);
  expect(among([post])).toEqual(of(post));
  expect(addedOn(post)).toBe('2026-01-01');
});

test('two names that point at each other come to an end', () => {
  const { of } = tell(
    [record('int/a')],
    [
      event('2026-01-01', 'int/a', 'added'),
      event('2026-01-02', 'int/b', 'renamed', { from: 'int/a' }),
      event('2026-01-03', 'int/a', 'renamed', { from: 'int/b' }),
    ],
  );
  expect(lines(of(record('int/a')))).toContain('01-03 int/a renamed');
});

test('one day tells each sort of change once, and no correction of what came that day', () => {
  const { all } = tell(
    [record('int/post')],
    [
      event('2026-01-01', 'int/post', 'added'),
      event('2026-01-01', 'int/post', 'corrected', { fields: ['name'] }),
      event('2026-01-02', 'int/post', 'corrected', { fields: ['website'] }),
      event('2026-01-02', 'int/post', 'corrected', { fields: ['license', 'website'] }),
      event('2026-01-03', 'int/post', 'corrected', { fields: ['name'] }),
      event('2026-01-03', 'int/post', 'corrected'),
    ],
  );
  expect(lines(all)).toEqual([
    '01-03 int/post corrected',
    '01-02 int/post corrected license website',
    '01-01 int/post added',
  ]);
});
