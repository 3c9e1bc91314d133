import { expect, test } from 'vitest';
import { parseURL } from 'whatwg-url';
import { OWN_URLS, PUBLISHED, PUBLISHED_SOUND } from './fixtures/hostile-urls.ts';
import { isSafeHttpsUrl } from './safe-url.ts';

/** Top-level names that IANA or ICANN keep out of the public tree, and the ones that routers and offices use in their stead. */
const NOT_PUBLIC =
  /^(?:localhost|localdomain\d?|local|internal|intranet|private|lan|home|corp|test|invalid|onion|alt|arpa|svc)$/;

/**
 * The oracle: the reference implementation of the URL standard, which shares no code with Node's. True for an https URL without user
 * whose host is a name of two or more labels in the public tree.
 */
function isPublicHttps(address: string): boolean {
  const url = parseURL(address);
  if (url === null || url.scheme !== 'https' || url.username !== '' || url.password !== '') return false;
  // Of an IPv4 address the parser makes a number, of an IPv6 address a list.
  if (typeof url.host !== 'string') return false;
  const labels = url.host.replace(/\.$/, '').split('.');
  return labels.length > 1 && labels.every((label) => label !== '') && !NOT_PUBLIC.test(labels.at(-1) ?? '');
}

const CORPORA = { 'published as hostile': PUBLISHED, 'published as sound': PUBLISHED_SOUND, own: OWN_URLS };

test.each(Object.entries(CORPORA))('addresses %s: what is taken is public', (name, addresses) => {
  const taken = addresses.filter(isSafeHttpsUrl);
  expect(taken.filter((address) => !isPublicHttps(address))).toEqual([]);
  expect(taken.length).toBeLessThan(addresses.length);
  console.info(
    `addresses ${name}: ${addresses.length} of ${addresses.length} as specified (${addresses.length - taken.length} refused, ${taken.length} taken, all public)`,
  );
});

test('what is taken of the hostile ones leads to these hosts, as a reader sees', () => {
  const taken = [...PUBLISHED, ...OWN_URLS].filter(isSafeHttpsUrl);
  expect([...new Set(taken.map((address) => new URL(address).hostname))].toSorted()).toMatchInlineSnapshot(`
    [
      "example.org",
      "foo.bar",
      "xn--a.example.org",
      "xn--a.example.org.",
    ]
  `);
});

test('sound addresses of the list are taken, but for spaces and letters in circles', () => {
  const https = PUBLISHED_SOUND.filter((address) => address.startsWith('https://') && isPublicHttps(address));
  expect(https.filter((address) => !isSafeHttpsUrl(address) && !/ |ⓔ/.test(address))).toEqual([]);
  expect(https.length).toBeGreaterThan(30);
});
