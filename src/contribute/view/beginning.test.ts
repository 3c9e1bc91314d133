import { expect, test } from 'vitest';
import en from '../../i18n/en.json' with { type: 'json' };
import { createTranslator } from '../../i18n/t.ts';
import { openFailure, openingOf } from './beginning.ts';
import type { PageData } from './page-data.ts';

test('an address that asks for nothing known is quoted short, with every sign in sight', async () => {
  const opening = openingOf(`?correct=project:ca/\u202e${'x'.repeat(200)}`) ?? expect.fail('no opening');
  const error = await opening({} as PageData).catch((reason: unknown) => reason);
  const text = openFailure(error, createTranslator('en', en));
  expect(text).toMatch(/ca\/\\u\{202e\}x{50}/);
  expect(text).not.toContain('\u202e');
  expect(text.length).toBeLessThan(200);
});
