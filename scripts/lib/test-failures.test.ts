import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from './registry-folder.ts';
import { playwrightFailures, vitestFailures } from './test-failures.ts';

test('a failed test is named with its file and the first line of its fault', () => {
  const passed = { status: 'passed', ancestorTitles: [], title: 'holds', failureMessages: [] };
  const failed = {
    status: 'failed',
    ancestorTitles: ['a rule'],
    title: 'finds it',
    failureMessages: ['AssertionError: expected 1 to be 2\n    at file'],
  };
  const report = {
    testResults: [
      { name: join(PROJECT, 'src/a.test.ts'), status: 'failed', message: '', assertionResults: [passed, failed] },
      { name: join(PROJECT, 'src/b.test.ts'), status: 'failed', message: 'Cannot find ./b.ts', assertionResults: [] },
      { name: join(PROJECT, 'src/c.test.ts'), status: 'passed', message: '', assertionResults: [passed] },
    ],
  };
  expect(vitestFailures(report)).toEqual([
    'src/a.test.ts › a rule › finds it: AssertionError: expected 1 to be 2',
    'src/b.test.ts: Cannot find ./b.ts',
  ]);
  expect(vitestFailures({})).toEqual([]);
});

test('a browser test too, in whichever group it stands', () => {
  const spec = (title: string, status: string, message?: string) => ({
    file: 'search.spec.ts',
    title,
    tests: [{ status, results: [message === undefined ? {} : { error: { message } }] }],
  });
  const report = {
    config: { rootDir: join(PROJECT, 'src/e2e') },
    errors: [{ message: 'Error: no server' }],
    suites: [
      {
        specs: [spec('opens', 'expected'), spec('closes', 'unexpected', '\u001b[31mError: late\u001b[39m\n\n  at x')],
        suites: [{ specs: [spec('moves', 'flaky')] }],
      },
    ],
  };
  expect(playwrightFailures(report)).toEqual([
    'Playwright: Error: no server',
    'src/e2e/search.spec.ts › closes: Error: late',
    'src/e2e/search.spec.ts › moves',
  ]);
  expect(playwrightFailures({})).toEqual([]);
});
