import type { SearchText } from './entry.ts';
import { foldWord, WORDS } from './fold.ts';
import { asOneWord } from './query.ts';
import { isStopWord } from './stop-words.ts';

/**
 * The words that a misspelt one may have been meant as: `terms.<hash>.bin` of a language, compressed text, a word a
 * line, those first that matter most. It is loaded only when little is found.
 */

/** Bytes of the file, at most, whatever the size of the registry: what matters least is cut. */
export const MOST_TERM_BYTES = 30_000;

/** What a word weighs where it stands: what people type before what is only written. */
const WEIGHTS: readonly (readonly [(text: SearchText) => readonly string[], number])[] = [
  [({ title, otherNames }) => [title, ...otherNames], 8],
  [({ products }) => products, 6],
  [({ purpose, keywords }) => [...purpose, ...keywords], 5],
  [({ related }) => related, 3],
  [({ summary }) => [summary], 2],
  [({ otherLanguages }) => otherLanguages, 1],
  [({ body, marginal }) => [body, ...marginal], 0.5],
];
/** A word that is written once somewhere may be a misspelt one itself. */
const LEAST = 2;
const SHORTEST = 3;
const LONGEST = 40;

/** Scripts that put no space between words, or in which a letter less is another word. */
const UNSPELT =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Can a word be misspelt by a letter? Not numbers, not what is too short, not in every script. */
export function isSpelt(word: string): boolean {
  const { length } = [...word];
  return length >= SHORTEST && length <= LONGEST && /\p{L}/u.test(word) && !UNSPELT.test(word);
}

/** The words of the records of a language by what they weigh, each once, in the spelling that occurs most. */
export function collectTerms(texts: readonly SearchText[]): string[] {
  const weights = new Map<string, number>();
  for (const [part, weight] of weighParts(texts)) {
    for (const spelling of spellingsIn(part)) weights.set(spelling, (weights.get(spelling) ?? 0) + weight);
  }
  const terms = new Map<string, { weight: number; spellings: Map<string, number> }>();
  for (const [spelling, weight] of weights) {
    const key = foldWord(asOneWord([spelling]));
    if (!isSpelt(key) || isStopWord(key)) continue;
    const term = terms.get(key) ?? { weight: 0, spellings: new Map() };
    term.weight += weight;
    term.spellings.set(spelling, weight);
    terms.set(key, term);
  }
  return [...terms]
    .filter(([, { weight }]) => weight >= LEAST)
    .sort(([key, one], [otherKey, other]) => other.weight - one.weight || (key < otherKey ? -1 : 1))
    .map(([, { spellings }]) => mostFrequent(spellings));
}

/** Each different part of the texts once, with what it weighs in all: labels and synonyms occur in very many. */
function weighParts(texts: readonly SearchText[]): Map<string, number> {
  const parts = new Map<string, number>();
  for (const text of texts) {
    for (const [partsOf, weight] of WEIGHTS) {
      for (const part of partsOf(text)) parts.set(part, (parts.get(part) ?? 0) + weight);
    }
  }
  return parts;
}

/** Words, and those with hyphens ("rendez-vous") also as a whole. */
function spellingsIn(text: string): string[] {
  return text.split(/[\s\u2019']+/).flatMap((part) => {
    const words = part.match(WORDS) ?? [];
    const whole = part.match(/[\p{L}\p{M}\p{N}]+(?:[-\u2011][\p{L}\p{M}\p{N}]+)+/gu) ?? [];
    return [...words, ...whole];
  });
}

/** Small letters where it also occurs so at the beginning of a sentence. */
function mostFrequent(spellings: ReadonlyMap<string, number>): string {
  const [first = ''] = [...spellings.keys()].sort(
    (one, other) => (spellings.get(other) ?? 0) - (spellings.get(one) ?? 0) || (one > other ? -1 : 1),
  );
  const small = first.toLowerCase();
  return spellings.has(small) ? small : first;
}

/** The longest beginning of the list whose file is small enough. @param sizeOf bytes of the file of a text */
export function cutTerms(terms: readonly string[], sizeOf: (text: string) => number): string {
  let fits = 0;
  let tooMany = terms.length + 1;
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (sizeOf(terms.slice(0, middle).join('\n')) <= MOST_TERM_BYTES) fits = middle;
    else tooMany = middle;
  }
  return terms.slice(0, fits).join('\n');
}
