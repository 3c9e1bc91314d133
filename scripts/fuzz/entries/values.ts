import assert from 'node:assert/strict';
import { directionOf, formatDate, languageName, ownLanguageName } from '../../../src/i18n/format.ts';
import { checkRegistry } from '../../../src/rules/index.ts';
import { languageTag as languageRule } from '../../../src/rules/language-tag.ts';
import { mixedScript } from '../../../src/rules/mixed-script.ts';
import { nearest } from '../../../src/rules/nearest.ts';
import { personalAddress } from '../../../src/rules/personal-address.ts';
import { shown } from '../../../src/rules/rule.ts';
import { isSpdxExpression, spdxSuggestions } from '../../../src/rules/spdx.ts';
import { languageTag, partialDate } from '../../../src/schema/primitives.ts';
import type { Draft } from '../../../src/schema/registry.ts';
import { findUnsafeCharacters } from '../../../src/schema/unsafe-characters.ts';
import type { FuzzEntry } from '../entry.ts';
import { FUZZ_DAY, fixtureRegistry } from './fixture-registry.ts';

const WORDS = [
  'Letter',
  'Post',
  'Служба',
  'Υπηρεσία',
  'سامانه‌ها',
  '政务',
  '🇨🇦',
  '👩‍💻',
  ' ',
  '-',
  '.',
  '_',
  '@',
  'gmail.com',
  'info',
  'anna.b',
  '\u200c',
  '\u202e',
];

function registryOf(data: object) {
  const draft = { id: 'int/post', zone: 'int', slug: 'post', kind: 'project', file: 'f', data } as unknown as Draft;
  return { ...fixtureRegistry(), records: [], drafts: [draft] };
}

/** Single values of records. */
export const VALUE_ENTRIES: readonly FuzzEntry[] = [
  {
    name: 'license',
    about: 'isSpdxExpression and spdxSuggestions',
    starts: [
      'MIT',
      'Apache-2.0 OR (EUPL-1.2 AND LicenseRef-x)',
      'GPL-2.0-or-later WITH Classpath-exception-2.0',
      'gpl v3',
    ],
    pieces: [
      'MIT',
      'EUPL-1.2',
      ' OR ',
      ' AND ',
      ' WITH ',
      '(',
      ')',
      '+',
      ' ',
      'LicenseRef-',
      'DocumentRef-x:',
      'gpl',
      'apache license ',
      'v2',
      '.0',
      '-only',
      'NONE',
      'not-open',
    ],
    longest: 120,
    check(text) {
      const sound = isSpdxExpression(text);
      assert.equal(isSpdxExpression(text), sound);
      for (const id of spdxSuggestions(text)) assert(isSpdxExpression(id));
    },
  },
  {
    name: 'language',
    about: 'the schema and the rule of language tags, then Intl',
    starts: ['en', 'pt-BR', 'zh-Hant', 'iu-Cans-CA', 'es-419', 'mn-Mong'],
    pieces: [
      '-',
      '_',
      'x',
      'en',
      'EN',
      'Latn',
      'CA',
      '001',
      'u-ca-gregory',
      'root',
      'und',
      'iw',
      'qaa',
      'zz',
      'i-klingon',
    ],
    longest: 30,
    check(tag) {
      if (!languageTag.safeParse(tag).success) return;
      if (checkRegistry(registryOf({ summary: { [tag]: 'x' } }), { today: FUZZ_DAY }, [languageRule]).length > 0)
        return;
      for (const name of [languageName(tag, 'fr'), ownLanguageName(tag)]) assert.notEqual(name, '');
      assert.match(directionOf(tag), /^(?:ltr|rtl)$/);
    },
  },
  {
    name: 'date',
    about: 'the schema of partial dates, then formatDate',
    starts: ['2019', '2019-06', '2019-06-03', '2024-02-29'],
    pieces: ['-', '0', '1', '2', '9', '00', '31', '02', 'T', 'Z', ' ', '+', '/', '.'],
    longest: 20,
    check(date) {
      if (!partialDate.safeParse(date).success) return;
      for (const lang of ['en', 'fr', 'ar']) assert.notEqual(formatDate(date, lang), '');
    },
  },
  {
    name: 'text',
    about: 'findUnsafeCharacters, shown, nearest and the rules about names and mailboxes',
    starts: ['Letter Post', 'سامانهٔ اطلاع‌رسانی', 'Служба post', 'anna.b@gmail.com'],
    pieces: WORDS,
    longest: 160,
    check(text) {
      for (const { offset, name } of findUnsafeCharacters(text)) {
        assert(offset < text.length);
        assert.match(name, /^U\+[0-9A-F]{4,6}$/);
      }
      assert.doesNotMatch(shown(text), /[\p{Cc}\p{Cf}\p{Cs}]/u);
      nearest(text, ['post', 'letter-post', 'служба']);
      const registry = registryOf({ name: text, maintenance: { contacts: [{ name: text, email: text }] } });
      for (const { file } of checkRegistry(registry, { today: FUZZ_DAY }, [mixedScript, personalAddress]))
        assert.equal(file, 'f');
    },
  },
];
