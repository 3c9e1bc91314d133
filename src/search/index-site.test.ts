import { glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SearchText } from './entry.ts';
import { syntheticSearch } from './fixtures/synthetic.ts';
import { type SearchInput, type SearchManifests, startIndex } from './index-site.ts';
import { decodeOrder, ORDERS } from './orders.ts';
import { decodeTable } from './table.ts';
import { openTextIndex, type Pagefind, type TextQueries } from './text-query.ts';

/** Texts in the place of synthetic ones, in English and French; the English-only ones stand in French with keywords. */
const TEXTS: readonly (readonly [number, Partial<SearchText>, Partial<SearchText>])[] = [
  [
    3,
    { title: 'Harbour Notify', summary: 'Sends messages' },
    { title: 'Harbour Notify', summary: 'Sends messages', purpose: ['notifications', 'courriels'] },
  ],
  [7, { title: 'Carnet de santé' }, { title: 'Carnet de santé', summary: 'Dossier médical' }],
  [
    12,
    { body: 'It lists health lanterns' },
    { title: 'Registre', summary: 'Tient l’horlogerie à jour', body: 'Il concerne la sante de tous' },
  ],
  [20, { title: 'X-Road', body: 'an open-source layer' }, { title: 'X-Road', otherNames: ['Échangeur'] }],
  [
    28,
    { title: 'Lanterns', body: 'harbour harbour harbour harbour harbour' },
    { title: 'Lanternes', keywords: ['courriels'] },
  ],
];

function input(): SearchInput {
  const { entries, languages } = syntheticSearch(30);
  const change = (lang: string, texts: readonly SearchText[]): SearchText[] =>
    texts.map((text, number) => {
      const found = TEXTS.find(([of]) => of === number);
      return { ...text, ...(lang === 'fr' ? found?.[2] : found?.[1]) };
    });
  return {
    entries,
    languages: Object.fromEntries(
      Object.entries(languages).map(([lang, { texts, cards }]) => [lang, { texts: change(lang, texts), cards }]),
    ),
  };
}

let folders: string[];
let manifests: SearchManifests;

beforeAll(async () => {
  folders = await Promise.all([1, 2].map(() => mkdtemp(join(tmpdir(), 'index-site-'))));
  for (const folder of folders) manifests = await startIndex(input()).finish(folder);
});
afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

async function filesOf(folder: string): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob('**/*.*', { cwd: folder })) files.push(file);
  return files.sort();
}

test('two runs give the same files, byte for byte', async () => {
  const [one = '', other = ''] = folders;
  const files = await filesOf(one);
  expect(files.length).toBeGreaterThan(25);
  expect(await filesOf(other)).toEqual(files);
  for (const file of files) {
    expect((await readFile(join(one, file))).equals(await readFile(join(other, file))), file).toBe(true);
  }
});

