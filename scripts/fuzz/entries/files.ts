import assert from 'node:assert/strict';
import { decodeText } from '../../../src/registry/bytes.ts';
import { roleOf } from '../../../src/registry/files.ts';
import { splitFrontMatter } from '../../../src/registry/front-matter.ts';
import { parseYamlFile } from '../../../src/registry/parse.ts';
import { parseStringsFile } from '../../../src/registry/parse-strings.ts';
import { checkRegistry } from '../../../src/rules/index.ts';
import { interfaceStrings } from '../../../src/rules/interface-strings.ts';
import { recordFile } from '../../../src/schema/registry.ts';
import type { FuzzEntry } from '../entry.ts';
import { assertPlaced } from './findings.ts';
import { FUZZ_DAY, fixtureRegistry } from './fixture-registry.ts';
import { YAML_SIGNS } from './signs.ts';
import { fieldsOf, textsOf } from './texts-fs.ts';

const encoder = new TextEncoder();
const SEPARATORS = ['/', '//', '../', './', '.', '-', '--', '_', '\\', '%2e', ' ', ':', 'A', 'é'];
const CONFIG = textsOf('{registry/*.yaml,src/e2e/fixtures/*/*.yaml}', 8);
const VOCABULARIES = textsOf('{registry,src/e2e/fixtures/*}/vocabularies/*.yaml', 12);
const STRINGS =
  '{\n  "skip": "Aller au contenu",\n  "count": { "one": "{count} projet", "other": "{count} projets" }\n}\n';

/** The reading of files before anybody asks which record they are. */
export const FILE_ENTRIES: readonly FuzzEntry[] = [
  {
    name: 'path',
    about: 'roleOf: the path of a file',
    starts: [
      'registry.yaml',
      'projects/ca/gc-notify.yaml',
      'notes/int/2026-03-02-lesson.mdx',
      'vocabularies/functions.int.yaml',
      'i18n/pt-BR.json',
    ],
    pieces: [
      ...SEPARATORS,
      'projects',
      'notes',
      'int',
      'ca-qc',
      'post',
      '.yaml',
      '.mdx',
      '.json',
      '2026-01-01-',
      '__proto__',
      'constructor',
      'CON',
    ],
    longest: 300,
    check(path) {
      const role = roleOf(path);
      if (role.type === 'record') assert.equal(recordFile(role.kind, role.id), path);
    },
  },
  {
    name: 'bytes',
    about: 'decodeText: the bytes of a file',
    starts: [
      'name: Café\n',
      '\u00ef\u00bb\u00bfname: x\n',
      'name: \u00e2\u0082\u00ac\u00f0\u009f\u0098\u0080\n',
      '\u00ff\u00fen\0a\0',
    ],
    pieces: [
      'a',
      '\n',
      '\r\n',
      '\u00c0\u00af',
      '\u00ed\u00a0\u0080',
      '\u00f4\u0090\u0080\u0080',
      '\u00e2\u0082',
      '\u00f0\u009f',
      '\u0080',
      '\u00ff',
      '\u00e2\u0080\u00ae',
    ],
    longest: 400,
    check(latin) {
      const bytes = Uint8Array.from(latin, (unit) => unit.charCodeAt(0) & 0xff);
      const { text, findings } = decodeText('f', bytes);
      const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      assertPlaced(findings, 'f', lenient);
      if (text === undefined) assert(findings.length > 0);
      else assert.deepEqual(encoder.encode(text), bytes);
    },
  },
  {
    name: 'config',
    about: 'parseYamlFile: registry.yaml, federation.yaml and vocabularies',
    starts: [...CONFIG.filter((text) => text.length < 1000), ...VOCABULARIES.map((text) => text.slice(0, 120))],
    pieces: [...CONFIG.flatMap((text) => fieldsOf(text, 200)), ...YAML_SIGNS],
    longest: 400,
    check(given) {
      const text = given.toWellFormed();
      const file = /^terms:/m.test(text)
        ? 'vocabularies/x.yaml'
        : /^sources:/m.test(text)
          ? 'federation.yaml'
          : 'registry.yaml';
      const role = roleOf(file);
      assert('schema' in role);
      const { data, findings } = parseYamlFile(file, encoder.encode(text), role.schema);
      assertPlaced(findings, file, text);
      assert.equal(findings.length > 0, data === undefined);
    },
  },
  {
    name: 'strings',
    about: 'parseStringsFile: interface strings in JSON, and the rule about them',
    starts: [STRINGS, '{"skip": "x"}', '{}', '[]'],
    pieces: [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '\\u202e',
      '\\ud800',
      '\\"',
      '\n',
      ' ',
      'null',
      'true',
      '1e9',
      '-',
      '"skip"',
      '"other"',
      '{count}',
      '{name}',
      '"__proto__"',
      '//x\n',
      '/*',
      "'",
    ],
    longest: 600,
    check(given) {
      const text = given.toWellFormed();
      const { data, findings } = parseStringsFile('i18n/fr.json', encoder.encode(text));
      assertPlaced(findings, 'i18n/fr.json', text);
      assert.equal(findings.length > 0, data === undefined);
      if (data === undefined) return;
      assert.deepEqual(data, JSON.parse(text));
      const registry = { ...fixtureRegistry(), strings: { fr: data } };
      for (const { file } of checkRegistry(registry, { today: FUZZ_DAY }, [interfaceStrings]))
        assert.equal(file, 'i18n/fr.json');
    },
  },
  {
    name: 'front-matter',
    about: 'splitFrontMatter: the two parts of an MDX file',
    starts: ['---\ntitle: x\n---\n\nText\n', '---\n---\n'],
    pieces: ['---\n', '\n---\n', '---', '----\n', '\n', ' ', 'a: b\n', '...\n', '\r\n', 'Text'],
    longest: 300,
    check(text) {
      const parts = splitFrontMatter(text);
      if (parts === undefined) return;
      assert.equal(text.slice(parts.yamlOffset, parts.yamlOffset + parts.yaml.length), parts.yaml);
      assert.equal(text.slice(parts.bodyOffset), parts.body);
    },
  },
];
