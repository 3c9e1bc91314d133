import { distance } from 'fastest-levenshtein';
import { expect, test } from 'vitest';
import { fc } from '../registry/fixtures/fast-check.ts';
import { foldName, NearWords, toleranceOf } from './near-words.ts';

test.each([
  ['GC Notify', 'gcnotify'],
  ['Démarches-Simplifiées', 'demarchessimplifiees'],
  ['ＯｐｅｎＣＲＶＳ', 'opencrvs'],
  ['منصة البيانات', 'منصةالبيانات'],
  ['코로나', '코로나'.normalize('NFKD')],
  ['Ísland.is', 'islandis'],
])('%s is compared as %s', (name, folded) => {
  expect(foldName(name)).toBe(folded);
});

test.each([
  [['notify'], 'notifi', ['notify']],
  [['notify'], 'notfy', []],
  [['openfisca'], 'openfisc', ['openfisca']],
  [['decidim'], 'decidin', ['decidim']],
  [['ckan'], 'okan', []],
  [['ckan'], 'ckan', ['ckan']],
  [['openreferral'], 'opnreferal', ['openreferral']],
  [['openreferral'], 'opnrefera', []],
])('of %j, %s is near %j', (words, word, near) => {
  expect(new NearWords(words).near(word).map((found) => found.word)).toEqual(near);
});

const word = fc.array(fc.constantFrom(...'abc'), { maxLength: 16 }).map((letters) => letters.join(''));

test('finds what comparing each with each finds', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), word, (words, wanted) => {
      const all = [...new Set(words)].filter(
        (each) => distance(each, wanted) <= toleranceOf(Math.min(each.length, wanted.length)),
      );
      expect(
        new NearWords(words)
          .near(wanted)
          .map((found) => found.word)
          .toSorted(),
      ).toEqual(all.toSorted());
    }),
  );
});
