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
  readonly #parts = new Map<string, Candidate[]>();

  constructor(words: Iterable<string>) {
    this.#words = new Set(words);
    for (const word of this.#words) {
      if (toleranceOf(word.length) === 0) continue;
      const candidate = { word, letters: lettersIn(word) };
      for (const [number, { start, end }] of partsOf(word.length).entries()) {
        const key = partKey(word.length, number, word.slice(start, end));
        const list = this.#parts.get(key);
        if (list === undefined) this.#parts.set(key, [candidate]);
        else list.push(candidate);
      }
    }
  }

  /** The words near `word`, itself included where it is one of the set; nearest first, then by code unit. */
  near(word: string): { word: string; distance: number }[] {
    const found = new Map<string, number>();
    if (this.#words.has(word)) found.set(word, 0);
    const letters = lettersIn(word);
    for (const candidate of this.#candidates(word)) {
      const tolerance = toleranceOf(Math.min(candidate.word.length, word.length));
      // Names of offices and services end alike by the thousand; their letters tell most of them apart.
      if (bitsOf(candidate.letters ^ letters) > 2 * tolerance || found.has(candidate.word)) continue;
      const between = distance(candidate.word, word);
      if (between <= tolerance) found.set(candidate.word, between);
    }
    return [...found]
      .map(([near, between]) => ({ word: near, distance: between }))
      .toSorted((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1));
  }

  *#candidates(word: string): Generator<Candidate> {
    for (let length = word.length - MAX_TOLERANCE; length <= word.length + MAX_TOLERANCE; length++) {
      if (toleranceOf(Math.min(length, word.length)) === 0) continue;
      const tolerance = toleranceOf(length);
      for (const [number, { start, end }] of partsOf(length).entries()) {
        // Of the first part that is unchanged, no more letters came or went before it than there are parts before it, nor after it than after.
        const before = number;
        const after = tolerance - number;
        const grown = word.length - length;
        const last = start + Math.min(before, grown + after);
        for (let moved = start + Math.max(-before, grown - after); moved <= last; moved++)
          if (moved >= 0) yield* this.#parts.get(partKey(length, number, word.slice(moved, moved + end - start))) ?? [];
      }
    }
  }
}

interface Candidate {
  readonly word: string;
  readonly letters: number;
}

/** Which letters a word has, one bit for all letters whose codes leave the same rest: a letter more, less or other changes at most two bits. */
function lettersIn(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

function bitsOf(value: number): number {
  let bits = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) bits++;
  return bits;
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
