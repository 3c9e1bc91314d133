import { expect, test } from 'vitest';
import { RULES_BY_ID } from '../rules/index.ts';
import { decodeText } from './bytes.ts';
import { refusals, SUITE, type SuiteCase } from './fixtures/yaml-suite.ts';
import { formatRecord } from './format.ts';
import { locateFindings, parseRecordFile } from './parse.ts';
import { readYaml } from './yaml.ts';

const encoder = new TextEncoder();
const handled = { error: 0, equal: 0, refused: 0 };

function read(text: string) {
  const decoded = decodeText('f', encoder.encode(text));
  const { value, findings } =
    decoded.text === undefined ? { value: undefined, findings: [] } : readYaml('f', decoded.text);
  return { value, findings: [...decoded.findings, ...findings] };
}

/** What the suite says that the text is; a stream without a document holds nothing. */
function meant({ json }: SuiteCase): unknown {
  expect(json, 'a value that JSON can write').toBeDefined();
  return json?.trim() ? JSON.parse(json) : null;
}

test.each(SUITE)('$id', (text) => {
  const { value, findings } = read(text.yaml);
  const issues = locateFindings(findings, RULES_BY_ID, () => text.yaml);
  const lines = text.yaml.split('\n');
  for (const { line, col } of issues) expect(col).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);

  const rules = [...new Set(issues.map(({ rule }) => rule))];
  const wanted = refusals(text);
  if (text.fail) {
    expect(rules).not.toEqual([]);
    handled.error++;
  } else if (wanted.size > 0) {
    expect(rules).not.toEqual([]);
    expect(rules.filter((rule) => !wanted.has(rule))).toEqual([]);
    handled.refused++;
  } else {
    expect(issues).toEqual([]);
    expect(value).toEqual(meant(text));
    handled.equal++;
  }

  expect(parseRecordFile('f', 'project', encoder.encode(text.yaml)).data).toBeUndefined();
  const formatted = formatRecord('project', text.yaml);
  if (formatted !== undefined) expect(read(formatted)).toEqual({ value, findings: [] });
});

test(`${SUITE.length} texts of yaml-test-suite are handled as specified`, () => {
  const { error, equal, refused } = handled;
  expect(error + equal + refused).toBe(SUITE.length);
  console.info(
    `yaml-test-suite: ${error + equal + refused} of ${SUITE.length} as specified (${equal} read as the suite says, ${refused} refused by a rule, ${error} refused as errors)`,
  );
});
