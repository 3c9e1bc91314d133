import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { amongFirst } from '../support/page-kind.ts';
import { faultsOf, pagesOf } from './pages.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Safari takes the role from a list without bullets: the role says again what it is.
    'no-redundant-role': 'off',
    // Any id without white space is valid: the data model's are the fields' own paths, as `terms[].label`.
    'valid-id': ['error', { relaxed: true }],
    // Names have up to 120 characters, and a title cut short would be worse.
    'long-title': 'off',
    // A technique, not the criterion: filters apply as they are chosen, so their form has nothing to submit.
    'wcag/h32': 'off',
  },
});

/** Of the large site some pages of each kind; of the small ones, which hold what is odd, all. */
const OF_EACH_KIND: Readonly<Record<string, number>> = { main: 15, arabic: Infinity, empty: Infinity, bare: 15 };

describe.each(Object.keys(OF_EACH_KIND))('the site “%s”', async (name) => {
  const isFirst = amongFirst(OF_EACH_KIND[name] ?? Infinity);
  const pages = (await pagesOf(name)).filter(({ file }) => isFirst(file));

  test(`is valid HTML on ${pages.length} pages of every kind`, () => {
    const faults = faultsOf(pages, ({ html, file }) =>
      validator
        .validateStringSync(html, file)
        .results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} at ${selector ?? 'the document'}`),
        ),
    );
    expect(faults).toEqual([]);
  });
});
