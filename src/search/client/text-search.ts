import { indexQuery } from '../query.ts';
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
  readonly #answers = new Map<string, Promise<Uint32Array>>();
  #worker: Promise<TextWorker> | undefined;

  constructor(store: SearchStore, base: string, lang: string) {
    this.#store = store;
    this.#base = base;
    this.#lang = lang;
  }

  /** Record numbers that match, best first. Undefined when what was typed has no word. */
  async search(typed: string): Promise<Uint32Array | undefined> {
    const query = indexQuery(typed, this.#lang);
    if (query === '') return undefined;
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

  async #ask(query: string): Promise<Uint32Array> {
    if ((await this.#store.manifest()).records === 0) return new Uint32Array();
    return (await this.load()).search(query);
  }
}

/** A query that was not asked because a newer one came while the worker was busy. */
class Overtaken extends Error {}

interface Asked extends TextRequest {
  readonly resolve: (numbers: Uint32Array) => void;
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
      if ('numbers' in data) this.#current?.resolve(data.numbers);
      else this.#current?.reject(new Error(data.error));
      this.#current = undefined;
      if (this.#next) this.#ask(this.#next);
    });
    // The program of the worker itself could not be loaded: perhaps before anything was asked.
    this.#worker.addEventListener('error', () => {
      this.#failure = new Error('the worker of the text search failed');
      for (const asked of [this.#current, this.#next]) asked?.reject(this.#failure);
    });
  }

  search(query: string): Promise<Uint32Array> {
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
