import { distance } from 'fastest-levenshtein';

/** How many letters two names may differ in and still be taken for one another, by the length of the shorter. */
export function toleranceOf(length: number): 0 | 1 | 2 {
  return length >= 10 ? 2 : length >= 6 ? 1 : 0;
}

/** A name as names are compared: decomposed, in lower case, and only the letters and digits of every script. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The words of a set that are near one another, found without comparing each with each: words that differ in at most `k` letters share one of
 * `k + 1` parts unchanged, moved by at most `k` places (pass-join: Li, Deng, Wang, Feng, PVLDB 5(3), 2011).
 */
export class NearWords {
  readonly #words: ReadonlySet<string>;
  /** Part of a word, with the word's length and the part's number, to the words that have it. */
  readonly #parts = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    this.#words = new Set(words);
    for (const word of this.#words) {
      if (toleranceOf(word.length) === 0) continue;
      for (const [number, { start, end }] of partsOf(word.length).entries()) {
        const key = partKey(word.length, number, word.slice(start, end));
        const list = this.#parts.get(key);
        if (list === undefined) this.#parts.set(key, [word]);
        else list.push(word);
      }
    }
  }

  /** The words near `word`, itself included where it is one of the set; nearest first, then by code unit. */
  near(word: string): { word: string; distance: number }[] {
    const found = new Map<string, number>();
    if (this.#words.has(word)) found.set(word, 0);
    for (const candidate of this.#candidates(word)) {
      if (found.has(candidate)) continue;
      const between = distance(candidate, word);
      if (between <= toleranceOf(Math.min(candidate.length, word.length))) found.set(candidate, between);
    }
    return [...found]
      .map(([near, between]) => ({ word: near, distance: between }))
      .toSorted((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1));
  }

  *#candidates(word: string): Generator<string> {
    for (let length = word.length - MAX_TOLERANCE; length <= word.length + MAX_TOLERANCE; length++) {
      if (toleranceOf(Math.min(length, word.length)) === 0) continue;
      const tolerance = toleranceOf(length);
      for (const [number, { start, end }] of partsOf(length).entries()) {
        for (let moved = Math.max(0, start - tolerance); moved <= start + tolerance; moved++)
          yield* this.#parts.get(partKey(length, number, word.slice(moved, moved + end - start))) ?? [];
      }
    }
  }
}

const MAX_TOLERANCE = 2;

/** A word is cut into one part more than letters of it may differ. */
function partsOf(length: number): { start: number; end: number }[] {
  const count = toleranceOf(length) + 1;
  return Array.from({ length: count }, (_, number) => ({
    start: Math.floor((number * length) / count),
    end: Math.floor(((number + 1) * length) / count),
  }));
}

function partKey(length: number, number: number, part: string): string {
  return `${length}/${number}/${part}`;
}
