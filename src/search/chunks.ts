/**
 * Cards travel in files of a few each: a page of results needs a handful of small files, whatever the size of the
 * registry, and a registry of 10,000 records does not become 10,000 files more.
 */

/** Cards in a file. Neighbours in build order share a zone, so that browsing a country meets few files. */
export const CHUNK_SIZE = 16;

/** The items in files, in order. */
export function chunk<T>(items: readonly T[], size = CHUNK_SIZE): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** The files that the records are in, each once, in the order of first need. */
export function chunksOf(numbers: readonly number[], size = CHUNK_SIZE): number[] {
  return [...new Set(numbers.map((number) => Math.floor(number / size)))];
}

/** The record out of the file that {@link chunksOf} names for it; undefined when the file lacks it. */
export function pickFrom<T>(file: readonly T[], number: number, size = CHUNK_SIZE): T | undefined {
  return file[number % size];
}
