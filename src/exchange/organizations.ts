import type { DataPath } from '../rules/rule.ts';
import type { Kind } from '../schema/kinds.ts';
import { type ForeignOptions, isMap } from './foreign.ts';
import type { FieldName, Ledger } from './ledger.ts';
import { oneLine } from './texts.ts';
import { itemsOf } from './values.ts';

type Find = ForeignOptions['findRecord'];

/**
 * Carries the first of some names and addresses of organizations that has a record. The others are declined: a record has one owner, and an
 * organization without a record has to be added first.
 */
export function carryOwner(ledger: Ledger, to: FieldName, candidates: readonly DataPath[], find: Find): void {
  for (const from of candidates) {
    const id = findNamed(find, 'organization', ledger.at(...from));
    if (id === undefined) ledger.decline('no-record', from);
    else ledger.set(to, id, from);
  }
}

/**
 * Carries what stands for other projects into a list of their ids: a name or an address, or a map that has some.
 * @param keys where the names and addresses of a map are
 */
export function carryProjects(
  ledger: Ledger,
  to: FieldName,
  path: DataPath,
  find: Find,
  keys: readonly string[] = ['name'],
): void {
  for (const { value, from } of itemsOf(ledger, path)) {
    const places = isMap(value) ? keys.map((key) => [...from, key]) : [from];
    const id = places
      .map((place) => findNamed(find, 'project', ledger.at(...place)))
      .find((found) => found !== undefined);
    if (id === undefined) ledger.decline('no-record', ...places);
    else ledger.add(to, id, ...places);
  }
}

/** The record that a name or an address means; none where there is no text. */
export function findNamed(find: Find, kind: Kind, value: unknown): string | undefined {
  const named = oneLine(value);
  return named === '' ? undefined : find(kind, named);
}
