import { expect, test } from 'vitest';
import { monthsBetween } from './months.ts';

test.each([
  ['2025-11-23', '2026-11-23', 12],
  ['2025-11-24', '2026-11-23', 11],
  ['2026-11-23', '2026-11-23', 0],
  ['2024-12-31', '2025-01-31', 1],
])('from %s to %s are %i whole months', (from, to, months) => {
  expect(monthsBetween(from, to)).toBe(months);
});
