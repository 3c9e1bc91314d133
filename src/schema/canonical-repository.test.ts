import { expect, test } from 'vitest';
import { fc, runs } from '../registry/fixtures/fast-check.ts';
import { canonicalRepository } from './canonical-repository.ts';

const ONE = [
  'https://github.com/office/post',
  'https://github.com/office/post/',
  'https://github.com/office/post.git',
  'https://github.com/office/post.git/',
  'http://github.com/office/post',
  'https://www.github.com/Office/Post',
  'https://user:secret@github.com/office/post?tab=readme#top',
  'https://github.com:443//office//post',
  'https://github.com./office/post',
  'git@github.com:office/post.git',
  'ssh://git@github.com/office/post.git',
  'ssh://git@github.com:22/office/post.git',
  'git://github.com/office/post.git',
  'git+https://github.com/office/post.git',
  'GIT+SSH://git@GitHub.com/office/post',
];

test.each(ONE)('%s is the repository of the first spelling', (address) => {
  expect(canonicalRepository(address)).toBe(ONE[0]);
});

test('paths keep their case where the host does', () => {
  expect(canonicalRepository('https://git.example.org/Office/Post.git')).toBe('https://git.example.org/Office/Post');
  expect(canonicalRepository('https://codeberg.org/Office/Post')).toBe('https://codeberg.org/office/post');
});

test.each(['', 'post', '/office/post', 'ftp://x.example.org/post', 'mailto:a@b.example', 'https://', 'http://3..'])(
  '“%s” is no address, and stays',
  (text) => {
    expect(canonicalRepository(text)).toBe(text);
  },
);

test('the canonical spelling is its own, for any text', () => {
  const part = fc.constantFrom(
    'https://',
    'git@',
    'www.',
    '.git',
    '/',
    '..',
    '.',
    '//',
    ':',
    '%2e',
    '@',
    'a',
    'B',
    '?q',
    '#f',
    ' ',
    'é',
    'github.com',
    '\\',
  );
  const address = fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.array(part, { maxLength: 8 }).map((parts) => `https://a.b/${parts.join('')}`),
    fc.string(),
  );
  fc.assert(
    fc.property(address, (text) => {
      const canonical = canonicalRepository(text);
      expect(canonicalRepository(canonical)).toBe(canonical);
    }),
    runs(3000),
  );
});
