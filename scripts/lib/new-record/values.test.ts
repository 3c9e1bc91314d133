import { expect, test } from 'vitest';
import type { ExtensionField, RegistryConfig } from '../../../src/schema/config.ts';
import { assign, type Data } from './values.ts';

const field = (key: string, type: ExtensionField['type']): ExtensionField => ({
  key,
  type,
  kinds: ['project'],
  label: { en: key },
});
const config: Partial<RegistryConfig> = {
  extensions: {
    dj: [field('free', 'boolean'), field('seats', 'number'), field('hours', 'choices'), field('code', 'text')],
  },
};

test('what a copy adds is typed as its settings say', () => {
  const data: Data = {};
  for (const text of ['free=true', 'seats=1.5', 'hours=day, night', 'code=007', 'unknown=true'])
    assign('project', data, `extensions.dj.${text}`, config);
  expect(data).toEqual({
    extensions: { dj: { free: true, seats: 1.5, hours: ['day', 'night'], code: '007', unknown: 'true' } },
  });
});
