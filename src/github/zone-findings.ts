import type { Finding } from '../rules/rule.ts';
import { isTakenZone } from '../rules/taken-zones.ts';
import { zoneProblem } from '../rules/zone-authority.ts';
import type { Registry } from '../schema/registry.ts';
import { dataOf, isTombstone, type TouchedRecord } from './touched-records.ts';

/**
 * Changes of records that belong to another registry, as this one's settings stand before the pull request; what the rule `zone-authority` says
 * of the records that will stand is left out.
 */
export function foreignZoneFindings(touched: readonly TouchedRecord[], target: Registry, merged: Registry): Finding[] {
  return touched.flatMap(({ role: { zone }, file, after }): Finding[] => {
    const problem = zoneProblem(target, zone);
    if (problem === undefined || problem.code === 'unknown') return [];
    const data = dataOf(after?.parsed);
    const isRefused = zoneProblem(merged, zone) !== undefined && !isTakenZone(merged.federation, zone);
    const isSaid = data !== undefined && !isTombstone(data) && isRefused;
    return isSaid ? [] : [{ rule: 'pr-foreign-zone', ...problem, file, offset: 0, found: zone, values: { zone } }];
  });
}
