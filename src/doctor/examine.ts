import { checkAddress } from './address.ts';
import { type Check, type Diagnosis, GRADES, type Patient } from './diagnosis.ts';
import { checkEnded } from './ended.ts';
import { checkEngine } from './engine.ts';
import { checkHost } from './host.ts';
import { checkIdentity } from './identity.ts';
import { checkLanguages } from './languages.ts';
import { checkOverlays } from './overlays.ts';
import { checkRecords } from './records.ts';
import { checkReviewers } from './reviewers.ts';
import { checkSchemas } from './schemas.ts';
import { checkSettings } from './settings.ts';
import { checkSync } from './sync.ts';
import { checkTheme } from './theme.ts';
import { checkZones } from './zones.ts';

/** Every check, in the order in which a copy is set up. */
const CHECKS: readonly Check[] = [
  checkIdentity,
  checkAddress,
  checkZones,
  checkLanguages,
  checkTheme,
  checkReviewers,
  checkSchemas,
  checkSync,
  checkOverlays,
  checkEngine,
  checkHost,
  checkEnded,
];

/**
 * What is to be said of a copy before it is published, the gravest first. Where its settings cannot be read, nothing is said of what stands in
 * them: defaults would be examined in their place. Pure.
 */
export function examine(patient: Patient): Diagnosis[] {
  const settings = checkSettings(patient);
  const isReadable = settings.every(({ grade }) => grade === 'fine');
  const checks = isReadable ? CHECKS : [];
  const all = [...settings, ...checks.flatMap((check) => check(patient)), ...checkRecords(patient)];
  return all.toSorted((a, b) => GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade));
}
