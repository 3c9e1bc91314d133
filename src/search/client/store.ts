import type { Decoded } from '../bytes.ts';
import type { Card } from '../card.ts';
import { CHUNK_SIZE, chunksOf, pickFrom } from '../chunks.ts';
import { readTerms, type TermList } from '../did-you-mean.ts';
import type { SearchManifest } from '../manifest.ts';
import { decodeOrder, type Order, type OrderName } from '../orders.ts';
import { decodeTable, type FacetTable } from '../table.ts';

/** The search files of a language, each fetched once and only when it is needed. A failed one is tried again next time. */
export class SearchStore {
  readonly #folder: string;
  readonly #loads = new Map<string, Promise<unknown>>();

  /** @param base base path of the site, with a slash at its end */
  constructor(base: string, lang: string) {
    this.#folder = `${base}search/${lang}/`;
  }

  /** Asked for anew on each visit: it alone has a lasting name. */
  manifest(): Promise<SearchManifest> {
    return this.#once('manifest.json', async () => (await this.#get('manifest.json', 'no-cache')).json());
  }

  async table(): Promise<FacetTable> {
    const { table } = await this.manifest();
    return this.#decoded(table, decodeTable);
  }

  async order(name: OrderName): Promise<Order> {
    const { orders } = await this.manifest();
    return this.#decoded(orders[name], decodeOrder);
  }

  async terms(): Promise<TermList> {
    const { terms } = await this.manifest();
    return this.#decoded(terms, (bytes) => ({ ok: true, value: readTerms(new TextDecoder().decode(bytes)) }));
  }

  /** The cards of the records, in the order asked for. */
  async cards(numbers: readonly number[]): Promise<Card[]> {
    const { cards: folder } = await this.manifest();
    const load = async (file: string): Promise<Card[]> => (await this.#get(file)).json();
    const files = new Map(
      await Promise.all(
        chunksOf(numbers).map(async (index) => {
          const file = `${folder}/${index}.json`;
          return [index, await this.#once(file, () => load(file))] as const;
        }),
      ),
    );
    return numbers.map((number) => {
      const card = pickFrom(files.get(Math.floor(number / CHUNK_SIZE)) ?? [], number);
      if (!card) throw new Error(`no card for the record ${number}`);
      return card;
    });
  }

  #decoded<T>(file: string, decode: (bytes: Uint8Array) => Decoded<T>): Promise<T> {
    return this.#once(file, async () => {
      const compressed = (await this.#get(file)).body;
      const inflated = compressed?.pipeThrough(new DecompressionStream('deflate-raw')) ?? null;
      const result = decode(new Uint8Array(await new Response(inflated).arrayBuffer()));
      if (!result.ok) throw new Error(`${file}: ${result.error}`);
      return result.value;
    });
  }

  async #get(file: string, cache: RequestCache = 'default'): Promise<Response> {
    const response = await fetch(this.#folder + file, { cache });
    if (!response.ok) throw new Error(`${response.status} for ${file}`);
    return response;
  }

  #once<T>(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.#loads.get(key);
    // Each key is loaded in one place above, as one type.
    if (known) return known as Promise<T>;
    const loading = load().catch((error: unknown) => {
      // A file may be gone because a new build is out: what named it is asked for again, too.
      this.#loads.delete(key);
      this.#loads.delete('manifest.json');
      throw error;
    });
    this.#loads.set(key, loading);
    return loading;
  }
}
