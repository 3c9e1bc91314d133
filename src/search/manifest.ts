import type { OrderName } from './orders.ts';

/**
 * What a page must know to find the search files of its language: `search/<lang>/manifest.json`, the one file whose
 * name does not change. Paths are relative to its folder; all but the cards are compressed (deflate, RFC 1951, bare).
 */
export interface SearchManifest {
  /** Number of records. */
  readonly records: number;
  /** See table.ts. */
  readonly table: string;
  /** See orders.ts. */
  readonly orders: Readonly<Record<OrderName, string>>;
  /** See terms.ts. */
  readonly terms: string;
  /** Folder of `0.json`, `1.json` ...: see chunks.ts. */
  readonly cards: string;
  /** Names the state of the text index, so that its entry file may be cached; '' when there is none. */
  readonly textIndex: string;
}
