/** How old what was once confirmed is, against the day of the commit that is built. */
export type Freshness = 'fresh' | 'due' | 'unverified' | 'never';

const MONTHS_FRESH = 12;
const MONTHS_DUE = 24;

/** Whole months from one day to another, both `YYYY-MM-DD`. */
export function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
}

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
