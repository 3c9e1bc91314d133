import { editDistance } from './edit-distance.ts';
import { foldWord, WORDS } from './fold.ts';
import { asOneWord } from './query.ts';
import type { RankedHits } from './ranking.ts';
import { isSpelt } from './terms.ts';

/** A query that may have been meant. */
export interface Suggestion {
  readonly query: string;
  /** The words of it that differ from what was typed. */
  readonly changed: readonly string[];
}

/** The words to choose from, made ready once. */
export interface TermList {
  readonly terms: readonly { readonly shown: string; readonly letters: readonly string[] }[];
}

/** Words near to a wrong one that are tried. */
const NEAREST = 3;
/** Suggestions that are tried until one has results. */
const MOST_SUGGESTIONS = 4;
/** Most misspellings keep the first letter. */
const OTHER_FIRST_LETTER = 0.6;

/** With so many results nobody is asked whether something else was meant. */
const ENOUGH = 3;

interface Searches {
  readonly list: () => Promise<TermList>;
  readonly search: (typed: string) => Promise<RankedHits | undefined>;
  /** How many of the records the chosen filters leave. */
  readonly count: (numbers: Uint32Array) => number;
}

/** What may have been meant, when little was found: it has more results under the chosen filters, or is not offered. */
export async function didYouMean(
  typed: string,
  found: RankedHits,
  { list, search, count }: Searches,
): Promise<Suggestion | undefined> {
  const complete = (hits: RankedHits): number => count(hits.numbers.subarray(0, hits.complete));
  if (found.doubtful.length === 0 || complete(found) >= ENOUGH) return undefined;
  for (const suggestion of suggestionsFor(typed, found.doubtful, await list())) {
    const better = await search(suggestion.query);
    if (better === undefined) continue;
    const more = complete(better) - complete(found);
    if (more > 0 || (more === 0 && count(better.numbers) > count(found.numbers))) return suggestion;
  }
  return undefined;
}

/** @param text the content of the file, see terms.ts */
export function readTerms(text: string): TermList {
  const shown = text.split('\n').filter(Boolean);
  return { terms: shown.map((term) => ({ shown: term, letters: lettersOf(term) })) };
}

/**
 * Queries that may have been meant, the likeliest first: only wrong words are replaced.
 * @param doubtful words of the query that the index does not have
 */
export function suggestionsFor(typed: string, doubtful: readonly string[], list: TermList): Suggestion[] {
  const wrong = [...new Set(doubtful.map(foldWord))];
  const choices = wrong.map((word) => ({ word, near: nearest(word, list) })).filter(({ near }) => near.length > 0);
  if (choices.length === 0) return [];
  const combined = choices.reduce<Combination[]>(
    (before, { word, near }) =>
      before
        .flatMap(({ cost, replaced }) =>
          near.map((term) => ({ cost: cost + term.cost, replaced: new Map([...replaced, [word, term.shown]]) })),
        )
        .sort((one, other) => one.cost - other.cost)
        .slice(0, MOST_SUGGESTIONS),
    [{ cost: 0, replaced: new Map() }],
  );
  return combined.map(({ replaced }) => ({
    query: typed.replace(WORDS, (word) => replaced.get(foldWord(word)) ?? word),
    changed: [...replaced.values()],
  }));
}

interface Combination {
  readonly cost: number;
  readonly replaced: ReadonlyMap<string, string>;
}

interface Near {
  readonly shown: string;
  readonly cost: number;
}

/** The terms that a word may have been meant as; of those equally near, what weighs more comes first. */
function nearest(word: string, { terms }: TermList): Near[] {
  if (!isSpelt(word)) return [];
  const letters = lettersOf(word);
  const most = mostChanges(letters.length);
  const near = terms.flatMap(({ shown, letters: other }): Near[] => {
    const changes = editDistance(letters, other, most);
    // A short term is another word sooner than a long one.
    if (changes === 0 || changes > Math.min(most, mostChanges(other.length))) return [];
    if (other.length <= SHORT && letters.length === other.length && !haveSameLetters(letters, other)) return [];
    return [{ shown, cost: changes + (letters[0] === other[0] ? 0 : OTHER_FIRST_LETTER) }];
  });
  return near.sort((one, other) => one.cost - other.cost).slice(0, NEAREST);
}

/** Of a word as short as "wifi" another letter makes another word, "wiki": letters may only be exchanged. */
const SHORT = 4;

const haveSameLetters = (one: readonly string[], other: readonly string[]): boolean =>
  one.toSorted().join('') === other.toSorted().join('');

/** How many letters may be wrong in a word of a length. */
function mostChanges(length: number): number {
  return length <= 5 ? 1 : length <= 9 ? 2 : 3;
}

const lettersOf = (word: string): string[] => [...foldWord(asOneWord([word]))];
