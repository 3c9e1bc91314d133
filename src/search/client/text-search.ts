import { planQuery } from '../query.ts';
import type { RankedHits } from '../ranking.ts';
import type { TextIndexAddress } from '../text-query.ts';
import type { SearchStore } from './store.ts';
import type { TextAnswer, TextRequest } from './text-worker.ts';

/** Answers that are kept: toggling a filter asks for the same words again. */
const KEPT = 8;

/** The words of the records. Nothing is loaded before {@link load} or {@link search}. */
export class TextSearch {
  readonly #store: SearchStore;
  readonly #base: string;
  readonly #lang: string;
  readonly #answers = new Map<string, Promise<RankedHits | undefined>>();
  #worker: Promise<TextWorker> | undefined;

  constructor(store: SearchStore, base: string, lang: string) {
    this.#store = store;
    this.#base = base;
    this.#lang = lang;
  }

  /** What is found for a text. Undefined when it has no word: then nothing is loaded. */
  async search(query: string): Promise<RankedHits | undefined> {
    if (planQuery(query).words.length === 0) return undefined;
    const known = this.#answers.get(query);
    if (known) return known;
    const answer = this.#ask(query).catch((error: unknown) => {
      this.#answers.delete(query);
      if (!(error instanceof Overtaken)) this.#worker = undefined;
      throw error;
    });
    this.#answers.set(query, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > KEPT && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }

  /** Fetches what the first query needs. */
  load(): Promise<TextWorker> {
    this.#worker ??= this.#start();
    return this.#worker;
  }

  async #start(): Promise<TextWorker> {
    const { textIndex, records } = await this.#store.manifest();
    // Absolute: the worker's own address is another one.
    const folder = new URL(`${this.#base}pagefind/${this.#lang}/`, location.href).href;
    return new TextWorker({ folder, state: textIndex, records });
  }

  async #ask(query: string): Promise<RankedHits | undefined> {
    if ((await this.#store.manifest()).records === 0) return NOTHING;
    return (await this.load()).search(query);
  }
}

const NOTHING: RankedHits = { numbers: new Uint32Array(), complete: 0, doubtful: [] };

/** A query that was not asked because a newer one came while the worker was busy. */
class Overtaken extends Error {}

interface Asked extends TextRequest {
  readonly resolve: (hits: RankedHits | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** The page's end of text-worker.ts. It asks one thing at a time, and of what has come since only the newest. */
class TextWorker {
  readonly #worker = new Worker(new URL('./text-worker.ts', import.meta.url), { type: 'module' });
  #current: Asked | undefined;
  #next: Asked | undefined;
  #failure: Error | undefined;

  constructor(address: TextIndexAddress) {
    this.#worker.postMessage(address);
    this.#worker.addEventListener('message', ({ data }: MessageEvent<TextAnswer>) => {
      if ('error' in data) this.#current?.reject(new Error(data.error));
      else this.#current?.resolve(data.hits);
      this.#current = undefined;
      if (this.#next) this.#ask(this.#next);
    });
    // The program of the worker itself could not be loaded: perhaps before anything was asked.
    this.#worker.addEventListener('error', () => {
      this.#failure = new Error('the worker of the text search failed');
      for (const asked of [this.#current, this.#next]) asked?.reject(this.#failure);
    });
  }

  search(query: string): Promise<RankedHits | undefined> {
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      const asked = { query, resolve, reject };
      this.#next?.reject(new Overtaken(this.#next.query));
      if (this.#current) this.#next = asked;
      else this.#ask(asked);
    });
  }

  #ask(asked: Asked): void {
    this.#current = asked;
    this.#next = undefined;
    this.#worker.postMessage({ query: asked.query } satisfies TextRequest);
  }
}
