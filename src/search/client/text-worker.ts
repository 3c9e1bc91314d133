/**
 * Pagefind, away from the page's own thread: what comes back is one array of numbers. Pagefind's own worker would hand
 * over an object for every hit instead, thousands at each letter.
 */
import { openTextIndex, type Pagefind, type TextIndexAddress, type TextQueries } from '../text-query.ts';

export interface TextRequest {
  readonly id: number;
  readonly query: string;
}

export type TextAnswer =
  | { readonly id: number; readonly numbers: Uint32Array<ArrayBuffer> }
  | { readonly id: number; readonly error: string };

/** The first message. */
export interface TextStart extends TextIndexAddress {
  readonly lang: string;
}

let index: Promise<TextQueries> | undefined;

addEventListener('message', ({ data }: MessageEvent<TextStart | TextRequest>) => {
  if ('folder' in data) index = open(data);
  else void answer(data);
});

async function open(start: TextStart): Promise<TextQueries> {
  // Pagefind takes the language from the document, and a worker has none.
  const html = { getAttribute: (): string => start.lang };
  Object.assign(globalThis, { document: { querySelector: () => html, currentScript: null } });
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${start.folder}pagefind.js`);
  return openTextIndex(pagefind, start);
}

async function answer({ id, query }: TextRequest): Promise<void> {
  try {
    if (!index) throw new Error('the text index was asked before it was opened');
    const numbers = await (await index).search(query);
    reply({ id, numbers }, [numbers.buffer]);
  } catch (error) {
    reply({ id, error: String(error) });
  }
}

function reply(message: TextAnswer, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}