test('the manifest names every file of its language, and nothing else lies there', async () => {
  const [folder = ''] = folders;
  for (const [lang, manifest] of Object.entries(manifests)) {
    const path = join(folder, 'search', lang);
    expect(JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8'))).toEqual(manifest);
    const { table, orders, cards, terms } = manifest;
    const named = new Set([
      table,
      terms,
      ...Object.values(orders),
      `${cards}/0.json`,
      `${cards}/1.json`,
      'manifest.json',
    ]);
    expect(new Set(await filesOf(path))).toEqual(named);
    const read = async (file: string): Promise<Uint8Array> => inflateRawSync(await readFile(join(path, file)));
    expect(decodeTable(await read(table))).toMatchObject({ ok: true, value: { records: 30 } });
    for (const order of ORDERS) expect(decodeOrder(await read(orders[order]))).toMatchObject({ ok: true });
    const second: unknown[] = JSON.parse(await readFile(join(path, cards, '1.json'), 'utf8'));
    expect(second[4]).toEqual(input().languages[lang]?.cards[20]);
  }
});

test('Pagefind’s interfaces and its copies of the texts are not published', async () => {
  const names = (await filesOf(join(folders[0] ?? '', 'pagefind', 'fr'))).map((file) => file.replace(/_\w+\./, '_*.'));
  expect(new Set(names)).toEqual(
    new Set([
      'index/fr_*.pf_index',
      'pagefind-entry.json',
      'pagefind.fr_*.pf_meta',
      'pagefind.js',
      'wasm.fr.pagefind',
      'wasm.unknown.pagefind',
    ]),
  );
});

describe('the text index, as the browser reads it', () => {
  const indexes = new Map<string, TextQueries>();

  beforeAll(async () => {
    const [folder = ''] = folders;
    vi.stubGlobal('location', { href: 'http://localhost/' });
    vi.stubGlobal('fetch', async (url: string) => new Response(await readFile(url.replace(/\?.*/, ''))));
    for (const lang of ['en', 'fr']) {
      const path = `${join(folder, 'pagefind', lang)}/`;
      const pagefind: Pagefind = await import(/* @vite-ignore */ `${path}pagefind.js`);
      indexes.set(lang, await openTextIndex(pagefind, { folder: path, state: 'test', records: 30 }));
    }
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });

  const search = async (lang: string, typed: string): Promise<number[]> => [
    ...((await indexes.get(lang)?.search(typed))?.numbers ?? []),
  ];

  test('knows records by their numbers', async () => {
    for (const number of [0, 11, 29]) expect(await search('en', `R${number}`)).toContain(number);
    expect(await search('en', 'R29')).toEqual([29]);
  });

  test('finds an English-only record by a French keyword', async () => {
    expect(await search('fr', 'courriel')).toEqual([3, 28]);
  });

  test('finds a name before a summary before a text that repeats the word', async () => {
    expect(await search('en', 'harbour')).toEqual([3, 28]);
    expect(await search('en', 'lanterns')).toEqual([28, 12]);
  });

  test.each(['santé', 'sante', 'SANTÉ', 'Sante'])('does not mind diacritics or case: %s', async (typed) => {
    expect(await search('fr', typed)).toEqual([7, 12]);
  });

  test.each([
    ["l'horlogerie", [12]],
    ['hórlogerie', [12]],
    ['echangeur', [20]],
    ['x-road', [20]],
    ['xroad', [20]],
    ['courriels de la santé', [7, 3, 28, 12]],
    ['lezzz', []],
    ['échangeurs X Road', [20]],
  ])('%s', async (typed, expected) => {
    expect(await search('fr', typed)).toEqual(expected);
  });

  test('does not take the beginning of a word for the word', async () => {
    const found = await indexes.get('en')?.search('harbourmasterless');
    expect(found).toMatchObject({ complete: 0, doubtful: ['harbourmasterless'] });
    expect(await search('en', 'harb')).toEqual([3, 28]);
    // But for one that makes up most of it.
    expect(await search('en', 'harbourless')).toEqual([3, 28]);
    expect(await indexes.get('en')?.search('harbourless')).toMatchObject({ complete: 0, doubtful: ['harbourless'] });
  });

  test('refuses an index of another number of records', async () => {
    const path = `${join(folders[0] ?? '', 'pagefind', 'en')}/`;
    const pagefind: Pagefind = await import(/* @vite-ignore */ `${path}pagefind.js`);
    await expect(openTextIndex(pagefind, { folder: path, state: 'test', records: 31 })).rejects.toThrow(
      'has 30 records',
    );
  });
});

test('an empty registry has a search without a text index', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'index-site-'));
  const { en } = await startIndex({ entries: [], languages: { en: { texts: [], cards: [] } } }).finish(folder);
  expect(en).toMatchObject({ records: 0, textIndex: '' });
  expect((await filesOf(folder)).every((file) => file.startsWith('search/en/'))).toBe(true);
  await rm(folder, { recursive: true });
});

test('a text or a card too few is an error', () => {
  const { entries, languages } = syntheticSearch(2, ['en']);
  const { texts = [], cards = [] } = languages['en'] ?? {};
  expect(() => startIndex({ entries, languages: { en: { texts: texts.slice(1), cards } } })).toThrow(
    'en has not one text',
  );
});
