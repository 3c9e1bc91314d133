import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Card } from './card.ts';
import { chunk } from './chunks.ts';
import type { SearchEntry, SearchText } from './entry.ts';
import type { SearchManifest } from './manifest.ts';
import { encodeOrder, ORDERS, type OrderName } from './orders.ts';
import { encodeTable } from './table.ts';
import { collectTerms, cutTerms } from './terms.ts';
import { buildTextIndexes, type TextIndexes } from './text-index.ts';

export interface SearchInput {
  /** All records, sorted by id and numbered from 0. */
  readonly entries: readonly SearchEntry[];
  /** For every interface language, words and cards by record number. */
  readonly languages: Readonly<Record<string, LanguageInput>>;
}

export interface LanguageInput {
  readonly texts: readonly SearchText[];
  readonly cards: readonly Card[];
}

/** Manifests by language. */
export type SearchManifests = Readonly<Record<string, SearchManifest>>;

export interface RunningIndex {
  /**
   * Waits for the text index and writes everything: `<outDir>/pagefind/<lang>/` and `<outDir>/search/<lang>/`. Call it once.
   * @throws what went wrong while indexing, too
   */
  finish(outDir: string): Promise<SearchManifests>;
}

/**
 * Starts indexing at once, in a process of its own, so that it runs while the site renders. The same input gives the
 * same bytes.
 */
export function startIndex(input: SearchInput): RunningIndex {
  for (const [lang, { texts, cards }] of Object.entries(input.languages)) {
    if (texts.length !== input.entries.length || cards.length !== input.entries.length) {
      throw new Error(`search: ${lang} has not one text and one card for each of ${input.entries.length} records`);
    }
  }
  const building =
    input.entries.length === 0 ? undefined : buildTextIndexes(mapValues(input.languages, ({ texts }) => texts));
  // The failure is reported by finish(); until somebody calls it, it must not end the process.
  building?.catch(() => undefined);
  return {
    async finish(outDir) {
      const textFolder = join(outDir, 'pagefind');
      if (building) await moveTextIndexes(await building, textFolder);
      const manifests: Record<string, SearchManifest> = {};
      for (const [lang, { texts, cards }] of Object.entries(input.languages)) {
        const textIndex = building ? hash(await readFile(join(textFolder, lang, 'pagefind-entry.json'))) : '';
        const writer = new LanguageFolder(join(outDir, 'search', lang));
        manifests[lang] = await writer.write(input.entries, lang, { texts, cards }, textIndex);
      }
      return manifests;
    },
  };
}

async function moveTextIndexes({ folder, parent }: TextIndexes, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(folder, to, { recursive: true });
  await rm(parent, { recursive: true });
}

/** The search files of a language. */
class LanguageFolder {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async write(
    entries: readonly SearchEntry[],
    lang: string,
    { texts, cards }: LanguageInput,
    textIndex: string,
  ): Promise<SearchManifest> {
    await rm(this.#path, { recursive: true, force: true });
    const order = (name: OrderName): Promise<string> =>
      this.#compressed(`order-${name}`, encodeOrder(name, entries, lang));
    const manifest: SearchManifest = {
      records: entries.length,
      table: await this.#compressed('table', encodeTable(entries)),
      orders: Object.fromEntries(await Promise.all(ORDERS.map(async (name) => [name, await order(name)]))),
      terms: await this.#compressed('terms', termFile(texts)),
      cards: await this.#cards(cards),
      textIndex,
    };
    await this.#file('manifest.json', JSON.stringify(manifest));
    return manifest;
  }

  /** One hash names them all, so that the manifest stays small. */
  async #cards(cards: readonly Card[]): Promise<string> {
    const files = chunk(cards).map((part) => JSON.stringify(part));
    const folder = `cards-${hash(files.join('\n'))}`;
    await Promise.all(files.map((file, index) => this.#file(`${folder}/${index}.json`, file)));
    return folder;
  }

  async #compressed(stem: string, bytes: Uint8Array): Promise<string> {
    const name = `${stem}.${hash(bytes)}.bin`;
    await this.#file(name, deflate(bytes));
    return name;
  }

  async #file(name: string, content: string | Uint8Array): Promise<void> {
    const path = join(this.#path, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}

function termFile(texts: readonly SearchText[]): Uint8Array {
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
  return bytesOf(cutTerms(collectTerms(texts), (text) => deflate(bytesOf(text)).length));
}

const deflate = (bytes: Uint8Array): Uint8Array => deflateRawSync(bytes, { level: 9 });

const hash = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex').slice(0, 10);

function mapValues<T, U>(object: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}
