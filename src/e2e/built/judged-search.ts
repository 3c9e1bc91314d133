import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { vi } from 'vitest';
import { didYouMean, readTerms } from '../../search/did-you-mean.ts';
import type { SearchManifest } from '../../search/manifest.ts';
import { openTextIndex, type Pagefind } from '../../search/text-query.ts';
import { PROJECT } from '../support/test-sites.ts';

/** A query as people type it, with the projects that must be among the first results. */
export interface JudgedQuery {
  readonly query: string;
  readonly kind: string;
  /** Ids of projects. */
  readonly wanted: readonly string[];
  /** Nothing in the search was made with a look at it. */
  readonly heldOut?: boolean;
}

/** How far down somebody looks. */
const FIRST = 5;

/** The judged queries of a registry in a language; undefined where nobody has judged any. @param registry its id */
export function judgedQueries(registry: string, lang: string): readonly JudgedQuery[] | undefined {
  const file = join(PROJECT, `src/search/fixtures/judged/${registry}/${lang}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Asks the search of a built site as its page in a browser does. */
export interface BuiltSearch {
  /**
   * Ids of the first results; where these lack a wanted project, those of the query that the page offers instead, if it
   * offers one. `meant`: that query.
   */
  first(query: string, wanted: readonly string[]): Promise<{ ids: readonly string[]; meant?: string | undefined }>;
}

/** @param ids of all projects, in the order of the registry */
export async function openBuiltSearch(site: string, lang: string, ids: readonly string[]): Promise<BuiltSearch> {
  vi.stubGlobal('location', { href: 'http://localhost/' });
  vi.stubGlobal('fetch', async (url: string) => new Response(await readFile(url.replace(/\?.*/, ''))));
  const data = join(site, 'search', lang);
  const manifest: SearchManifest = JSON.parse(readFileSync(join(data, 'manifest.json'), 'utf8'));
  const list = readTerms(inflateRawSync(readFileSync(join(data, manifest.terms))).toString());
  const folder = `${join(site, 'pagefind', lang)}/`;
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${folder}pagefind.js`);
  const index = await openTextIndex(pagefind, { folder, state: manifest.textIndex, records: ids.length });
  const idsOf = (numbers: Uint32Array): string[] => [...numbers.subarray(0, FIRST)].map((number) => ids[number] ?? '');
  return {
    async first(query, wanted) {
      const found = await index.search(query);
      if (found === undefined) return { ids: [] };
      const shown = idsOf(found.numbers);
      if (wanted.every((id) => shown.includes(id))) return { ids: shown };
      const suggestion = await didYouMean(query, found, {
        list: async () => list,
        search: (typed) => index.search(typed),
        count: (numbers) => numbers.length,
      });
      const better = suggestion && (await index.search(suggestion.query));
      if (better === undefined) return { ids: shown };
      return { ids: idsOf(better.numbers), meant: suggestion?.query };
    },
  };
}
