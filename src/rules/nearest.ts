import { distance } from 'fastest-levenshtein';
import { phrase, type Words } from './phrase.ts';

/** Longer words than this are compared by their beginning only, so that a hostile word costs no time. */
const MAX_LENGTH = 80;

/** The candidate that a mistyped word most likely means, or `undefined` where none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return nearestFew(word, candidates)[0];
}

/** The candidates that a mistyped word may mean, the nearest first. */
export function nearestFew(word: string, candidates: Iterable<string>): string[] {
  const wanted = fold(word);
  if (wanted === '') return [];
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const near: { candidate: string; distance: number }[] = [];
  for (const candidate of candidates) {
    const folded = fold(candidate);
    const between = folded === wanted ? 0 : startsAlike(folded, wanted) ? 1 : distance(folded, wanted);
    if (between <= limit) near.push({ candidate, distance: between });
  }
  return near.toSorted((a, b) => a.distance - b.distance).map(({ candidate }) => candidate);
}

/** The remedy that names the nearest candidate, ready to be a finding's hint. */
export function didYouMean(word: string, candidates: Iterable<string>): { hint?: Words } {
  const near = nearest(word, candidates);
  return near === undefined ? {} : { hint: phrase('didYouMean', { near }) };
}

/** Words shorter than this differ in a letter by meaning more often than by mistake. */
const MIN_MISTYPED = 5;

/**
 * The one candidate that a word means without doubt: the same letters and digits, or, for a word of some length, one letter more, less or other
 * in a single candidate. What `registry fix` may write without asking; {@link nearest} is for asking.
 */
export function surely(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(word);
  const folded = [...new Set(candidates)].map((candidate) => ({ candidate, folded: fold(candidate) }));
  const same = folded.filter((each) => each.folded === wanted);
  const near =
    same.length > 0 || wanted.length < MIN_MISTYPED
      ? same
      : folded.filter((each) => distance(each.folded, wanted) === 1);
  return new Set(near.map((each) => each.folded)).size === 1 ? near[0]?.candidate : undefined;
}

function fold(word: string): string {
  return word
    .slice(0, MAX_LENGTH)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function startsAlike(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a));
}
