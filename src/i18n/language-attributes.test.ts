import { expect, test } from 'vitest';
import { languageAttributes } from './language-attributes.ts';

test('foreign text carries its language and direction, own text nothing', () => {
  expect(languageAttributes('ar')).toEqual({ lang: 'ar', dir: 'rtl' });
  expect(languageAttributes('fr')).toEqual({ lang: 'fr', dir: 'ltr' });
  expect(languageAttributes(undefined)).toEqual({});
});
