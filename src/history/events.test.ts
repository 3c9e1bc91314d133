import { describe, expect, test } from 'vitest';
import type { ChangeEvent } from '../schema/change.ts';
import { contentDigest, type VersionContent } from './content-digest.ts';
import { type Commit, eventsOf } from './events.ts';

const POST = { schemaVersion: 1, name: 'Letter Post', summary: { en: 'Sends letters' }, license: 'MIT' };
/** Versions by name; an absent one cannot be read. */
const VERSIONS: Readonly<Record<string, object>> = {
  post: POST,
  reordered: { license: 'MIT', summary: { en: 'Sends letters' }, name: 'Letter Post', schemaVersion: 1 },
  french: { ...POST, summary: { en: 'Sends letters', fr: 'Envoie des lettres' } },
  bettered: { ...POST, license: 'EUPL-1.2', summary: { en: 'Sends post', fr: 'Envoie des lettres' } },
  checked: { ...POST, checked: { on: '2026-03-01', by: 'makers' } },
  checkedEarlier: { ...POST, checked: { on: '2026-02-01', by: 'makers' } },
  ended: {
    ...POST,
    status: 'obsolete',
    ended: { date: 2026, reason: { en: 'Nobody writes' } },
    website: 'https://a.example/',
  },
  renamed: { ...POST, formerIds: ['int/post'] },
  renamedAnew: { ...POST, name: 'Parcel Post', formerIds: ['int/post'] },
  named: { ...POST, name: { en: 'Letter Post', fr: 'La Poste' } },
  tombstone: { schemaVersion: 1, state: 'tombstone', reason: 'withdrawn' },
};
const read = (_: string, version: string): VersionContent | undefined =>
  VERSIONS[version] === undefined ? undefined : { data: VERSIONS[version] };

/** A commit of the day of its place in the list: file, version before, version after. */
function commits(...changes: (readonly [file: string, before: string, after: string])[][]): Commit[] {
  return changes.map((files, index) => ({
    commit: String(index),
    day: `2026-01-${String(index + 1).padStart(2, '0')}`,
    changes: files.map(([name, before, after]) => ({
      file: name.includes('.') ? name : `projects/${name}.yaml`,
      ...(before === '' ? {} : { before }),
      ...(after === '' ? {} : { after }),
    })),
  }));
}

const told = (events: readonly ChangeEvent[]) =>
  events.map(({ day, id, what, from, fields }) =>
    [day.slice(-2), id, what, ...(from === undefined ? [] : [`from ${from}`]), ...(fields ?? [])].join(' '),
  );
const tell = (...changes: Parameters<typeof commits>) => told(eventsOf(commits(...changes), read));
const COME = ['int/post', '', 'post'] as const;

