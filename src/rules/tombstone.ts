import { type Registry, recordKey, type TombstoneRecord } from '../schema/registry.ts';
import { kindName, phrase } from './phrase.ts';
import type { RegistryRule } from './rule.ts';

/** Reasons that name another record: what was merged or entered twice lives on there. */
const isLivingOn = (reason: string): boolean => reason === 'merged' || reason === 'duplicate';

export const tombstone: RegistryRule = {
  id: 'tombstone',
  severity: 'error',
  doc: {
    title: 'A tombstone leads to what stands for it now',
    why: 'Links to a record that was merged must lead somewhere, in one step and not in a circle.',
    mend: 'Name under successor the record that stands today, of the same kind.',
  },
  messages: {
    merged: 'A record that was merged needs a successor.',
    duplicate: 'A record that was entered twice needs a successor.',
    gone: 'The successor “{id}” is gone, too.',
    former: 'The id “{id}” is a former id of “{owner}”, and has a tombstone as well.',
  },
  check(registry, report) {
    const stones = new Map(registry.tombstones.map((stone) => [recordKey(stone.kind, stone.id), stone]));
    for (const stone of registry.tombstones) {
      const { reason, successor } = stone.data;
      const at = { file: stone.file, path: ['successor'] };
      if (successor === undefined) {
        const expected = phrase('idOfKind', { kind: kindName(stone.kind) });
        if (isLivingOn(reason)) report({ code: reason, file: stone.file, path: ['reason'], expected });
      } else if (stones.has(recordKey(stone.kind, successor))) {
        const now = standsNow(stone, stones, registry);
        const mend = now === undefined ? {} : { expected: now, fix: { set: now } };
        report({ code: 'gone', ...at, found: successor, values: { id: successor }, ...mend });
      }
    }
    for (const { kind, id: owner, file, data } of registry.records) {
      for (const [index, id] of (data.formerIds ?? []).entries()) {
        if (stones.has(recordKey(kind, id)))
          report({ code: 'former', file, path: ['formerIds', index], found: id, values: { id, owner } });
      }
    }
  },
};

/** The living record at the end of a chain of tombstones, or `undefined` where it ends nowhere or runs in a circle. */
export function standsNow(
  { kind, data }: TombstoneRecord,
  stones: ReadonlyMap<string, TombstoneRecord>,
  { known }: Registry,
): string | undefined {
  const passed = new Set<string>();
  let next = data.successor;
  while (next !== undefined && !known.has(recordKey(kind, next))) {
    if (passed.has(next)) return undefined;
    passed.add(next);
    next = stones.get(recordKey(kind, next))?.data.successor;
  }
  return next;
}
