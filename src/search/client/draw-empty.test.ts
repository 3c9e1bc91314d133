import { expect, test } from 'vitest';
import en from '../../i18n/en.json' with { type: 'json' };
import { createTranslator } from '../../i18n/t.ts';
import { parseState } from '../state.ts';
import { drawEmpty } from './draw-empty.ts';
import type { SearchElements } from './elements.ts';

test('an empty result says what was asked with every sign in sight: an address may ask for anything', () => {
  const emptyText = { textContent: '' };
  const elements = { emptyText, waysOut: { hidden: false, replaceChildren: () => undefined } };
  const state = parseState(new URLSearchParams('q=a\u202eb'), []);
  drawEmpty(elements as unknown as SearchElements, state, [], new Map(), createTranslator('en', en));
  expect(emptyText.textContent).toBe('No project matches “a\\u{202e}b”.');
});