describe('what commits did to records', () => {
  test.each<[string, Parameters<typeof commits>, string[]]>([
    ['a record comes', [[COME]], ['01 int/post added']],
    ['its layout changes', [[COME], [['int/post', 'post', 'reordered']]], ['01 int/post added']],
    [
      'a text comes in another language',
      [[COME], [['int/post', 'post', 'french']]],
      ['01 int/post added', '02 int/post corrected summary.fr'],
    ],
    [
      'several fields change',
      [[COME], [['int/post', 'post', 'bettered']]],
      ['01 int/post added', '02 int/post corrected license summary.en summary.fr'],
    ],
    [
      'a name becomes one of several languages',
      [[COME], [['int/post', 'post', 'named']]],
      ['01 int/post added', '02 int/post corrected name'],
    ],
    [
      'its makers confirm it, and an earlier day is put in',
      [[COME], [['int/post', 'post', 'checked']], [['int/post', 'checked', 'checkedEarlier']]],
      ['01 int/post added', '02 int/post confirmed', '03 int/post corrected checked'],
    ],
    [
      'it ends, and more is said',
      [[COME], [['int/post', 'post', 'ended']]],
      ['01 int/post added', '02 int/post ended', '02 int/post corrected website'],
    ],
    [
      'it moves in one commit',
      [
        [COME],
        [
          ['int/letters', '', 'renamed'],
          ['int/post', 'post', ''],
        ],
      ],
      ['01 int/post added', '02 int/letters renamed from int/post'],
    ],
    [
      'it moves and is corrected, with a tombstone in its place',
      [
        [COME],
        [
          ['int/letters', '', 'renamedAnew'],
          ['int/post', 'post', 'tombstone'],
        ],
      ],
      ['01 int/post added', '02 int/letters renamed from int/post', '02 int/letters corrected name'],
    ],
    [
      'it becomes a tombstone, which is corrected and deleted',
      [
        [COME],
        [['int/post', 'post', 'tombstone']],
        [['int/post', 'tombstone', 'tombstone']],
        [['int/post', 'tombstone', '']],
      ],
      ['01 int/post added', '02 int/post removed'],
    ],
    [
      'it goes and comes again',
      [[COME], [['int/post', 'post', '']], [['int/post', '', 'post']]],
      ['01 int/post added', '02 int/post removed', '03 int/post added'],
    ],
    [
      'a version cannot be read, and the next is as before',
      [[COME], [['int/post', 'post', 'broken']], [['int/post', 'broken', 'reordered']]],
      ['01 int/post added'],
    ],
    [
      'a version cannot be read, and the next differs',
      [[COME], [['int/post', 'post', 'broken']], [['int/post', 'broken', 'french']]],
      ['01 int/post added', '03 int/post corrected'],
    ],
    [
      'the first version cannot be read',
      [[['int/post', '', 'broken']], [['int/post', 'broken', 'post']]],
      ['02 int/post added'],
    ],
    ['what goes was never readable', [[['int/post', '', 'broken']], [['int/post', 'broken', '']]], []],
    [
      'no record changes',
      [
        [
          ['registry.yaml', 'post', 'french'],
          ['projects/nowhere.yaml', '', 'post'],
        ],
      ],
      [],
    ],
  ])('%s', (_, changes, expected) => {
    expect(tell(...changes)).toEqual(expected);
  });

  test('are told the same in one walk and in parts', () => {
    const all = commits(
      [COME, ['ca/notify', '', 'broken']],
      [
        ['int/post', 'post', 'broken'],
        ['ca/notify', 'broken', 'french'],
      ],
      [['int/post', 'broken', 'french']],
      [
        ['int/letters', '', 'renamed'],
        ['int/post', 'french', ''],
      ],
      [
        ['int/letters', 'renamed', 'renamedAnew'],
        ['ca/notify', 'french', 'tombstone'],
      ],
    );
    const whole = eventsOf(all, read);
    expect(whole).toHaveLength(7);
    for (const [cut] of all.entries()) {
      const first = eventsOf(all.slice(0, cut), read);
      expect([...first, ...eventsOf(all.slice(cut), read, first)]).toEqual(whole);
    }
  });
});

describe('the hash of a content', () => {
  test('is of what is said, whatever the layout', () => {
    expect(contentDigest({ data: VERSIONS['reordered'] ?? {} })).toBe(contentDigest({ data: POST }));
    expect(contentDigest({ data: { ...POST, schemaVersion: 2, gone: undefined } })).toBe(contentDigest({ data: POST }));
    expect(contentDigest({ data: POST, body: 'a\n' })).toBe(contentDigest({ data: POST, body: '\na' }));
  });
  test('differs where a value, an order or a text differs', () => {
    const contents = [
      { data: { a: ['x', 'y'] } },
      { data: { a: ['y', 'x'] } },
      { data: { a: 'x' } },
      { data: { a: 1 } },
      { data: { a: '1' } },
      { data: { a: 1 }, body: 'x' },
    ];
    expect(new Set(contents.map(contentDigest)).size).toBe(contents.length);
  });
});
