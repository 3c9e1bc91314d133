import type { z } from 'zod';
import { type DataPath, shown } from '../rules/rule.ts';
import { schemasAt } from '../schema/field-meta.ts';
import { KINDS, type Kind } from '../schema/kinds.ts';
import { isMap } from './foreign.ts';
import type { Imported, NotCarried, NotCarriedReason } from './imported.ts';
import { judge, type Verdict } from './judge.ts';

/** Where a field stands in a record: names only. */
export type FieldName = readonly [string, ...string[]];

/**
 * The account of one thing that a file tells of. A reader carries values into fields, or declines them with a reason; what it touches not at
 * all is listed in the end. So nothing that the file says is lost silently.
 */
export interface Ledger {
  /** The value at a path of the source, or `undefined`. */
  readonly at: (...path: DataPath) => unknown;
  /** The paths of what a list or map of the source holds. */
  readonly below: (...path: DataPath) => DataPath[];
  /** Sets a field, if the field takes the value. `from`: where the value stands in the source. */
  readonly set: (to: FieldName, value: unknown, ...from: DataPath[]) => boolean;
  /** Adds to a list, if it takes the value and has room; what it has already counts as carried. */
  readonly add: (to: FieldName, value: unknown, ...from: DataPath[]) => boolean;
  /** The value as the field would take it, without setting it. */
  readonly judge: (to: DataPath, value: unknown) => Verdict;
  /** What the record has in a field so far. */
  readonly has: (to: FieldName) => unknown;
  /** Says why something of the source is not carried, or not as a whole. */
  readonly decline: (reason: NotCarriedReason, ...from: DataPath[]) => void;
  /** Says that something of the source has been understood, though no field has it: the version of the format. */
  readonly understand: (...from: DataPath[]) => void;
  readonly finish: () => Imported;
}

type Mark = 'carried' | NotCarriedReason;

export function openLedger(kind: Kind, source: unknown, today: string): Ledger {
  const data: Record<string, unknown> = {};
  const marks = new Map<string, Mark>();
  /** Lists without room: of thousands of items nothing more need be asked. */
  const full = new Set<string>();
  /** What lies above a mark cannot be listed as a whole. */
  const touched = new Set<string>();

  const mark = (as: Mark, paths: readonly DataPath[]): void => {
    for (const path of paths) {
      marks.set(keyOf(path), as);
      for (let depth = 0; depth < path.length; depth++) touched.add(keyOf(path.slice(0, depth)));
    }
  };
  const judged = (to: DataPath, value: unknown): Verdict =>
    isEmpty(value) ? { reason: 'not-understood' } : judge(kind, to, value, today);
  const carry = (
    verdict: Verdict,
    from: readonly DataPath[],
    put: (value: unknown) => NotCarriedReason | undefined,
  ) => {
    const reason = 'reason' in verdict ? verdict.reason : put(verdict.value);
    mark(reason ?? 'carried', from);
    return reason === undefined;
  };

  return {
    at: (...path) => valueAt(source, path),
    below: (...path) => childrenOf(valueAt(source, path)).map((step) => [...path, step]),
    set: (to, value, ...from) =>
      carry(judged(to, value), from, (taken) => {
        const held = valueAt(data, to);
        if (held === undefined) put(data, to, taken);
        return held === undefined || isSame(held, taken) ? undefined : 'no-field';
      }),
    add: (to, value, ...from) => {
      const list = (valueAt(data, to) ?? []) as unknown[];
      if (full.has(keyOf(to)) && !list.includes(value)) return carry({ reason: 'too-long' }, from, () => undefined);
      return carry(judged([...to, 0], value), from, (taken) => {
        if (list.some((item) => isSame(item, taken))) return undefined;
        if (hasRoom(kind, to, [...list, taken])) put(data, to, [...list, taken]);
        else full.add(keyOf(to));
        return full.has(keyOf(to)) ? 'too-long' : undefined;
      });
    },
    judge: judged,
    has: (to) => valueAt(data, to),
    decline: (reason, ...from) => mark(reason, from),
    understand: (...from) => mark('carried', from),
    finish: () => ({ kind, data, notCarried: listed(source, [], marks, touched) }),
  };
}

/** What is not carried, each with its whole where nothing of the whole is: ten lines of a country's extension say no more than one. */
function listed(
  value: unknown,
  path: DataPath,
  marks: ReadonlyMap<string, Mark>,
  touched: ReadonlySet<string>,
): NotCarried[] {
  const key = keyOf(path);
  const mark = marks.get(key);
  if (mark === 'carried' || isEmpty(value)) return [];
  if (mark === undefined && touched.has(key))
    return childrenOf(value).flatMap((step) => listed(valueAt(value, [step]), [...path, step], marks, touched));
  return [{ path: path.map(shown).join('.'), value: shown(value), reason: mark ?? 'no-field' }];
}

/** What says nothing: no value, no text, nothing in it that says something. */
export function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value !== 'object' || value === null) return value === undefined || value === null;
  return childrenOf(value).every((step) => isEmpty(valueAt(value, [step])));
}

function childrenOf(value: unknown): (string | number)[] {
  if (Array.isArray(value)) return [...value.keys()];
  return isMap(value) ? Object.keys(value) : [];
}

function valueAt(value: unknown, path: DataPath): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
}

/** Sets a value in data of ours; the names are ours too, or language tags. */
function put(data: Record<string, unknown>, [step, ...rest]: readonly string[], value: unknown): void {
  if (step === undefined) return;
  if (rest.length === 0) data[step] = value;
  else {
    const inner = isMap(data[step]) ? (data[step] as Record<string, unknown>) : {};
    data[step] = inner;
    put(inner, rest, value);
  }
}

/** Whether a list may have these items, as far as their number goes. */
function hasRoom(kind: Kind, to: FieldName, items: readonly unknown[]): boolean {
  const [list] = schemasAt(KINDS[kind].schema, to) as z.ZodType[];
  const issues = list?.safeParse(items).error?.issues ?? [];
  return !issues.some(({ code, path }) => code === 'too_big' && path.length === 0);
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** A place in a list is the same as a number and as a name. */
function keyOf(path: DataPath): string {
  return JSON.stringify(path.map(String));
}
