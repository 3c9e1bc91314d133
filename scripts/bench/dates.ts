import type { Random } from './random.ts';

const FIRST = Date.UTC(2023, 0, 1);
const DAYS = 1000;
const DAY_MS = 86_400_000;

/** A day of 2023 to 2025: fixed years, so that the clock of the machine changes nothing. */
export function day(random: Random): string {
  return new Date(FIRST + random.below(DAYS) * DAY_MS).toISOString().slice(0, 10);
}
