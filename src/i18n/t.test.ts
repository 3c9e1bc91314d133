import { describe, expect, test } from 'vitest';
import ar from '../e2e/fixtures/arabic-copy/i18n/ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import { createTranslator } from './t.ts';

describe('createTranslator', () => {
  test('fills placeholders and writes numbers as the language does', () => {
    expect(createTranslator('en', en)('count.projects', { count: 12345 })).toBe('12,345 projects');
    expect(createTranslator('fr', fr)('count.projects', { count: 12345 })).toBe('12\u202f345 projets');
  });

  test.each([
    ['en', en, 0, '0 projects'],
    ['en', en, 1, '1 project'],
    ['fr', fr, 0, '0 projet'],
    ['fr', fr, 1_000_000, '1\u202f000\u202f000 de projets'],
    ['ar', ar, 0, 'لا مشاريع'],
    ['ar', ar, 2, 'مشروعان'],
    ['ar', ar, 7, '7 مشاريع'],
    ['ar', ar, 11, '11 مشروعًا'],
    ['ar', ar, 100, '100 مشروع'],
  ])('chooses the plural form: %s, %#', (lang, strings, count, expected) => {
    expect(createTranslator(lang, strings)('count.projects', { count })).toBe(expected);
  });

  test('leaves slots for markup in the order of the language', () => {
    const t = createTranslator('en', en);
    expect(t.parts('footer.build', { commit: 'abc' })).toEqual(['Built from commit ', 'abc', ', ', { slot: 'date' }]);
  });

  test('isolates values in right-to-left text only', () => {
    expect(createTranslator('ar', ar)('stamp.ended', { date: '2026-10' })).toContain('\u20682026-10\u2069');
    expect(createTranslator('en', en)('stamp.ended', { date: '2026-10' })).toMatch(/^[\x20-\x7e]+$/);
  });

  test('a value that looks like a placeholder is text', () => {
    expect(createTranslator('en', en)('page.title', { page: '{site}', site: 'S' })).toBe('{site} · S');
  });

  test('a gap stops the build', () => {
    const t = createTranslator('en', { 'page.title': '{page}', 'count.projects': { one: 'one' } });
    expect(() => t('skip')).toThrow('no text for the key "skip" (en)');
    expect(() => t('page.title')).toThrow('needs a value: page');
    expect(() => t('count.projects')).toThrow('needs a number: count');
    expect(() => t('count.projects', { count: 2 })).toThrow('no plural form for 2');
    expect(() => t('toString' as 'skip')).toThrow('no text for the key');
  });
});
