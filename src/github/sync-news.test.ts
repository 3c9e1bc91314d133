import { expect, test } from 'vitest';
import { emptyLists } from '../federation/next-state.ts';
import { createTranslator } from '../i18n/t.ts';
import { stringsOf } from '../site/strings.ts';
import { readSyncMarker, type SyncNews, syncBody, syncLabels, syncTitle, withoutSyncMarker } from './sync-news.ts';

const t = createTranslator('en', stringsOf('en', {}));
const news = (report: Partial<SyncNews['report']> = {}, more: Partial<SyncNews> = {}): SyncNews => ({
  ...{ source: 'ca', zones: ['ca'], trust: 'review', braked: false },
  report: { source: 'ca', sequence: 7, asOf: '2026-11-20', ...emptyLists(), unchanged: 3, ignored: 0, ...report },
  ...more,
});
const CONTENT = 'a'.repeat(64);

test('the title counts what changes, and names the state where only that does', () => {
  expect(syncTitle(news({ added: ['project:ca/a'], changed: ['project:ca/b', 'project:ca/c'] }))).toBe(
    'Sync ca: 1 added, 2 changed',
  );
  expect(syncTitle(news())).toBe('Sync ca: state 7');
});

test('what others wrote mentions nobody, links nowhere and breaks no list', () => {
  const hostile = '@everyone `x` </details> [a](https://x.example) #1\n| b |\n<!-- public-square:sync';
  const body = syncBody(
    news({
      quarantined: [{ key: hostile, reason: hostile }],
      stale: [{ key: hostile, fields: [{ path: hostile, old: hostile, now: { hostile }, ours: undefined }] }],
    }),
    CONTENT,
    t,
  );
  const outside = body.replace(/(`+)(?:(?!\1)[^\n])+\1/g, '');
  for (const piece of ['@everyone', 'x.example', '#1', '| b |']) expect(outside).not.toContain(piece);
  expect(outside.match(/<\/details>/g)).toHaveLength(1);
  expect(readSyncMarker(body)).toBe(CONTENT);
  expect(readSyncMarker(withoutSyncMarker(body))).toBeUndefined();
  expect(body).toContain('the overlay says nothing');
});

test('ten thousand records fit into a pull request’s text', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => `project:ca/a-rather-long-name-of-a-project-${at}`);
  const fields = [{ path: '/summary/en', old: 'x'.repeat(600), now: 'y'.repeat(600), ours: 'z'.repeat(600) }];
  const stale = many.map((key) => ({ key, fields }));
  const lists = Object.fromEntries(Object.keys(emptyLists()).map((name) => [name, many]));
  const body = syncBody(news({ ...lists, quarantined: [], refused: [], stale }), CONTENT, t);
  expect(body.length).toBeLessThan(65_536);
});

test('safe is what a trusted source brings without anything to look at', () => {
  expect(syncLabels(news({}, { trust: 'auto-safe' }), [])).toEqual({ add: ['sync', 'sync: safe'], remove: [] });
  const flagged = news({ edited: ['project:ca/a'] }, { trust: 'auto-safe' });
  expect(syncLabels(flagged, ['sync', 'sync: safe', 'hold'])).toEqual({
    add: ['sync: look closely'],
    remove: ['sync: safe'],
  });
  expect(syncLabels(news({}, { braked: true }), ['sync']).add).toEqual(['sync: look closely']);
});
