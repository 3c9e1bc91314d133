import { expect, test } from 'vitest';
import { areaOf } from './area.ts';

test.each([
  ['registry/projects/ca/forms.yaml', 'record'],
  ['registry/vocabularies/functions.ca.yaml', 'vocabulary'],
  ['registry/federation.lock/ca.json', 'written'],
  // How a copy looks and what it says is no record: who merges it is a person.
  ['registry/theme.css', 'settings'],
  ['registry/logo.svg', 'settings'],
  ['registry/pages/en/terms.mdx', 'settings'],
  ['registry/styles.css', 'record'],
  ['src/styles/tokens.css', 'code'],
])('%s belongs to: %s', (path, area) => {
  expect(areaOf(path, 'registry')).toBe(area);
});
