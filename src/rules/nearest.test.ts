import { describe, expect, test } from 'vitest';
import { processorTime } from '../registry/fixtures/processor-time.ts';
import { projectType } from '../schema/project.ts';
import { COUNTRY_CODES } from './countries.ts';
import { didYouMean, nearest, nearestFew } from './nearest.ts';
import { phrase } from './phrase.ts';
import { isSpdxExpression, spdxSuggestions } from './spdx.ts';
import { isZone } from './zones.ts';

describe('the nearest candidate', () => {
  test.each([
    ['aplication', 'application'],
    ['Application', 'application'],
    ['app', undefined],
    ['librairy', 'library'],
    ['design system', 'design-system'],
    ['data platforms', 'data-platform'],
    ['', undefined],
    ['???', undefined],
    ['xyzzy', undefined],
  ])('of the project types to “%s” is %s', (word, expected) => {
    expect(nearest(word, projectType.options)).toBe(expected);
  });

  test('is found by accents, case and beginnings', () => {
    expect(nearest('notification', ['payments', 'notifications'])).toBe('notifications');
    expect(nearest('PAIEMENTS', ['Paiements', 'Identité'])).toBe('Paiements');
    expect(nearest('identite', ['Paiements', 'Identité'])).toBe('Identité');
    expect(nearest('支付', ['支付', '身份'])).toBe('支付');
  });

  test('is the first of several, which stand in the order of their nearness', () => {
    expect(nearestFew('paymints', ['statements', 'payment', 'payments', 'forms'])).toEqual(['payments', 'payment']);
  });

  test('becomes a hint, or nothing', () => {
    expect(didYouMean('ofice', ['office'])).toEqual({ hint: phrase('didYouMean', { near: 'office' }) });
    expect(didYouMean('zzzzzz', ['office'])).toEqual({});
  });

  test('costs no time for a hostile word', () => {
    const candidates = Array.from({ length: 1000 }, (_, index) => `candidate-${index}`);
    expect(processorTime(() => nearest('a'.repeat(100_000), candidates)).ms).toBeLessThan(200);
  });
});

describe('licences', () => {
  test.each([
    ['GPL v3', ['GPL-3.0-only', 'GPL-3.0-or-later']],
    ['gplv2', ['GPL-2.0-only', 'GPL-2.0-or-later']],
    ['GNU LGPL 3.0', ['LGPL-3.0-only', 'LGPL-3.0-or-later']],
    ['AGPLv3', ['AGPL-3.0-only', 'AGPL-3.0-or-later']],
    ['Apache License 2.0', ['Apache-2.0']],
    ['the MIT License', ['MIT']],
    ['EUPL', ['EUPL-1.2']],
    ['BSD', ['BSD-2-Clause', 'BSD-3-Clause']],
    ['MPL 2', ['MPL-2.0']],
    ['mit', ['MIT']],
    ['eupl-1.1', ['EUPL-1.1']],
    ['proprietary', []],
  ])('“%s” could mean %j', (name, expected) => {
    expect(spdxSuggestions(name)).toEqual(expected);
    for (const id of expected) expect(isSpdxExpression(id)).toBe(true);
  });

  test('are expressions of known ids', () => {
    for (const sound of [
      'MIT',
      'MIT OR (Apache-2.0 AND EUPL-1.2)',
      'GPL-2.0-only WITH Classpath-exception-2.0',
      'LicenseRef-x',
    ])
      expect(isSpdxExpression(sound)).toBe(true);
    for (const wrong of ['', 'mit', 'MIT OR', 'NONE', 'not-open', '('.repeat(200)])
      expect(isSpdxExpression(wrong)).toBe(false);
  });
});

test('countries and zones are those of ISO 3166, with Kosovo', () => {
  expect(COUNTRY_CODES.size).toBe(250);
  for (const code of ['CA', 'GB', 'XK', 'TW']) expect(COUNTRY_CODES.has(code)).toBe(true);
  for (const code of ['UK', 'EU', 'SU', 'ca', 'ZZ']) expect(COUNTRY_CODES.has(code)).toBe(false);
  for (const zone of ['ca', 'ca-qc', 'int', 'eu', 'fi-18', 'xk']) expect(isZone(zone)).toBe(true);
  for (const zone of ['uk', 'ca-zz', 'zz', '', 'int-ca', 'CA', 'ca-QC', 'EU']) expect(isZone(zone)).toBe(false);
});
