import type { Imported } from '../../../src/exchange/imported.ts';
import type { RegistryConfig } from '../../../src/schema/config.ts';
import { assign, type Data } from '../new-record/values.ts';

/** What a person says beside the file. */
export interface Given {
  readonly set: readonly string[];
  readonly owner?: string;
}

/** The fields of a new record: what was read, and what was given in place of it. Throws a UsageError for what is no field. */
export function dataOf({ kind, data: read }: Imported, { set, owner }: Given, config: RegistryConfig): Data {
  const data = structuredClone({ schemaVersion: 1, ...read }) as Data;
  const assignments = owner === undefined ? set : [`owner=${owner}`, ...set];
  const paths = assignments.map((assignment) => (assignment.split('=')[0] ?? '').split('.'));
  for (const path of paths) remove(data, path);
  for (const assignment of assignments) assign(kind, data, assignment, config);
  return data;
}

/** Takes a read value away, and a text where fields below it are given. */
function remove(data: Data, [step = '', ...rest]: readonly string[]): void {
  const value = data[step];
  if (rest.length > 0 && typeof value === 'object' && value !== null) remove(value as Data, rest);
  else delete data[step];
}
