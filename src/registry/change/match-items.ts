import { canonical } from '../canonical-json.ts';
import { isFields, isLeaf, own, sameData } from './data.ts';

/** For each item of the list as it is to be: the index of the item that it was, or `undefined` for a new one. */
export type Matches = readonly (number | undefined)[];

/** More comparisons than this take too long: what is left between the ends that are the same is then matched by place. */
const MAX_COMPARISONS = 250_000;

/** What an item is called: the text of its identity field. */
export function identityOf(item: unknown, identity: string | undefined): string | undefined {
  const value = identity !== undefined && isFields(item) ? own(item, identity) : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/**
 * Matches items without crossing: equal ones and those with the same identity, as many as can be (a longest common subsequence); then, between
 * them, by place what has no identity.
 */
export function alignItems(before: readonly unknown[], after: readonly unknown[], identity?: string): Matches {
  const likeness = (b: number, a: number) => likenessOf(before[b], after[a], identity);
  const matches: (number | undefined)[] = after.map(() => undefined);
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && likeness(start, start) === EQUAL) matches[start] = start++;
  let [endBefore, endAfter] = [before.length, after.length];
  while (endBefore > start && endAfter > start && likeness(endBefore - 1, endAfter - 1) === EQUAL)
    matches[--endAfter] = --endBefore;
  const [height, width] = [endBefore - start, endAfter - start];
  if (height * width <= MAX_COMPARISONS)
    for (const [b, a] of commonSubsequence(height, width, (b, a) => likeness(start + b, start + a)))
      matches[start + a] = start + b;
  return matchedByPlace(before, after, matches, identity);
}

const EQUAL = 3;
const SAME_IDENTITY = 2;

/** How much two items are the same: two half alike never outweigh one that is equal. */
function likenessOf(before: unknown, after: unknown, identity: string | undefined): number {
  if (sameData(before, after)) return EQUAL;
  const name = identityOf(before, identity);
  return name !== undefined && name === identityOf(after, identity) ? SAME_IDENTITY : 0;
}

/** The heaviest common subsequence, by dynamic programming: https://en.wikipedia.org/wiki/Longest_common_subsequence */
function commonSubsequence(height: number, width: number, likeness: (b: number, a: number) => number) {
  const likenesses = Array.from({ length: height }, (_, b) => Array.from({ length: width }, (_, a) => likeness(b, a)));
  const best = Array.from({ length: height + 1 }, () => new Array<number>(width + 1).fill(0));
  const at = (b: number, a: number) => best[b]?.[a] ?? 0;
  for (let b = height - 1; b >= 0; b--)
    for (let a = width - 1; a >= 0; a--) {
      const alike = likenesses[b]?.[a] ?? 0;
      const row = best[b];
      if (row) row[a] = Math.max(at(b + 1, a), at(b, a + 1), alike > 0 ? alike + at(b + 1, a + 1) : 0);
    }
  const pairs: [number, number][] = [];
  for (let b = 0, a = 0; b < height && a < width; ) {
    const alike = likenesses[b]?.[a] ?? 0;
    if (alike > 0 && at(b, a) === alike + at(b + 1, a + 1)) pairs.push([b++, a++]);
    else if (at(b, a) === at(b + 1, a)) b++;
    else a++;
  }
  return pairs;
}

/** Fills the gaps between matches: the first item that went with the first that came, while one may have become the other. */
function matchedByPlace(
  before: readonly unknown[],
  after: readonly unknown[],
  matches: Matches,
  identity: string | undefined,
): Matches {
  const filled = [...matches];
  const nextMatch = nextMatches(matches, before.length);
  for (let a = 0, b = 0; a < after.length; a++) {
    const match = matches[a];
    if (match !== undefined) {
      b = match + 1;
      continue;
    }
    if (b < (nextMatch[a] ?? 0) && mayBecome(before[b], after[a], identity)) filled[a] = b++;
  }
  return filled;
}

function nextMatches(matches: Matches, end: number): number[] {
  let next = end;
  return matches
    .toReversed()
    .map((match) => (next = match ?? next))
    .toReversed();
}

/** What is called otherwise is another item, unless all that changed may be its name: they still say something else alike. */
function mayBecome(before: unknown, after: unknown, identity: string | undefined): boolean {
  const names = [identityOf(before, identity), identityOf(after, identity)];
  if (!names.includes(undefined) && isFields(before) && isFields(after))
    return Object.keys(before).some((key) => key !== identity && sameData(own(before, key), own(after, key)));
  return isLeaf(before) === isLeaf(after) && Array.isArray(before) === Array.isArray(after);
}

/** Matches items wherever they stand: equal ones first, then those with the same identity. */
export function pairItems(before: readonly unknown[], after: readonly unknown[], identity?: string): Matches {
  const matches: (number | undefined)[] = after.map(() => undefined);
  for (const keyOf of [canonical, (item: unknown) => identityOf(item, identity)]) {
    const taken = new Set(matches);
    const left = before.map((_, index) => index).filter((index) => !taken.has(index));
    const free = Map.groupBy(left, (index) => keyOf(before[index]));
    for (const [index, item] of after.entries()) {
      const key = keyOf(item);
      if (key !== undefined && matches[index] === undefined) matches[index] = free.get(key)?.shift();
    }
  }
  return matches;
}
