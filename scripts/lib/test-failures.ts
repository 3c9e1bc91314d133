import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { PROJECT } from './registry-folder.ts';

/**
 * The tests that failed, and the files that did not load, of Vitest's `json` report: `file › test: first line of what went wrong`.
 * https://vitest.dev/guide/reporters.html#json-reporter
 */
export function vitestFailures(report: unknown): string[] {
  const { testResults = [] } = report as { testResults?: readonly VitestFile[] };
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(PROJECT, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [failure([file], message)] : [];
    return failed.map(({ ancestorTitles, title, failureMessages }) =>
      failure([file, ...ancestorTitles, title], failureMessages[0]),
    );
  });
}

interface VitestFile {
  readonly name: string;
  readonly status: string;
  readonly message?: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly ancestorTitles: readonly string[];
    readonly title: string;
    readonly failureMessages: readonly string[];
  }[];
}

/** The same of Playwright's, and what kept it from running at all. https://playwright.dev/docs/test-reporters */
export function playwrightFailures(report: unknown): string[] {
  const { config, suites = [], errors = [] } = report as PlaywrightReport;
  const folder = relative(PROJECT, config?.rootDir ?? PROJECT);
  return [
    ...errors.map(({ message }) => failure(['Playwright'], message)),
    ...suites.flatMap((suite) => suiteFailures(suite, folder)),
  ];
}

interface PlaywrightReport {
  readonly config?: { readonly rootDir: string };
  readonly suites?: readonly PlaywrightSuite[];
  readonly errors?: readonly { readonly message?: string }[];
}

interface PlaywrightSuite {
  readonly specs: readonly {
    readonly file: string;
    readonly title: string;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
  readonly suites?: readonly PlaywrightSuite[];
}

function suiteFailures({ specs, suites = [] }: PlaywrightSuite, folder: string): string[] {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => failure([join(folder, file), title], results.find(({ error }) => error)?.error?.message)),
  );
  return [...own, ...suites.flatMap((suite) => suiteFailures(suite, folder))];
}

function failure(names: readonly string[], message = ''): string {
  const lines = stripVTControlCharacters(message).split('\n');
  const first = lines.map((line) => line.trim()).find((line) => line !== '');
  return first === undefined ? names.join(' › ') : `${names.join(' › ')}: ${first}`;
}
