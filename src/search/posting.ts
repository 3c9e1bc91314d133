import { addBit, type Bits, countCommon, emptyBits, hasBit } from './bits.ts';

/**
 * The records that have a value: as a list while they are few, as bits when they are many. Both forms hold the same
 * numbers; each is the faster one for its case.
 */
export interface Posting {
  readonly size: number;
  readonly list: Uint32Array;
  readonly bits: Bits | undefined;
}

/** @param list record numbers, ascending, each below `records` */
export function createPosting(list: Uint32Array, records: number): Posting {
  if (list.length < records >>> 5) return { size: list.length, list, bits: undefined };
  const bits = emptyBits(records);
  for (const number of list) addBit(bits, number);
  return { size: list.length, list, bits };
}

/** Adds the records of the value to a set. */
export function addPosting(target: Bits, posting: Posting): void {
  for (const number of posting.list) addBit(target, number);
}

/** How many records of the value are in the set. */
export function countPosting(posting: Posting, within: Bits): number {
  if (posting.bits) return countCommon(posting.bits, within);
  let count = 0;
  for (const number of posting.list) if (hasBit(within, number)) count += 1;
  return count;
}
