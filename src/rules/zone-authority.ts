import type { Registry } from '../schema/registry.ts';
import { type ZoneProblem, zoneAuthorityBy, zoneProblemBy } from './zone-authority-by.ts';
import { isZone } from './zones.ts';

export const zoneAuthority = zoneAuthorityBy(isZone);

/** Why this registry may not write a zone, or `undefined` where it may. */
export function zoneProblem(registry: Pick<Registry, 'config' | 'federation'>, zone: string): ZoneProblem | undefined {
  return zoneProblemBy(isZone, registry, zone);
}
