/**
 * Pagefind, away from the page's own thread: what comes back is one array of numbers. Pagefind's own worker would hand
 * over an object for every hit instead, thousands at each letter.
 */
import { openTextIndex, type Pagefind, type TextIndexAddress, type TextQueries } from '../text-query.ts';

export interface TextRequest {
  readonly query: string;
}

export type TextAnswer = { readonly numbers: Uint32Array<ArrayBuffer> } | { readonly error: string };

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
    const numbers = await (await index).search(query);
    reply({ numbers }, [numbers.buffer]);
  } catch (error) {
    reply({ error: String(error) });
  }
}

function reply(message: TextAnswer, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}
