import { expect, test } from 'vitest';
import { freshnessOf, isConfirmed } from './freshness.ts';

test.each([
  [undefined, 'never'],
  ['2026-01-01', 'fresh'],
  ['2025-11-23', 'due'],
  ['2024-11-24', 'due'],
  ['2024-11-23', 'unverified'],
] as const)('checked on %s is %s', (checked, freshness) => {
  expect(freshnessOf(checked, '2026-11-23')).toBe(freshness);
});

test('a use stays confirmed for 24 months', () => {
  expect(isConfirmed('2024-11-24', '2026-11-23')).toBe(true);
  expect(isConfirmed('2024-11-23', '2026-11-23')).toBe(false);
  expect(isConfirmed(undefined, '2026-11-23')).toBe(false);
});
