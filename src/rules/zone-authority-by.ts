import { everyDraft, type Registry } from '../schema/registry.ts';
import { SHARED_ZONE } from '../schema/vocabulary.ts';
import { anyOf, phrase, type Words } from './phrase.ts';
import type { RegistryRule } from './rule.ts';
import { isTakenZone } from './taken-zones.ts';

/** What tells a zone: the form loads the long list of subdivisions only where it needs it. */
type IsZone = (zone: string) => boolean;

export interface ZoneProblem {
  readonly code: 'unknown' | 'delegated' | 'foreign';
  readonly expected: Words;
}

/** The rule `zone-authority`, with what tells a zone. */
export function zoneAuthorityBy(isZone: IsZone): RegistryRule {
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
    each: true,
    check(registry, report) {
      // One fault in federation.yaml, which is told, would be one of each record that is taken.
      if (registry.federationUnread) return;
      // Every copy has the vocabularies of the shared zone, whoever it takes records from.
      const additions = registry.vocabularyFiles.filter(({ zone }) => zone !== SHARED_ZONE);
      for (const { zone, file } of [...everyDraft(registry), ...additions]) {
        const problem = zoneProblemBy(isZone, registry, zone);
        if (problem !== undefined && !isTakenZone(registry.federation, zone))
          report({ ...problem, file, offset: 0, found: zone, values: { zone } });
      }
    },
  };
}

/** Why a registry may not write a zone, or `undefined` where it may. */
export function zoneProblemBy(
  isZone: IsZone,
  { config, federation }: Pick<Registry, 'config' | 'federation'>,
  zone: string,
): ZoneProblem | undefined {
  const delegations = federation.delegations ?? {};
  if (!isZone(zone)) return { code: 'unknown', expected: phrase('zone') };
  if (Object.hasOwn(delegations, zone))
    return { code: 'delegated', expected: phrase('pullRequestTo', { registry: delegations[zone] ?? '' }) };
  const { zones } = config;
  return zones === '*' || zones.includes(zone) ? undefined : { code: 'foreign', expected: anyOf(zones) };
}
