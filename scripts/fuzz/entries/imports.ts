import assert from 'node:assert/strict';
import { type ForeignOptions, IMPORT_FORMATS, PROBLEM_CODES } from '../../../src/exchange/foreign.ts';
import { recordFinder } from '../../../src/exchange/known-records.ts';
import { readForeign } from '../../../src/exchange/read-foreign.ts';
import { rawAddress, repositoryFiles } from '../../../src/exchange/repository-files.ts';
import { checkShape } from '../../../src/registry/check-shape.ts';
import { KINDS } from '../../../src/schema/kinds.ts';
import type { FuzzEntry } from '../entry.ts';
import { FUZZ_DAY, fixtureRegistry } from './fixture-registry.ts';
import { YAML_SIGNS } from './signs.ts';
import { fieldsOf, textsOf } from './texts-fs.ts';

const FILES = textsOf('src/exchange/fixtures/*.{yml,json}', 8);
const RECORDS = textsOf('registry/projects/*/*.yaml', 20);
const JSON_SIGNS = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '\\u202e',
  'null',
  'true',
  '1e9',
  '"__proto__":',
  '"@type":',
  '"@graph":[',
  '"releases":[',
];

const OPTIONS: ForeignOptions = {
  today: FUZZ_DAY,
  url: 'https://raw.githubusercontent.com/example/post/HEAD/publiccode.yml',
  vocabularies: fixtureRegistry().vocabularies,
  findRecord: recordFinder([{ kind: 'organization', id: 'int/office', names: ['Office of Letters'], addresses: [] }]),
};

/** Files of other formats. */
export const IMPORT_ENTRIES: readonly FuzzEntry[] = [
  {
    name: 'import',
    about: 'readForeign: a file of another format',
    starts: [
      ...FILES.flatMap((text) => [text.slice(0, 400), text.slice(-400)]),
      ...RECORDS.map((text) => text.slice(0, 300)),
      'publiccodeYmlVersion: "0.4"\nname: x\n',
      // A short description that is too long: its first sentence is looked for in its language.
      ...['en', 'x y'].map(
        (language) =>
          `publiccodeYmlVersion: "0.4"\ndescription:\n  ${language}:\n    shortDescription: ${'Sends letters. '.repeat(12)}\n`,
      ),
      '{"@context":"x","@type":"SoftwareSourceCode","name":"x"}',
      '{"name":"x","laborHours":1}',
    ],
    pieces: [
      ...FILES.flatMap((text) => fieldsOf(text, 200)),
      ...YAML_SIGNS,
      ...JSON_SIGNS,
      '  pt_br:',
      '  x y:',
      '  en.UTF-8:',
      '  und:',
      '  __proto__:',
    ],
    longest: 500,
    check(text) {
      const result = readForeign(text, OPTIONS);
      if (result.problem !== undefined) {
        const { code, line, col, found } = result.problem;
        assert(PROBLEM_CODES.includes(code));
        assert(line >= 1 && line <= text.split(/\r\n?|\n/).length && col >= 1);
        assert.doesNotMatch(found, /[\p{Cc}\p{Cf}\p{Cs}]/u);
        return;
      }
      assert(IMPORT_FORMATS.includes(result.format));
      for (const { kind, data, notCarried } of result.records) {
        const { findings } = checkShape('f', { schemaVersion: 1, ...data }, KINDS[kind].schema);
        for (const { rule, path = [] } of findings)
          assert(rule === 'missing-field' && path.length <= 1, `carried with a fault: ${rule} ${path.join('.')}`);
        for (const { value, path } of notCarried) assert.doesNotMatch(value + path, /[\p{Cc}\p{Cf}\p{Cs}]/u);
      }
      assert.deepEqual(Object.keys(Object.prototype), []);
    },
  },
  {
    name: 'repository-files',
    about: 'repositoryFiles and rawAddress: the address of a repository',
    starts: [
      'https://github.com/a/b',
      'https://gitlab.com/a/b/c/-/blob/main/x',
      'https://codeberg.org/a/b/src/branch/main/x',
    ],
    pieces: [
      '/',
      '..',
      '%2e',
      '-',
      '.git',
      '?',
      '#',
      '@',
      ':',
      '\\',
      ' ',
      'é',
      '/-/',
      'blob',
      'gitlab.',
      'https://',
      'raw',
    ],
    longest: 120,
    check(address) {
      for (const { url } of repositoryFiles(address)?.files ?? []) assert.equal(new URL(url).protocol, 'https:');
      rawAddress(address);
    },
  },
];
