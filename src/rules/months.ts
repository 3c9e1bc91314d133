/** After so many months a confirmation should be renewed, and after so many it no longer counts. */
export const MONTHS_FRESH = 12;
export const MONTHS_DUE = 24;

/** Whole months from one day to another, both `YYYY-MM-DD`. */
export function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
}
