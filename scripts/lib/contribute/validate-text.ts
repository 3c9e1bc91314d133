import { FOREIGN_RULES } from '../../../src/federation/foreign-rules.ts';
import { assembleRegistry } from '../../../src/registry/assemble.ts';
import { locateFindings } from '../../../src/registry/parse.ts';
import { parseSourceFile } from '../../../src/registry/source-file.ts';
import { checkRegistry, RULES_BY_ID } from '../../../src/rules/index.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';

const MAX_NAMED = 10;

/** Refuses a file that no copy would take: its shape, and the rules that hold for any record by itself. @throws UsageError */
export function refuseFaulty(file: string, text: string, today: string): void {
  const { registry, findings } = assembleRegistry([parseSourceFile(file, new TextEncoder().encode(text))]);
  const all = [...findings, ...checkRegistry(registry, { today }, FOREIGN_RULES)];
  const issues = locateFindings(all, RULES_BY_ID, () => text).filter(({ severity }) => severity === 'error');
  if (issues.length === 0) return;
  const lines = issues
    .slice(0, MAX_NAMED)
    .map(({ line, message, hint = '', rule }) => visible(`  ${file}:${line} ${message} ${hint} [${rule}]`));
  throw new UsageError(`What would be proposed has errors, and is not sent:\n${lines.join('\n')}`);
}
