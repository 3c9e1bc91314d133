import { expect, test } from 'vitest';
import { pickText, requireText } from './localized.ts';

test('the reader’s language first, then another form of it', () => {
  expect(pickText({ en: 'a', fr: 'b' }, 'fr')).toEqual({ text: 'b', lang: 'fr', foreign: false });
  expect(pickText({ pt: 'a', en: 'b' }, 'pt-BR')).toEqual({ text: 'a', lang: 'pt', foreign: false });
});

test('then the site’s languages in their order, then the alphabet', () => {
  expect(pickText({ de: 'a', fr: 'b', et: 'c' }, 'en', ['en', 'fr'])).toEqual({ text: 'b', lang: 'fr', foreign: true });
  expect(pickText({ nl: 'a', et: 'c' }, 'en', ['en', 'fr'])).toEqual({ text: 'c', lang: 'et', foreign: true });
});

test('an empty map has no text', () => {
  expect(pickText({}, 'en')).toBeUndefined();
  expect(() => requireText({}, 'en')).toThrow('no text');
});
