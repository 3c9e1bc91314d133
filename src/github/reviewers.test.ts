import { describe, expect, test } from 'vitest';
import { checkShape } from '../registry/check-shape.ts';
import { type Reviewers, reviewersSchema } from '../schema/reviewers.ts';
import { codeownersOf } from './codeowners.ts';
import { added, edited, report } from './fixtures/reports.ts';
import { maintainersOf, reviewersFor } from './reviewers.ts';

const reviewers: Reviewers = {
  schemaVersion: 1,
  zones: { '*': ['rest', 'org/all'], ca: ['Ann', 'bob'], 'ca-qc': ['zoe'], fr: ['fred'] },
  maintainers: { 'projects/int/letter-post': ['ann'] },
};
const of = (...ids: string[]) => report({ records: ids.map((id) => edited({ id })) });

describe('who is asked to review', () => {
  test.each([
    ['those of the zone', of('ca/a'), 'x', ['Ann', 'bob'], []],
    ['those of every zone, once', of('ca/a', 'fr/b', 'ca/c'), 'x', ['Ann', 'bob', 'fred'], []],
    ['those of the region', of('ca-qc/a'), 'x', ['zoe'], []],
    ['those of the country, where the region has none', of('ca-on/a'), 'x', ['Ann', 'bob'], []],
    ['those of the rest, where the zone has none', of('de/a'), 'x', ['rest'], ['all']],
    ['never the author, in any case of letters', of('ca/a'), 'aNN', ['bob'], []],
    ['those of the rest, where only the author is left', of('fr/a'), 'fred', ['rest'], ['all']],
  ])('%s', (_, given, author, users, teams) => {
    expect(reviewersFor(given, reviewers, author)).toEqual({ users, teams });
  });
  test.each(['vocabularies', 'settings', 'code', 'mixed'] as const)('%s: those of the rest', (scope) => {
    expect(reviewersFor(report({ scope }), reviewers, 'x')).toEqual({ users: ['rest'], teams: ['all'] });
  });
  test('nobody, where nobody is named', () => {
    expect(reviewersFor(of('ca/a'), { schemaVersion: 1 }, 'x')).toEqual({ users: [], teams: [] });
    expect(reviewersFor(of('ca/a'), { schemaVersion: 1, zones: { ca: ['x'] } }, 'x')).toEqual({ users: [], teams: [] });
  });
  test('at most as many as the host takes', () => {
    const many = Array.from({ length: 15 }, (_, index) => `a${index}`);
    const zones = { ca: many, fr: ['fred'] };
    expect(reviewersFor(of('ca/a', 'fr/a'), { schemaVersion: 1, zones }, 'x').users).toEqual(many);
  });
});

test('a record has the maintainers that the file names, by kind and id', () => {
  expect(maintainersOf(added(), reviewers)).toEqual(['ann']);
  expect(maintainersOf(added({ kind: 'organization' }), reviewers)).toEqual([]);
  expect(maintainersOf(added({ id: '__proto__' }), reviewers)).toEqual([]);
});

test('the host’s file of owners has the rest first and regions behind their country', () => {
  expect(codeownersOf(reviewers).split('\n').slice(1)).toEqual([
    '* @rest @org/all',
    '/registry/*/ca/ @Ann @bob',
    '/registry/*/ca-*/ @Ann @bob',
    '/registry/*/ca-qc/ @zoe',
    '/registry/*/fr/ @fred',
    '/registry/*/fr-*/ @fred',
    '',
  ]);
});

describe('reviewers.yaml', () => {
  const rulesOf = (data: object) =>
    checkShape('reviewers.yaml', { schemaVersion: 1, ...data }, reviewersSchema).findings.map(({ rule }) => rule);
  test('takes accounts and teams of every host', () => {
    expect(rulesOf({ zones: { '*': ['a', 'A-b', 'a_b.c', 'org/team-1'], 'ca-qc': ['0x'] } })).toEqual([]);
    expect(rulesOf(reviewers)).toEqual([]);
  });
  test.each([
    ['an @', { zones: { ca: ['@ann'] } }],
    ['a space', { zones: { ca: ['ann bob'] } }],
    ['a line', { zones: { ca: ['ann\n* @evil'] } }],
    ['no zone', { zones: { canada: ['ann'] } }],
    ['a team as maintainer', { maintainers: { 'projects/ca/a': ['org/team'] } }],
    ['a record without its kind', { maintainers: { 'ca/a': ['ann'] } }],
    ['nobody', { zones: { ca: [] } }],
  ])('refuses %s', (_, data) => {
    expect(rulesOf(data)).toHaveLength(1);
  });
});
