import { expect, test } from 'vitest';
import { loadRegistry } from '../../registry/load-fs.ts';
import { typedValue } from './typed.ts';
import { filled, pathInForm, valueAt, withValue } from './values.ts';

test('a value is set on the way that it makes, and taken away', () => {
  const one = withValue({ name: 'A' }, ['summary', 'fr'], 'B');
  expect(one).toEqual({ name: 'A', summary: { fr: 'B' } });
  const two = withValue(one, ['support', 0, 'url'], 'C');
  expect(valueAt(two, ['support', 0, 'url'])).toBe('C');
  expect(withValue(one, ['summary', 'fr'], undefined)).toEqual({ name: 'A', summary: {} });
  expect(withValue({ tags: ['a', 'b'] }, ['tags', 0], undefined)).toEqual({ tags: ['b'] });
  expect(Object.keys(withValue({ a: 1, b: 2 }, ['a'], 3))).toEqual(['a', 'b']);
});

test('what is blank is absent, and a line has no spaces at its ends', () => {
  const typed = { name: ' A ', summary: { en: ' ', fr: '' }, tags: ['', 'x '], support: [{ name: '' }], shared: false };
  expect(filled(typed)).toEqual({ name: 'A', tags: ['x'], shared: false });
  expect(filled({ description: { en: 'One\n\nTwo\n' } })).toEqual({ description: { en: 'One\n\nTwo\n' } });
});

test('every record of the registry comes out of the form as it went in', () => {
  const { records } = loadRegistry('registry').registry;
  expect(records.length).toBeGreaterThan(100);
  const changed = records.filter(({ data }) => JSON.stringify(filled(data)) !== JSON.stringify(data));
  expect(changed.map(({ file }) => file)).toEqual([]);
});

test('a path of the record leads to its place in the form', () => {
  const typed = { tags: ['', 'a', ' ', 'b'], support: [{ name: '' }, { name: 'x', url: '' }] };
  expect(pathInForm(typed, ['tags', 1])).toEqual(['tags', 3]);
  expect(pathInForm(typed, ['support', 0, 'url'])).toEqual(['support', 1, 'url']);
  expect(pathInForm(typed, ['owner'])).toEqual(['owner']);
});

test('numbers and years are numbers, and nothing else is', () => {
  expect(typedValue('2019', 'date')).toBe(2019);
  expect(typedValue('2019-06', 'date')).toBe('2019-06');
  expect(typedValue('2019', 'line')).toBe('2019');
  expect(typedValue(' 1200 ', 'number')).toBe(1200);
  expect(typedValue('007', 'number')).toBe('007');
  expect(typedValue('12 €', 'number')).toBe('12 €');
});
