import { describe, expect, test } from 'vitest';
import { fc, runs } from '../registry/fixtures/fast-check.ts';
import { isSafeHttpsUrl, unsafeUrlReason } from './safe-url.ts';

describe('addresses of public hosts are safe', () => {
  test.each([
    'https://example.org',
    'https://EXAMPLE.org/Path?q=a+b&c=%20#frag',
    'https://xn--e1afmkfd.xn--p1ai/',
    'https://почта.рф/путь',
    'https://مثال.مصر/صفحة',
    'https://例え.jp/道',
    'https://www.ไทย.ไทย/',
    "https://a.b.c.d.example.org:8443/x/@scope/~user/(a),b;c=d!*'",
    'https://dl.acm.org/doi/10.1145/1',
    'https://127.0.0.1.example.org/',
    'https://local.example.org/',
    'https://example.org./',
  ])('%s', (address) => {
    expect(unsafeUrlReason(address)).toBeUndefined();
  });
});

test('what is safe has https, a public host and no user, whatever the text', () => {
  const part = fc.constantFrom(
    'https://',
    'HTTPS://',
    'http://',
    '//',
    '@',
    ':',
    '/',
    '\\',
    '.',
    'localhost',
    '127.0.0.1',
    '[::1]',
    'example.org',
    '%00',
    '？',
    '。',
    '#',
    '?',
    ' ',
    'x',
  );
  const address = fc.oneof(
    fc.webUrl(),
    fc.array(part, { minLength: 1, maxLength: 7 }).map((parts) => parts.join('')),
    fc.array(part, { maxLength: 7 }).map((parts) => `https://${parts.join('')}`),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(address, (text) => {
      if (!isSafeHttpsUrl(text)) return;
      const { protocol, username, password, hostname } = new URL(text);
      expect([protocol, username, password]).toEqual(['https:', '', '']);
      expect(hostname).toMatch(/^[a-z0-9_-]+(\.[a-z0-9_-]+)+\.?$/);
      expect(hostname).not.toMatch(/^[0-9.]+$|(?:^|\.)localhost\.?$/);
      expect(text.toLowerCase().startsWith('https://')).toBe(true);
    }),
    runs(3000),
  );
});
