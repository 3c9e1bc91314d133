import { readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../registry/front-matter.ts';
import { loadRegistry, plainText } from '../registry/load-fs.ts';
import { locateFindings, parseRecordFile } from '../registry/parse.ts';
import { schemaComment } from '../registry/schema-comment.ts';
import { RULES_BY_ID } from '../rules/index.ts';
import { KINDS } from '../schema/kinds.ts';
import { SCHEMAS } from '../schema/schemas.ts';
import { LanguageServer } from './language-server.ts';

const HOME = fileURLToPath(new URL('../../', import.meta.url));
const FILE = join(HOME, 'registry/projects/int/post.yaml');
const server = new LanguageServer();

/** A sound record of 12 lines, to be spoilt. Every registry has the function of its own that stands first. */
const { registry } = loadRegistry(join(HOME, 'registry'));
const [FUNCTION = ''] = Object.keys(registry.vocabularies['functions']?.terms ?? {});
const PROJECT = `${schemaComment('project')}schemaVersion: 1
name: Letter Post
summary:
  en: Sends letters for public offices
type: service
status: stable
functions:
  - ${FUNCTION}
owner: int/office
website: https://post.example.org/
license: MIT
`;

describe('the YAML language server', () => {
  test('takes every record of the registry', async () => {
    const files = [...registry.records, ...registry.tombstones].map(({ file }) => join(HOME, 'registry', file));
    const faulty: string[] = [];
    for (const file of files) {
      const text = plainText(file) ?? '';
      const yaml = file.endsWith('.mdx') ? (splitFrontMatter(text)?.yaml ?? '') : text;
      for (const { line, message } of await server.faults(file, yaml)) faulty.push(`${file}:${line} ${message}`);
    }
    expect(faulty).toEqual([]);
    console.info(`editors: ${files.length} of ${files.length} records without a fault`);
  });

  test('takes a sound record and a tombstone', async () => {
    expect(await server.faults(FILE, PROJECT)).toEqual([]);
    const tombstone = `${schemaComment('project')}schemaVersion: 1\nstate: tombstone\nreason: error\n`;
    expect(await server.faults(FILE, tombstone)).toEqual([]);
  });

  const BROKEN: readonly (readonly [name: string, from: string, to: string, line: number, message: string])[] = [
    ['a mistyped field', 'status:', 'staus: beta\nstatus:', 7, 'Property staus is not allowed.'],
    ['a missing field', 'owner: int/office\n', '', 2, 'Missing property "owner".'],
    [
      'a value outside its list',
      'stable',
      'finished',
      7,
      'Value is not accepted. Valid values: "concept", "development",',
    ],
    ['a function that is none', `- ${FUNCTION}`, '- nonsense', 9, 'Value is not accepted. Valid values: '],
    ['an http address', 'https:', 'http:', 11, 'Expected an https address of a public host.'],
    ['a language in words', '  en:', '  english:', 5, 'Expected a language tag (BCP 47): en, fr, pt-BR, zh-Hant.'],
    ['a summary without a language', 'summary:\n  en: ', 'summary: ', 4, 'Incorrect type. Expected "Summary".'],
    [
      'a summary of 200 characters',
      'Sends letters',
      'x'.repeat(200),
      5,
      'String is longer than the maximum length of 160.',
    ],
    ['a reference that is no id', 'int/office', 'Office of Post', 10, 'Expected an id: zone/slug, as ca/gc-notify.'],
    [
      'one text where a list belongs',
      `functions:\n  - ${FUNCTION}`,
      `functions: ${FUNCTION}`,
      8,
      'Incorrect type. Expected "array".',
    ],
    ['no function', `functions:\n  - ${FUNCTION}`, 'functions: []', 8, 'Array has too few items. Expected 1 or more.'],
    ['another version of the data model', 'schemaVersion: 1', 'schemaVersion: 2', 2, 'Value must be 1.'],
    ['a date that is none', 'license: MIT', 'started: 2019-13', 12, 'Expected a date: 2019, 2019-06 or 2019-06-03.'],
    [
      'a country in words',
      'license: MIT',
      'audience: {countries: [France]}',
      12,
      'Expected a country code of ISO 3166-1',
    ],
    [
      'a field in a field',
      'license: MIT',
      'checked: {on: 2026-11-23, by: Team, who: me}',
      12,
      'Property who is not allowed.',
    ],
    [
      'a contact without a name',
      'license: MIT',
      'maintenance: {type: internal, contacts: [{url: https://x.example.org/}]}',
      12,
      'Missing property "name".',
    ],
    ['a key twice', 'license: MIT', 'name: Other', 12, 'Map keys must be unique'],
    ['a tab', '  en:', '\ten:', 5, 'Tabs are not allowed as indentation'],
    ['a quote left open', 'Letter Post', '"Letter Post', 13, 'Missing closing "quote'],
    ['a colon in a text', 'Letter Post', 'Letter: Post', 3, 'Nested mappings are not allowed in compact mappings'],
  ];

  test.each(BROKEN)('underlines %s', async (_, from, to, line, message) => {
    const text = PROJECT.replace(from, to);
    expect(text).not.toBe(PROJECT);
    expect(await server.faults(FILE, text)).toContainEqual({
      line,
      col: expect.any(Number),
      message: expect.stringContaining(message),
    });
    const { findings } = parseRecordFile('projects/int/post.yaml', 'project', new TextEncoder().encode(text));
    // The rules see what a vocabulary has; the fields alone do not.
    if (!text.includes('nonsense'))
      expect(locateFindings(findings, RULES_BY_ID, () => text).map((issue) => issue.line)).toContain(line);
  });

  test('says what a field is, and what a value means', async () => {
    expect(await server.hover(FILE, PROJECT, { after: '\nsumm' })).toMatch(
      /^#### Summary\n\nWhat it does and for whom/,
    );
    expect(await server.hover(FILE, PROJECT, { after: '\nstat' })).toContain('* `beta`: Beta');
    const { label = {} } = registry.vocabularies['functions']?.terms[FUNCTION] ?? {};
    const [anyLabel] = Object.values(label);
    const hover = await server.hover(FILE, PROJECT, { after: `- ${FUNCTION}` });
    expect(hover).toContain(`\`${FUNCTION}\`: ${label['en'] ?? anyLabel}`);
  });

  test('offers fields with their help, and the values of a list and of a vocabulary', async () => {
    const fields = await server.offers(FILE, `${PROJECT}d`, { after: 'MIT\nd' });
    expect(fields.get('documentation')).toBe('The address of its documentation.');
    const status = await server.offers(FILE, PROJECT.replace('stable', ''), { after: 'status: ' });
    expect([...status.keys()]).toEqual(['concept', 'development', 'beta', 'stable', 'obsolete']);
    const functions = await server.offers(FILE, PROJECT.replace(`- ${FUNCTION}`, '- '), { after: '\n  - ' });
    expect([...functions.keys()]).toEqual(Object.keys(registry.vocabularies['functions']?.terms ?? {}).toSorted());
    expect(functions.get(FUNCTION)).not.toBe('');
  });
});

describe('the settings of Visual Studio Code', () => {
  const settings = JSON.parse(readFileSync(join(HOME, '.vscode/settings.json'), 'utf8')) as {
    'yaml.schemas': Record<string, string>;
  };
  const patterns = Object.entries(settings['yaml.schemas']);

  test.each([
    ...Object.entries(KINDS)
      .filter(([, { ending }]) => ending === 'yaml')
      .map(([kind, { folder }]) => [`registry/${folder}/int/x.yaml`, kind]),
    ['registry/registry.yaml', 'registry'],
    ['registry/federation.yaml', 'federation'],
    ['registry/reviewers.yaml', 'reviewers'],
    ['registry/vocabularies/functions.int.yaml', 'vocabulary'],
  ])('give %s the schema of a %s', (file, kind) => {
    const schemas = patterns.filter(([, pattern]) => matchesGlob(file, pattern)).map(([schema]) => schema);
    expect(schemas).toEqual([`public/schema/${kind}.json`]);
    expect(Object.keys(SCHEMAS)).toContain(kind);
  });
});
