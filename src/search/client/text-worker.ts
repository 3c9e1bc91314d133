/**
 * Pagefind, away from the page's own thread: what comes back is little more than one array of numbers. Pagefind's own
 * worker would hand over an object for every hit of every word instead, thousands at each letter.
 */
import type { RankedHits } from '../ranking.ts';
import { openTextIndex, type Pagefind, type TextIndexAddress, type TextQueries } from '../text-query.ts';

export interface TextRequest {
  readonly query: string;
}

/** Without hits: the query has no word. */
export type TextAnswer = { readonly hits?: RankedHits } | { readonly error: string };

let index: Promise<TextQueries> | undefined;

addEventListener('message', ({ data }: MessageEvent<TextIndexAddress | TextRequest>) => {
  if ('folder' in data) {
    index = open(data);
    // A failure is told to whoever asks.
    index.catch(() => undefined);
  } else void answer(data);
});

async function open(address: TextIndexAddress): Promise<TextQueries> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${address.folder}pagefind.js`);
  return openTextIndex(pagefind, address);
}

async function answer({ query }: TextRequest): Promise<void> {
  try {
    if (!index) throw new Error('the text index was asked before it was opened');
    const hits = await (await index).search(query);
    if (hits === undefined) reply({});
    else reply({ hits }, [hits.numbers.buffer]);
  } catch (error) {
    reply({ error: String(error) });
  }
}

function reply(message: TextAnswer, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}
