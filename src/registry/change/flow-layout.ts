import { isScalar, type Node, type Pair } from 'yaml';
import type { Collection } from './entries.ts';
import { insertion, type Layout } from './layout.ts';
import { renderInFlow } from './render.ts';
import type { TextEdit } from './text-edit.ts';
import type { Wanted } from './wanted.ts';

/** Entries between brackets; `undefined` where one has no place of its own. What stays is not touched. */
export function flowLayout(collection: Collection): Layout | undefined {
  const places = (collection.items as (Item | null)[]).map(placeOf);
  if (!places.every((place) => place !== undefined)) return undefined;
  return {
    rewrite: (from, { key, value }) => ({ ...(places[from] ?? NOWHERE), text: renderInFlow(key, value) }),
    insertions: (wanted) => insertionsInto(places, wanted),
    removals: (kept) => removalsFrom(places, kept),
  };
}

type Item = Node | Pair<Node, Node | null>;

interface Place {
  readonly start: number;
  readonly end: number;
}

const NOWHERE: Place = { start: 0, end: 0 };

function placeOf(item: Item | null): Place | undefined {
  const [first, last] = item !== null && 'key' in item ? [item.key, item.value] : [item, item];
  const [start, end] = [first?.range?.[0], last?.range?.[1]];
  const isEmpty = isScalar(last) && last.range?.[0] === last.range?.[1];
  return start === undefined || end === undefined || isEmpty ? undefined : { start, end };
}

/** With an entry goes the comma before it; before the first that stays, the comma behind. */
function removalsFrom(places: readonly Place[], kept: ReadonlySet<number>): TextEdit[] {
  const firstKept = places.findIndex((_, index) => kept.has(index));
  return places.flatMap((place, index) => {
    if (kept.has(index)) return [];
    const isBefore = index < firstKept;
    const start = isBefore ? place.start : (places[index - 1]?.end ?? place.start);
    const end = isBefore ? (places[index + 1]?.start ?? place.end) : place.end;
    return [{ start, end, text: '' }];
  });
}

function insertionsInto(places: readonly Place[], wanted: readonly Wanted[]): TextEdit[] {
  let behind: Place | undefined;
  return wanted.flatMap(({ key, value, from }) => {
    if (from !== undefined) {
      behind = places[from];
      return [];
    }
    const text = renderInFlow(key, value);
    const first = places[0] ?? NOWHERE;
    return [behind === undefined ? insertion(first.start, `${text}, `) : insertion(behind.end, `, ${text}`)];
  });
}
