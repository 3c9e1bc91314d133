/** How many tests, or steps that count as one test, ended how. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

/** A step that is no test counts as one. */
export function countOf(fine: boolean): Counts {
  return fine ? { ...NONE, passed: 1 } : { ...NONE, failed: 1 };
}

/** The sum of several runs. */
export function addCounts(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    NONE,
  );
}

/** `12 passed, 0 failed`, and what was skipped, if anything. */
export function countsLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** What Vitest's `json` reporter wrote. https://vitest.dev/guide/reporters.html#json-reporter */
export function vitestCounts(report: unknown): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report as Record<string, number>;
  return countsFrom(numPassedTests, numFailedTests, (numPendingTests ?? 0) + (numTodoTests ?? 0));
}

/** What Playwright's `json` reporter wrote; a test that passed on a second try is no passed one. https://playwright.dev/docs/test-reporters */
export function playwrightCounts(report: unknown): Counts {
  const { stats = {} } = report as { stats?: Record<string, number> };
  return countsFrom(stats['expected'], (stats['unexpected'] ?? 0) + (stats['flaky'] ?? 0), stats['skipped'] ?? 0);
}

function countsFrom(passed: number | undefined, failed: number | undefined, skipped: number): Counts {
  if (passed === undefined || failed === undefined) throw new Error('the report of the tests has no counts');
  return { passed, failed, skipped };
}

/** A runner that ended in failure without a failed test, as when a file does not load, has failed once all the same. */
export function withExit(counts: Counts, fine: boolean): Counts {
  return fine || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}
