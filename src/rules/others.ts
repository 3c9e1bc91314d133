import { kindOfFolder } from '../schema/kinds.ts';
import type { Registry } from '../schema/registry.ts';
import { foreignEdit } from './foreign-edit.ts';
import type { Finding } from './rule.ts';
import { isTakenZone } from './taken-zones.ts';
import { zoneProblem } from './zone-authority.ts';

/**
 * The rules that hold for records of another copy, too: those that need only the record itself. Which records, terms and extension fields there
 * are is the other copy’s to say. `src/federation/foreign-rules.ts` asks the same ones before anything is taken.
 */
export const RULES_FOR_OTHERS: ReadonlySet<string> = new Set([
  'markdown',
  'mdx',
  'country-code',
  'currency-code',
  'language-tag',
  'spdx-license',
  'in-order',
  'notice-period',
]);

type Settings = Pick<Registry, 'config' | 'federation'>;

/** What tells zones whose records are taken from another copy, and so written there. */
export function othersZones(settings: Settings): (zone: string) => boolean {
  const known = new Map<string, boolean>();
  return (zone) => {
    const isOthers =
      known.get(zone) ?? (isTakenZone(settings.federation, zone) && zoneProblem(settings, zone) !== undefined);
    known.set(zone, isOthers);
    return isOthers;
  };
}

/** What rules of a registry find, without what they find in records of other copies and is those copies’ to say. */
export function withoutOthers(settings: Settings, findings: readonly Finding[]): readonly Finding[] {
  if ((settings.federation.sources ?? []).length === 0) return findings;
  const isOthers = othersZones(settings);
  return findings.filter(({ rule, file }) => {
    const [folder = '', zone = ''] = file.split('/');
    return (
      rule === foreignEdit.id || RULES_FOR_OTHERS.has(rule) || kindOfFolder(folder) === undefined || !isOthers(zone)
    );
  });
}
