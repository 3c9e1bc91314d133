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
      this.#worker = undefined;
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

interface Waiting {
  readonly resolve: (numbers: Uint32Array) => void;
  readonly reject: (error: Error) => void;
}

/** The page's end of text-worker.ts. */
class TextWorker {
  readonly #worker = new Worker(new URL('./text-worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, Waiting>();
  #requests = 0;

  constructor(address: TextIndexAddress) {
    this.#worker.postMessage(address);
    this.#worker.addEventListener('message', ({ data }: MessageEvent<TextAnswer>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ('numbers' in data) waiting?.resolve(data.numbers);
      else waiting?.reject(new Error(data.error));
    });
    // The program of the worker itself could not be loaded.
    this.#worker.addEventListener('error', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the worker of the text search failed'));
      this.#waiting.clear();
    });
  }

  search(query: string): Promise<Uint32Array> {
    const id = ++this.#requests;
    const request: TextRequest = { id, query };
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage(request);
    });
  }
}
