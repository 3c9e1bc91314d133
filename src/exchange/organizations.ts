import type { DataPath } from '../rules/rule.ts';
import type { ForeignOptions } from './foreign.ts';
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
    const named = oneLine(ledger.at(...from));
    if (named === '') continue;
    const id = find('organization', named);
    if (id === undefined) ledger.decline('no-record', from);
    else ledger.set(to, id, from);
  }
}

/** Carries what stands for other projects, by name or address, into a list of their ids. */
export function carryProjects(
  ledger: Ledger,
  to: FieldName,
  path: DataPath,
  find: Find,
  nameOf = (value: unknown) => value,
): void {
  for (const { value, from } of itemsOf(ledger, path)) {
    const id = find('project', oneLine(nameOf(value)));
    if (id === undefined) ledger.decline('no-record', from);
    else ledger.add(to, id, from);
  }
}
