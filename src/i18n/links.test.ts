import { expect, test } from 'vitest';
import { absoluteUrl, assetUrl, pageUrl } from './links.ts';

test.each(['/square/', '/square', 'square', 'square/'])('the base %s, with and without slashes', (base) => {
  expect(pageUrl(base, 'en', 'projects/ca/gc-notify/')).toBe('/square/en/projects/ca/gc-notify/');
  expect(pageUrl(base, 'fr')).toBe('/square/fr/');
  expect(assetUrl(base, 'favicon.svg')).toBe('/square/favicon.svg');
});

test.each(['/', ''])('no base: "%s"', (base) => {
  expect(pageUrl(base, 'en', '/about/')).toBe('/en/about/');
  expect(assetUrl(base, '/fonts/a.woff2')).toBe('/fonts/a.woff2');
});

test('absolute addresses keep the base once', () => {
  expect(absoluteUrl('https://example.org/square/', pageUrl('/square/', 'en', 'about/'))).toBe(
    'https://example.org/square/en/about/',
  );
});
