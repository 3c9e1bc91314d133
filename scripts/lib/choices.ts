import { nearest } from '../../src/rules/nearest.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Other words for it, which are found, too. */
  readonly hint?: string;
}

/**
 * The choices that fit what was typed, the ones that begin with it first; accents and case do not matter. Where none fits, the one that it is
 * most likely a slip for.
 */
export function fittingChoices(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = fold(typed.trim());
  if (wanted === '') return [...choices];
  const ranked = choices
    .map((choice) => ({ choice, rank: rankOf(choice, wanted) }))
    .filter(({ rank }) => rank < NO_FIT)
    .toSorted((a, b) => a.rank - b.rank);
  if (ranked.length > 0) return ranked.map(({ choice }) => choice);
  const words = new Map(
    choices.flatMap((choice) => [choice.label, choice.value].map((word) => [word, choice] as const)),
  );
  const meant = words.get(nearest(typed, words.keys()) ?? '');
  return meant === undefined ? [] : [meant];
}

const NO_FIT = 4;

function rankOf({ label, value, hint }: Choice, wanted: string): number {
  const name = fold(label);
  if (name.startsWith(wanted) || value.startsWith(wanted)) return 0;
  if (name.includes(` ${wanted}`)) return 1;
  if (name.includes(wanted) || value.includes(wanted)) return 2;
  return fold(hint ?? '').includes(wanted) ? 3 : NO_FIT;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
