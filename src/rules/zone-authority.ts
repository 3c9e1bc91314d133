import { zoneAuthorityBy } from './zone-authority-by.ts';
import { isZone } from './zones.ts';

export const zoneAuthority = zoneAuthorityBy(isZone);
