import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { GUIDES, isKnownPath, isTaken } from './page.ts';
import { isPageLink, sitePath } from './page-link.ts';

const ROUTES = new URL('../pages/[lang]/', import.meta.url);

describe('the name of a page', () => {
  test('is none that a route of the program has', () => {
    const entries = readdirSync(ROUTES, { withFileTypes: true }).filter(
      ({ name }) => !/^\[|\.(?:xml|csv)\.ts$/.test(name),
    );
    // A folder beside a guide holds pages below it.
    const names = entries.flatMap(({ name }) =>
      GUIDES.includes(name) ? readdirSync(new URL(`${name}/`, ROUTES)).map((below) => `${name}/${below}`) : [name],
    );
    const free = names.filter((name) => !isTaken(name.replace(/\.astro$/, '')));
    expect(free).toEqual([]);
    // Where routes stand below, nothing else may.
    const folders = entries.filter((entry) => entry.isDirectory());
    const deep = folders.filter(({ name }) =>
      readdirSync(new URL(`${name}/`, ROUTES)).some((file) => file.startsWith('[')),
    );
    expect(deep.filter(({ name }) => !isTaken(`${name}/x`)).map(({ name }) => name)).toEqual([]);
    expect(deep.length).toBeGreaterThan(5);
  });

  test.each(['about', 'privacy', 'terms', 'contribute/by-hand', 'contribute/who', 'team/history'])(
    'may be %s',
    (name) => {
      expect(isTaken(name)).toBe(false);
    },
  );
  test.each(['projects', 'projects/x', 'contribute', 'fork/wizard', 'countries/ca', 'index', '404', 'notes/x'])(
    'may not be %s',
    (name) => {
      expect(isTaken(name)).toBe(true);
    },
  );
});

test.each([
  ['', true],
  ['projects', true],
  ['browse/license/MIT', true],
  ['contribute', true],
  ['contribute/next', true],
  ['contribute/nowhere', false],
  ['terms', true],
  ['terme', false],
  ['notes', false],
  ['constructor', false],
])('the path %s is known: %s', (path, known) => {
  expect(isKnownPath(path, new Set(['terms']))).toBe(known);
});

describe('a link of a page', () => {
  test.each(['https://example.org/x', 'mailto:a.b+c@example.org', '/', '/projects/', '/projects/ca-qc/x-1/'])(
    'may be %s',
    (url) => {
      expect(isPageLink(url)).toBe(true);
    },
  );
  test.each([
    ...[
      '//evil.example/',
      '/\\evil.example/',
      '/projects',
      'projects/',
      '/a/../b/',
      '/%2e%2e/',
      '#x',
      'javascript:alert(1)',
      'data:text/html,x',
    ],
    ...[
      'mailto:a@example.org?bcc=b@example.org',
      'mailto:a@example.org,b@example.org',
      'mailto:',
      'mailto:a@b',
      'http://example.org/',
      '/a/b/c/d/e/f/g/h/',
    ],
  ])('may not be %s', (url) => {
    expect(isPageLink(url)).toBe(false);
    expect(sitePath(url)).toBeUndefined();
  });
});
