import { type FieldPath, type ValuePath, visitValues } from '../schema/field-meta.ts';
import type { Kind } from '../schema/kinds.ts';
import { everyDraft } from '../schema/registry.ts';
import { fieldName } from './phrase.ts';
import type { RegistryRule } from './rule.ts';

interface Pair {
  /** The object that both fields belong to; `[]` is the record. */
  readonly within: FieldPath;
  readonly first: FieldPath;
  readonly second: FieldPath;
}

const period = (within: FieldPath): Pair => ({ within, first: ['from'], second: ['to'] });

/** What comes first, and what not before it. */
const PAIRS: Readonly<Partial<Record<Kind, { dates?: readonly Pair[]; amounts?: readonly Pair[] }>>> = {
  project: {
    dates: [
      { within: [], first: ['started'], second: ['released'] },
      { within: [], first: ['started'], second: ['ended', 'date'] },
      { within: [], first: ['released'], second: ['ended', 'date'] },
      period(['funding', '*']),
    ],
    amounts: [period(['costs'])],
  },
  organization: { dates: [{ within: ['uses', '*'], first: ['since'], second: ['until'] }] },
  funding: { dates: [period([])], amounts: [period(['amount'])] },
  notice: {
    dates: [{ within: [], first: ['posted'], second: ['closes'] }],
    amounts: [period(['paid', 'range'])],
  },
};

export const inOrder: RegistryRule = {
  id: 'in-order',
  severity: 'error',
  doc: {
    title: 'What begins comes before what ends',
    why: 'A project that was released before work on it began, or a range from more to less, is a slip of the pen that timelines and tables would repeat.',
    mend: 'Correct the one that is wrong, or swap them.',
  },
  messages: {
    dates: '{second} ({later}) is before {first} ({earlier}).',
    amounts: '{second} ({later}) is less than {first} ({earlier}).',
  },
  each: true,
  check(registry, report) {
    for (const { kind, file, data } of everyDraft(registry)) {
      const { dates = [], amounts = [] } = PAIRS[kind] ?? {};
      for (const [code, pairs, isBefore] of [
        ['dates', dates, isEarlier],
        ['amounts', amounts, isLess],
      ] as const) {
        for (const { within, first, second } of pairs) {
          visitValues(data, within, (holder, path) => {
            const earlier = valueAt(holder, first);
            const later = valueAt(holder, second);
            if (earlier === undefined || later === undefined || !isBefore(later, earlier)) return;
            const values = {
              first: fieldName([...path, ...first], first.join('.')),
              second: fieldName([...path, ...second], second.join('.')),
              earlier: `${earlier}`,
              later: `${later}`,
            };
            report({ code, file, path: [...path, ...second] as ValuePath, found: `${later}`, values });
          });
        }
      }
    }
  },
};

/** Compares as precisely as both are known: 2019-06 is not before 2019. */
export function isEarlier(a: unknown, b: unknown): boolean {
  const length = Math.min(String(a).length, String(b).length, 10);
  return String(a).slice(0, length) < String(b).slice(0, length);
}

function isLess(a: unknown, b: unknown): boolean {
  return Number(a) < Number(b);
}

function valueAt(holder: unknown, path: FieldPath): unknown {
  let found: unknown;
  visitValues(holder, path, (value) => {
    found = value;
  });
  return found;
}
