import { RANKING } from '../index-record.ts';
import { indexQuery } from '../query.ts';
import type { SearchStore } from './store.ts';

/** The part of Pagefind's browser interface that is used here. */
interface Pagefind {
  createInstance(options: {
    basePath: string;
    metaCacheTag: string;
    ranking: typeof RANKING;
  }): PagefindInstance;
}

interface PagefindInstance {
  init(): Promise<void>;
  search(query: string): Promise<{ results: readonly { id: string; score: number }[] }>;
}

/** Answers that are kept: toggling a filter asks for the same words again. */
const KEPT = 8;

/** The words of the records, through Pagefind. Nothing is loaded before {@link load} or {@link search}. */
export class TextSearch {
  readonly #store: SearchStore;
  readonly #base: string;
  readonly #lang: string;
  readonly #answers = new Map<string, Promise<number[]>>();
  #instance: Promise<PagefindInstance> | undefined;

  constructor(store: SearchStore, base: string, lang: string) {
    this.#store = store;
    this.#base = base;
    this.#lang = lang;
  }

  /** Record numbers that match, best first; ties by number. Undefined when there is no word to search for. */
  async search(typed: string): Promise<number[] | undefined> {
    const query = indexQuery(typed, this.#lang);
    if (query === '') return undefined;
    const known = this.#answers.get(query);
    if (known) return known;
    const answer = this.#ask(query).catch((error: unknown) => {
      this.#answers.delete(query);
      throw error;
    });
    this.#answers.set(query, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > KEPT && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }

  /** Fetches what the first query needs. */
  load(): Promise<PagefindInstance> {
    this.#instance ??= this.#start().catch((error: unknown) => {
      this.#instance = undefined;
      throw error;
    });
    return this.#instance;
  }

  async #start(): Promise<PagefindInstance> {
    const folder = `${this.#base}pagefind/`;
    const [{ textIndex }, pagefind] = await Promise.all([
      this.#store.manifest(),
      import(/* @vite-ignore */ `${folder}pagefind.js`) as Promise<Pagefind>,
    ]);
    const instance = pagefind.createInstance({ basePath: folder, metaCacheTag: textIndex, ranking: RANKING });
    await Promise.all([instance.init(), this.#store.textIds()]);
    return instance;
  }

  async #ask(query: string): Promise<number[]> {
    if ((await this.#store.manifest()).records === 0) return [];
    const instance = await this.load();
    const [{ results }, ids] = await Promise.all([instance.search(query), this.#store.textIds()]);
    return results
      .map(({ id, score }) => {
        const number = ids.get(id);
        if (number === undefined) throw new Error(`the text index knows a record that the site does not: ${id}`);
        return { number, score };
      })
      .sort((one, other) => other.score - one.score || one.number - other.number)
      .map(({ number }) => number);
  }
}
