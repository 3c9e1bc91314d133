import { expect, test } from 'vitest';
import { licenseAnswer, licenseIds, licenseKind } from './license-words.ts';

test.each([
  ['MIT', 'permissive', 'yes'],
  ['Apache-2.0', 'permissive', 'yes'],
  ['MPL-2.0', 'weak', 'yes'],
  ['LGPL-3.0', 'weak', 'yes'],
  ['GPL-3.0-or-later', 'copyleft', 'yes'],
  ['EUPL-1.1', 'copyleft', 'yes'],
  ['EUPL-1.2', 'network', 'yes'],
  ['AGPL-3.0', 'network', 'yes'],
  ['CC0-1.0', 'dedication', 'yes'],
  ['CC-BY-4.0', 'content', 'yes'],
  ['LicenseRef-FormSG', 'own', 'partly'],
  ['MIT OR Apache-2.0', 'several', 'partly'],
  ['GPL-2.0-only WITH Classpath-exception-2.0', 'copyleft', 'yes'],
  ['BUSL-1.1', 'other', 'partly'],
  ['not-open', 'notOpen', 'no'],
])('%s is %s: %s', (license, kind, answer) => {
  expect(licenseKind(license)).toBe(kind);
  expect(licenseAnswer(license)).toBe(answer);
});

test('an expression is found under each of its licences', () => {
  expect(licenseIds('(MIT OR Apache-2.0) AND CC-BY-4.0')).toEqual(['MIT', 'Apache-2.0', 'CC-BY-4.0']);
  expect(licenseIds('GPL-2.0-only WITH Classpath-exception-2.0')).toEqual(['GPL-2.0-only']);
  expect(licenseIds('MIT AND MIT')).toEqual(['MIT']);
});
