import { describe, expect, test } from 'vitest';
import { compareRecords } from '../registry/change/compare-records.ts';
import { arbitraryOf } from '../registry/fixtures/arbitraries.ts';
import { fc, runs } from '../registry/fixtures/fast-check.ts';
import { KIND_NAMES, KINDS } from '../schema/kinds.ts';
import { createChangeWords } from './change-words.ts';
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import schemaFr from './schema.fr.json' with { type: 'json' };

const inEnglish = createChangeWords('en', en, (vocabulary, term) =>
  vocabulary === 'functions' && term === 'ai' ? 'Artificial intelligence' : undefined,
);
const inFrench = createChangeWords('fr', { ...schemaFr, ...fr });

describe('a change in words', () => {
  test.each([
    [
      { path: ['status'], before: 'beta', after: 'stable' },
      { field: 'Status', before: 'Beta', after: 'Stable', kind: 'changed' },
    ],
    [
      { path: ['summary', 'fr'], before: 'a', after: 'b' },
      { field: 'Summary (French)', before: 'a', after: 'b', kind: 'changed' },
    ],
    [
      { path: ['functions', 2], after: 'ai' },
      { field: 'Functions', after: 'Artificial intelligence', kind: 'added' },
    ],
    [
      { path: ['functions'], before: ['a', 'ai'], after: ['ai', 'a'] },
      {
        field: 'Functions (order)',
        before: 'a, Artificial intelligence',
        after: 'Artificial intelligence, a',
        kind: 'changed',
      },
    ],
    [
      { path: ['audience', 'countries'], before: ['CA', 'ZZZ'] },
      { field: 'Audience: Countries', before: 'Canada, ZZZ', kind: 'removed' },
    ],
    [
      { path: ['started'], before: 2019, after: '2019-06-03' },
      { field: 'Started', before: '2019', after: '3 June 2019', kind: 'changed' },
    ],
    [
      { path: ['sharedRepository'], after: true },
      { field: 'Shared repository', after: 'Yes', kind: 'added' },
    ],
    [
      { path: ['name'], before: 'Post', after: { en: 'Post', fr: 'Poste' } },
      { field: 'Name', before: 'Post', after: 'English: Post; French: Poste', kind: 'changed' },
    ],
    [
      { path: ['extensions', 'ca', 'branch'], after: { a: [1] } },
      { field: 'Extensions: ca: branch', after: 'a: 1', kind: 'added' },
    ],
    [
      { path: ['body'], before: 'a', after: 'b' },
      { field: 'Text', before: 'a', after: 'b', kind: 'changed' },
    ],
    [
      { path: ['successor'], after: 'ca/b' },
      { field: 'Successor', after: 'ca/b', kind: 'added' },
    ],
    [
      { path: ['toString', 'constructor', '__proto__'], after: null },
      { field: 'toString: constructor: __proto__', after: 'null', kind: 'added' },
    ],
    [
      { path: ['started'], before: '[x](javascript:alert)', after: '<b>' },
      { field: 'Started', before: '[x](javascript:alert)', after: '<b>', kind: 'changed' },
    ],
  ] as const)('%j', (change, words) => {
    expect(inEnglish('project', change)).toEqual(words);
  });

  test('names an item of a list by what it is about', () => {
    const change = { path: ['uses', 'ca/gc-notify', 'since'], before: 2019, after: 2020 };
    expect(inEnglish('organization', change)).toMatchObject({ field: 'Uses: ca/gc-notify: Since', before: '2019' });
    const added = { path: ['uses', 'ca/x'], after: { project: 'ca/x', since: '2019-06', willingToTalk: true } };
    expect(inEnglish('organization', added).after).toBe('Since: June 2019; Willing to talk: Yes');
    expect(inEnglish('organization', { path: ['uses', 'ca/x'], after: { project: 'ca/x' } }).after).toBe(
      'Project: ca/x',
    );
  });

  test('is in the language of the interface', () => {
    expect(inFrench('project', { path: ['summary', 'fr'], before: 'a' })).toEqual({
      field: 'Résumé (français)',
      before: 'a',
      kind: 'removed',
    });
    expect(inFrench('project', { path: ['status'], after: 'stable' }).after).toBe(fr['status.stable']);
    expect(inFrench('project', { path: ['audience', 'scope'], after: [] }).field).toBe(
      'Public\u00a0: Domaines d’action',
    );
  });
});

test.each(KIND_NAMES)('of any %s every field that comes has a title and words', (kind) => {
  fc.assert(
    fc.property(arbitraryOf(KINDS[kind].schema), (data) => {
      for (const change of compareRecords(kind, {}, data as Record<string, unknown>)) {
        const words = inFrench(kind, change);
        const [top] = change.path;
        expect(words.field.startsWith(String(schemaFr[`schema.${kind}.${top}.title` as never]))).toBe(true);
        expect(words).toMatchObject({ kind: 'added', after: expect.any(String) });
      }
    }),
    runs(20),
  );
});
