import assert from 'node:assert/strict';
import { compareRecords } from '../../../src/registry/change/compare-records.ts';
import { type Fields, sameData } from '../../../src/registry/change/data.ts';
import { editRecord } from '../../../src/registry/change/edit-record.ts';
import { readSource } from '../../../src/registry/change/source.ts';
import { formatRecord } from '../../../src/registry/format.ts';
import { findUnsafeCharacters } from '../../../src/schema/unsafe-characters.ts';
import type { FuzzEntry } from '../entry.ts';
import { YAML_SIGNS } from './signs.ts';
import { fieldsOf, textsOf } from './texts-fs.ts';

const TEXTS = textsOf('{registry,src/rules/fixtures/*/*}/{projects,organizations}/*/*.yaml', 150);
const STARTS = TEXTS.filter((text) => text.length < 700);
const COMMENTS = ['\n# c\n', ' # c', '\n  # c\n', '\n\n', '\n', '\r\n', '  ', '- ', ': ', '? '];

/** What people may do with a field, one after the other: it goes, it is another, it is written otherwise, something comes beside it. */
function changed(data: Fields): Fields {
  const fields = Object.entries(data).flatMap(([key, value], index): [string, unknown][] => {
    if (index % 4 === 0) return [[key, value]];
    if (index % 4 === 1) return [];
    if (Array.isArray(value)) return [[key, [value.at(-1), 'new: # item', ...value.slice(1, -1)]]];
    if (typeof value === 'object' && value !== null) return [[key, { ...value, fr: 'Deux\n\nlignes # ici' }]];
    return [[key, `${String(value)} "new"`]];
  });
  return { ...Object.fromEntries(fields), tags: ['a, b', 'c'] };
}

/** Texts that are changed in place. */
export const EDIT_ENTRIES: readonly FuzzEntry[] = [
  {
    name: 'edit',
    about: 'editRecord and compareRecords: a record that says something else afterwards',
    starts: STARTS,
    pieces: [
      ...new Set(TEXTS.flatMap((text) => fieldsOf(text, 150))),
      ...YAML_SIGNS.flatMap((sign) => Array(10).fill(sign)),
      ...COMMENTS.flatMap((sign) => Array(30).fill(sign)),
    ],
    longest: 300,
    check(given) {
      const text = given.toWellFormed();
      const before = readSource('project', text)?.data;
      if (before === undefined) return assert.equal(editRecord('project', text, {}), undefined);
      assert.equal(editRecord('project', text, before), text);
      assert.deepEqual(compareRecords('project', before, before), []);
      // Written anew they would be escapes, which are refused.
      if (findUnsafeCharacters(text.replaceAll('\r\n', '\n')).length > 0) return;
      const after = changed(before);
      const edited = editRecord('project', text, after);
      assert(edited !== undefined, 'not written');
      assert(sameData(readSource('project', edited)?.data, after), 'says something else');
      assert.equal(compareRecords('project', before, after).length > 0, !sameData(before, after));
      if (formatRecord('project', text) === text)
        assert.equal(formatRecord('project', edited), edited, 'not canonical');
    },
  },
];
