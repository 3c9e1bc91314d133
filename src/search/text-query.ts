import { RANKING } from './index-record.ts';

/** The part of Pagefind's browser interface (pagefind.js, 1.6) that is used here. */
export interface Pagefind {
  createInstance(options: PagefindOptions): PagefindInstance;
}

interface PagefindOptions {
  readonly basePath: string;
  readonly metaCacheTag: string;
  readonly ranking: typeof RANKING;
  readonly noWorker: boolean;
}

interface PagefindInstance {
  /** Without a query: all records. */
  search(query: string | null): Promise<{ results: readonly { id: string; score: number }[] }>;
}

export interface TextIndexAddress {
  /** Folder of the index, of one language, with a slash at its end. */
  readonly folder: string;
  /** `textIndex` of the manifest: makes the entry file cacheable, and a new one known. */
  readonly state: string;
  /** How many records the site has. */
  readonly records: number;
}

export interface TextQueries {
  /** Numbers of the records that match, best first, ties by number. @param query see `indexQuery` */
  search(query: string): Promise<Uint32Array<ArrayBuffer>>;
}

/**
 * Opens the text index. Pagefind names its hits by hashes; it lists all records in the order in which the build gave
 * them, which is the order of their numbers, so no table of names has to travel (38 KB at 10,000 records). A test
 * watches over that order. Throws when the index has another number of records than the site.
 */
export async function openTextIndex(
  pagefind: Pagefind,
  { folder, state, records }: TextIndexAddress,
): Promise<TextQueries> {
  const instance = pagefind.createInstance({ basePath: folder, metaCacheTag: state, ranking: RANKING, noWorker: true });
  const all = await instance.search(null);
  const numbers = new Map(all.results.map(({ id }, number) => [id, number]));
  if (numbers.size !== records) throw new Error(`the text index has ${numbers.size} records, the site ${records}`);
  return {
    async search(query) {
      const { results } = await instance.search(query);
      const hits = results.map(({ id, score }) => ({ number: numbers.get(id) ?? 0, score }));
      hits.sort((one, other) => other.score - one.score || one.number - other.number);
      return Uint32Array.from(hits, ({ number }) => number);
    },
  };
}
