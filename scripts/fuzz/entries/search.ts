import assert from 'node:assert/strict';
import { ByteWriter } from '../../../src/search/bytes.ts';
import { readTerms, suggestionsFor } from '../../../src/search/did-you-mean.ts';
import { FACETS } from '../../../src/search/facets.ts';
import { foldWord, WORDS } from '../../../src/search/fold.ts';
import { decodeOrder } from '../../../src/search/orders.ts';
import { isFound, planQuery, wordsToMark } from '../../../src/search/query.ts';
import { countValues, LONGEST_QUERY, MOST_VALUES, parseState, serializeState } from '../../../src/search/state.ts';
import { decodeTable, encodeTable } from '../../../src/search/table.ts';
import type { FuzzEntry } from '../entry.ts';

const FACET_IDS = FACETS.map(({ id }) => id);
const TERMS = readTerms('notifications\nidentité\nopen data\nX-Road\n政务通知\nمی‌رود\n');
/** A sound table without its checksum, each byte a character. */
const TABLE = String.fromCharCode(
  ...encodeTable(
    [0, 1, 2].map(
      (number) => ({ id: `int/${number}`, number, facets: { country: ['ca', 'fr'], status: ['stable'] } }) as never,
    ),
  ).subarray(4),
);

/** What somebody may type or write into the address of the search, and what it fetches. */
export const SEARCH_ENTRIES: readonly FuzzEntry[] = [
  {
    name: 'search-address',
    about: 'parseState and serializeState: the address of a search',
    starts: [
      'q=letters&country=ca&country=fr&status=stable&sort=checked&page=2',
      '?q=%C3%A9t%C3%A9+2',
      'standard=int/x&license=MIT',
    ],
    pieces: [
      '&',
      '=',
      '+',
      '%',
      '%00',
      '%ff',
      '%F0%9F',
      '%2F',
      '%3A',
      '?',
      '#',
      ';',
      'q',
      'page=',
      'sort=',
      'country=',
      'function=',
      'zone=',
      '__proto__=',
      'constructor=',
      '-1',
      '1e9',
      '99999999',
      'stable',
      'ca',
      ' ',
    ],
    longest: 600,
    check(search) {
      const state = parseState(new URLSearchParams(search), FACET_IDS);
      assert([...state.q].length <= LONGEST_QUERY && countValues(state) <= MOST_VALUES && state.page >= 1);
      const address = serializeState(state);
      const again = parseState(new URLSearchParams(address), FACET_IDS);
      assert.equal(serializeState(again), address);
      assert.deepEqual([again.q, again.sort, again.page], [state.q, state.sort, state.page]);
    },
  },
  {
    name: 'search-query',
    about: 'planQuery, wordsToMark, isFound, foldWord and suggestionsFor: what somebody types',
    starts: ['open-source letters', "l'identité numérique", '"exact words"', 'X-Road', '政务 通知', 'می‌رود'],
    pieces: [
      '"',
      "'",
      '’',
      '-',
      ' ',
      'l’',
      'qu',
      'œ',
      'ß',
      'İ',
      'the ',
      'IT',
      'x',
      '1',
      '日',
      'ไทย',
      '\u0301',
      '\u200c',
      '.*',
      '(',
      '[',
      '\\',
      '{',
      '<b>',
    ],
    longest: 200,
    check(typed) {
      const { words, compounds } = planQuery(typed);
      for (const { places } of compounds) assert(places.every((place) => place < words.length));
      for (const word of wordsToMark(typed)) assert(isFound(word, word));
      const asked = words.map(({ text }) => text);
      for (const { changed } of suggestionsFor(typed, asked, TERMS)) assert(changed.length > 0);
      for (const folded of (typed.match(WORDS) ?? []).map(foldWord)) assert.equal(foldWord(folded), folded);
    },
  },
  {
    name: 'search-files',
    about: 'decodeTable and decodeOrder: bytes with a right checksum',
    starts: [TABLE, `\u0002${TABLE.slice(1)}`, '\u0002\u0003\u0002\u0001\u0000'],
    pieces: [
      '\0',
      '\u0001',
      '\u0002',
      '\u007f',
      '\u0080',
      '\u00ff',
      '\u00ff\u00ff\u00ff\u000f',
      'country',
      '\u0007country',
    ],
    longest: 200,
    check(latin) {
      const writer = new ByteWriter();
      writer.raw(Uint8Array.from(latin, (unit) => unit.charCodeAt(0) & 0xff));
      for (const decoded of [decodeTable(writer.finish()), decodeOrder(writer.finish())])
        assert.equal(typeof (decoded.ok ? decoded.value : decoded.error), decoded.ok ? 'object' : 'string');
    },
  },
];
