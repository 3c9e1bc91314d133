import strings from 'big-list-of-naughty-strings/blns.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { RULES_BY_ID } from '../rules/index.ts';
import { findUnsafeCharacters } from '../schema/unsafe-characters.ts';
import { formatRecord, YAML_STYLE } from './format.ts';
import { locateFindings, parseRecordFile } from './parse.ts';

const MAX_SUMMARY = 160;
const encoder = new TextEncoder();
let [accepted, refused] = [0, 0];

/** The rules that a text breaks by what it is, worked out without the program’s parser. */
function expected(text: string): string[] {
  if (findUnsafeCharacters(text).length > 0) return ['unsafe-character'];
  if (text === '' || [...text].length > MAX_SUMMARY) return ['text-length'];
  return text.trim() === text && !text.includes('\n') ? [] : ['wrong-value'];
}

/** The string as a summary, in double quotes as the form writes it or as the library chooses. */
function record(summary: string, defaultStringType: 'PLAIN' | 'QUOTE_DOUBLE'): string {
  const data = {
    schemaVersion: 1,
    name: 'Post',
    summary: { en: summary },
    type: 'service',
    status: 'stable',
    functions: ['x'],
    owner: 'int/x',
    website: 'https://post.example.org/',
  };
  return stringify(data, { ...YAML_STYLE, defaultStringType, defaultKeyType: 'PLAIN' });
}

test.each(strings.map((text, index) => [index, text] as const))('naughty string %i', (_, text) => {
  for (const style of ['PLAIN', 'QUOTE_DOUBLE'] as const) {
    const file = record(text, style);
    const result = parseRecordFile('f', 'project', encoder.encode(file));
    const issues = locateFindings(result.findings, RULES_BY_ID, () => file);
    const rules = new Set(issues.map(({ rule }) => rule));
    const [rule] = expected(text);
    if (rule === undefined) {
      expect(issues).toEqual([]);
      expect(result.data).toMatchObject({ summary: { en: text } });
      expect(formatRecord('project', file)).toBeDefined();
    } else {
      expect(rules).toContain(rule);
      for (const { line } of issues) expect(line).toBeGreaterThanOrEqual(3);
    }
  }
  if (expected(text).length === 0) accepted++;
  else refused++;
});

test(`${strings.length} naughty strings are handled as specified`, () => {
  expect(accepted + refused).toBe(strings.length);
  expect(accepted).toBeGreaterThan(refused);
  console.info(
    `naughty strings: ${accepted + refused} of ${strings.length} as specified (${accepted} accepted, ${refused} refused)`,
  );
});
