import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OPTIONS } from './fixtures/registry.ts';
import { readForeign } from './read-foreign.ts';

const TEXT = readFileSync(new URL('fixtures/codemeta.json', import.meta.url), 'utf8');

function read(text: string) {
  const result = readForeign(text, OPTIONS);
  if (result.problem !== undefined) throw new Error(JSON.stringify(result.problem));
  expect(result.format).toBe('codemeta');
  return result.records;
}

test('a codemeta.json becomes a project', () => {
  const [record] = read(TEXT);
  expect(record?.data).toEqual({
    name: 'Letter Post',
    summary: { fr: 'Envoie les lettres' },
    repository: 'https://github.com/example/letter-post',
    documentation: 'https://post.example.org/docs',
    started: '2021-04-08',
    released: '2022-01-01',
    status: 'development',
    license: 'EUPL-1.2',
    programmingLanguages: ['Python', 'Rust'],
    platforms: ['linux', 'windows'],
    tags: ['letters', 'post'],
    functions: ['forms'],
    sameAs: ['https://openhub.example.org/p/letter-post'],
    identifiers: { wikidata: 'Q42' },
    dependsOn: ['int/stamps'],
    owner: 'int/office',
    source: { format: 'codemeta.json', retrieved: '2026-11-23' },
  });
  expect(record?.notCarried.map(({ path, reason }) => [path, reason])).toEqual([
    ['dateModified', 'no-field'],
    ['version', 'no-field'],
    ['softwareRequirements.1', 'no-record'],
    ['author.0', 'person'],
    ['funder', 'no-field'],
    ['maintainer', 'person'],
  ]);
});

test.each([
  ['prefixed terms', { '@context': 'x', '@type': 'schema:WebApplication', 'schema:name': 'Post' }],
  [
    'full addresses',
    { '@context': 'x', '@type': 'https://schema.org/WebApplication', 'https://schema.org/name': 'Post' },
  ],
  [
    'a value with its language',
    { '@context': 'x', '@type': 'WebApplication', name: { '@value': 'Post', '@language': 'en' } },
  ],
])('%s are understood', (_, file) => {
  expect(read(JSON.stringify(file))[0]?.data).toMatchObject({ name: 'Post', type: 'application' });
});

test('names in several languages are one name', () => {
  const name = [
    { '@value': 'Post', '@language': 'en' },
    { '@value': 'Poste', '@language': 'fr' },
  ];
  const [record] = read(JSON.stringify({ '@context': 'x', '@type': 'SoftwareSourceCode', name }));
  expect(record?.data['name']).toEqual({ en: 'Post', fr: 'Poste' });
});

test('each software of a graph is a record, what stands beside them is told once', () => {
  const graph = [
    { '@type': 'SoftwareSourceCode', name: 'Post', odd: 1 },
    { '@type': 'Person', name: 'Ann' },
    { '@type': 'SoftwareSourceCode', name: 'Stamps', odd: 2 },
  ];
  const records = read(JSON.stringify({ '@context': 'x', '@graph': graph }));
  expect(records.map(({ data }) => data['name'])).toEqual(['Post', 'Stamps']);
  expect(records.map(({ notCarried }) => notCarried.map(({ path }) => path))).toEqual([
    ['@graph.0.odd', '@graph.1'],
    ['@graph.2.odd'],
  ]);
});

test('of several licences none is taken for the one', () => {
  const [record] = read(
    JSON.stringify({ '@context': 'x', '@type': 'SoftwareSourceCode', license: ['MIT', 'EUPL-1.2'] }),
  );
  expect(record?.data['license']).toBeUndefined();
  expect(record?.notCarried.map(({ path }) => path)).toEqual(['license.0', 'license.1']);
});
