import { expect, test } from 'vitest';
import { addCounts, countOf, countsLine, playwrightCounts, vitestCounts, withExit } from './test-counts.ts';

test('counts of Vitest and Playwright add up with the steps that are no tests', () => {
  const vitest = vitestCounts({ numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 });
  const playwright = playwrightCounts({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 } });
  const sum = addCounts([vitest, playwright, countOf(true), countOf(false)]);
  expect(countsLine(sum)).toBe('13 passed, 4 failed, 3 skipped');
  expect(countsLine(addCounts([countOf(true)]))).toBe('1 passed, 0 failed');
});

test('a runner that fails without a failed test has failed', () => {
  const counts = { passed: 3, failed: 0, skipped: 0 };
  expect(withExit(counts, false).failed).toBe(1);
  expect(withExit(counts, true).failed).toBe(0);
  expect(withExit({ ...counts, failed: 2 }, false).failed).toBe(2);
});

test('a report without counts is no report', () => {
  expect(() => vitestCounts({})).toThrow('no counts');
  expect(() => playwrightCounts({ stats: {} })).toThrow('no counts');
});
