import { isTakenZone } from '../rules/taken-zones.ts';
import type { Check, Diagnosis } from './diagnosis.ts';

/** Each zone has one copy that writes it. */
export const checkZones: Check = ({ registry: { config, federation } }) => {
  const delegated = Object.keys(federation.delegations ?? {});
  const sources = federation.sources ?? [];
  const taken = new Map(
    sources.flatMap(({ id, zones }) => (zones === '*' ? [] : zones.map((zone) => [zone, id] as const))),
  );
  const own = config.zones === '*' ? [] : config.zones;
  const found: Diagnosis[] = [
    ...own
      .filter((zone) => delegated.includes(zone))
      .map((zone) => blocker(`The zone ${zone} is written here and delegated.`, 'delegations')),
    ...own
      .filter((zone) => taken.has(zone))
      .map((zone) => blocker(`The zone ${zone} is written here and taken from ${taken.get(zone)}.`, 'sources')),
    ...delegated
      .filter((zone) => !isTakenZone(federation, zone))
      .map(
        (zone): Diagnosis => ({
          check: 'zones',
          grade: 'should',
          message: `The zone ${zone} is delegated, and its records are taken from nowhere.`,
          fix: `Add its copy to sources in federation.yaml, with zones: [${zone}].`,
        }),
      ),
  ];
  if (found.length > 0) return found;
  return [
    {
      check: 'zones',
      grade: 'fine',
      message: `Each zone has one writer: ${delegated.length} are delegated, ${sources.some(({ zones }) => zones === '*') ? 'all others' : taken.size} taken from ${sources.length} sources.`,
    },
  ];
};

function blocker(message: string, field: string): Diagnosis {
  return {
    check: 'zones',
    grade: 'blocker',
    message,
    fix: `Take it out of zones in registry.yaml, or out of ${field} in federation.yaml.`,
  };
}
