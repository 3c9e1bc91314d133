import { MONTHS_DUE, MONTHS_FRESH, monthsBetween } from '../rules/months.ts';

/** How old what was once confirmed is, against the day of the commit that is built. */
export type Freshness = 'fresh' | 'due' | 'unverified' | 'never';

/** `due` after 12 months, `unverified` after 24, `never` where nobody confirmed it yet. */
export function freshnessOf(checked: string | undefined, today: string): Freshness {
  if (checked === undefined) return 'never';
  const months = monthsBetween(checked, today);
  if (months >= MONTHS_DUE) return 'unverified';
  return months >= MONTHS_FRESH ? 'due' : 'fresh';
}

/** True where an adopter confirmed the use in the last 24 months; false where only evidence tells of it. */
export function isConfirmed(confirmed: string | undefined, today: string): confirmed is string {
  return confirmed !== undefined && monthsBetween(confirmed, today) < MONTHS_DUE;
}
