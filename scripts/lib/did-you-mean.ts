import { inEnglish } from '../../src/rules/english.ts';
import { didYouMean } from '../../src/rules/nearest.ts';

/** “Did you mean …?” of the nearest candidate, or `undefined` where none is near. */
export function nearestHint(word: string, candidates: Iterable<string>): string | undefined {
  const { hint } = didYouMean(word, candidates);
  return hint === undefined ? undefined : inEnglish(hint);
}
