import { everyDraft } from '../schema/registry.ts';
import type { RegistryRule } from './rule.ts';

/** The rule, with what tells a zone: the form loads the list of all subdivisions only where it needs it. */
export function zoneAuthorityBy(isZone: (zone: string) => boolean): RegistryRule {
  return {
    id: 'zone-authority',
    severity: 'error',
    doc: {
      title: 'This registry writes only its own zones',
      why: 'Each zone has one registry that may write it; so records never collide, and copies never overwrite each other.',
      mend: 'Propose the record to the registry that has the zone, or choose the zone that the project belongs to.',
    },
    messages: {
      unknown: '“{zone}” is no zone: not a code of ISO 3166, eu or int.',
      foreign: 'The zone “{zone}” is not one of this registry’s.',
      delegated: 'The zone “{zone}” is delegated to another registry.',
    },
    check(registry, report) {
      const { zones } = registry.config;
      const delegations = registry.federation.delegations ?? {};
      for (const { zone, file } of everyDraft(registry)) {
        const at = { file, offset: 0, found: zone, values: { zone } };
        if (!isZone(zone)) report({ code: 'unknown', ...at, expected: 'a country code in lower case, eu or int' });
        else if (Object.hasOwn(delegations, zone))
          report({ code: 'delegated', ...at, expected: `a pull request to ${delegations[zone]}` });
        else if (zones !== '*' && !zones.includes(zone)) report({ code: 'foreign', ...at, expected: zones.join(', ') });
      }
    },
  };
}
