import assert from 'node:assert/strict';
import { locateFindings } from '../../../src/registry/parse.ts';
import { RULES_BY_ID } from '../../../src/rules/index.ts';
import type { Finding, Issue } from '../../../src/rules/rule.ts';

/** Throws unless every finding has a message without gaps and a place inside the text. */
export function assertPlaced(findings: readonly Finding[], file: string, text: string): Issue[] {
  if (findings.length === 0) return [];
  const lines = text.split('\n');
  for (const { rule, code, values = {} } of findings) {
    const template = RULES_BY_ID.get(rule)?.messages[code] ?? '';
    for (const [, name = ''] of template.matchAll(/\{(\w+)\}/g))
      assert(name in values, `${rule}/${code} lacks {${name}}`);
  }
  const issues = locateFindings(findings, RULES_BY_ID, (name) => (name === file ? text : undefined));
  for (const { line, col, message } of issues) {
    assert.notEqual(message, '');
    assert(line >= 1 && line <= lines.length, `line ${line} of ${lines.length}`);
    assert(col >= 1 && col <= (lines[line - 1]?.length ?? 0) + 1, `column ${col} of line ${line}`);
  }
  return issues;
}
