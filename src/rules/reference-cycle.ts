import { type FieldPath, visitValues } from '../schema/field-meta.ts';
import type { Kind } from '../schema/kinds.ts';
import { type Draft, everyDraft } from '../schema/registry.ts';
import type { RegistryRule } from './rule.ts';

/** References that lead up, back or forward, and so never round. */
const LEADING: Readonly<Partial<Record<Kind, readonly FieldPath[]>>> = {
  project: [
    ['basedOn', '*'],
    ['ended', 'successor'],
  ],
  organization: [['parent']],
  standard: [['replaces', '*']],
};

export const referenceCycle: RegistryRule = {
  id: 'reference-cycle',
  severity: 'error',
  doc: {
    title: 'What leads up or back does not lead round',
    why: 'An office that is part of its own part, or a project based on what is based on it, leads readers in a circle.',
    mend: 'Delete the reference that is wrong.',
  },
  messages: { round: '“{field}” leads back to this record: {chain}.' },
  check(registry, report) {
    for (const [kind, records] of Map.groupBy(everyDraft(registry), (record) => record.kind)) {
      for (const field of LEADING[kind] ?? []) {
        const targets = new Map(records.map((record) => [record.id, targetsOf(record, field)]));
        for (const { id, file } of records) {
          const chain = wayBack(id, targets);
          if (chain === undefined) continue;
          const path = targets.get(id)?.find(({ target }) => target === chain[1])?.path ?? [];
          const values = { field: field.filter((step) => step !== '*').join('.'), chain: chain.join(' → ') };
          report({ code: 'round', file, path, values, found: chain[1] ?? id });
        }
      }
    }
  },
};

interface Target {
  readonly target: string;
  readonly path: readonly (string | number)[];
}

function targetsOf({ id, data }: Draft, field: FieldPath): Target[] {
  const found: Target[] = [];
  // A record that names itself is the finding of `reference-exists`.
  visitValues(data, field, (value, path) => {
    if (value !== id) found.push({ target: String(value), path });
  });
  return found;
}

/** The shortest way from a record to itself, both ends included; breadth first. */
function wayBack(start: string, targets: ReadonlyMap<string, readonly Target[]>): string[] | undefined {
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const { target } of targets.get(way.at(-1) ?? '') ?? []) {
      if (target === start) return [...way, start];
      if (seen.has(target)) continue;
      seen.add(target);
      ways.push([...way, target]);
    }
  }
  return undefined;
}
