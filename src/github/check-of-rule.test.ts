import { expect, test } from 'vitest';
import { DOCUMENTED_RULES } from '../rules/index.ts';
import { checkOfRule, RULES_OF_CHECK } from './check-of-rule.ts';

test('every rule belongs to one check, and no check names a rule that is none', () => {
  const named = Object.values(RULES_OF_CHECK).flat();
  expect(named.toSorted()).toEqual(DOCUMENTED_RULES.map(({ id }) => id).toSorted());
  expect(checkOfRule('similar-name')).toBe('similarity');
});
