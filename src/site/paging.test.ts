import { expect, test } from 'vitest';
import { listRoutes, pagePath, paginate } from './paging.ts';

test('a list is cut into pages that together are the list', () => {
  const items = Array.from({ length: 205 }, (_, index) => index);
  const pages = paginate(items);
  expect(pages.map((page) => page.items.length)).toEqual([100, 100, 5]);
  expect(pages.flatMap((page) => page.items)).toEqual(items);
});

test('an empty list still has its page', () => {
  expect(paginate([])).toEqual([{ items: [], number: 1, count: 1 }]);
});

test('the first page has the address of the list', () => {
  expect(pagePath('countries/fr/', 1)).toBe('countries/fr/');
  expect(pagePath('countries/fr/', 3)).toBe('countries/fr/3/');
  expect(listRoutes({ lang: 'en' }, Array(101).fill('x')).map(({ params }) => params)).toEqual([
    { lang: 'en', page: undefined },
    { lang: 'en', page: '2' },
  ]);
});
