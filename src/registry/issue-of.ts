import { type DataPath, type Finding, fillTemplate, type Issue, type RuleDefinition } from '../rules/rule.ts';
import type { Position } from './positions.ts';

/** A finding as people read it: with its severity, message and remedy, in English. Throws where its rule has no such message. */
export function issueOf(finding: Finding, rules: ReadonlyMap<string, RuleDefinition>, place: Position): Issue {
  const rule = rules.get(finding.rule);
  const template = rule?.messages[finding.code];
  if (rule === undefined || template === undefined) throw new Error(`No message for ${finding.rule}/${finding.code}`);
  const path: DataPath = finding.path ?? [];
  const { code, values, found, expected, hint, fix, file } = finding;
  return {
    rule: rule.id,
    code,
    ...(values === undefined ? {} : { values }),
    severity: rule.severity,
    file,
    ...place,
    path,
    message: fillTemplate(template, values),
    ...(found === undefined ? {} : { found }),
    ...(expected === undefined ? {} : { expected }),
    hint: hint ?? rule.hints?.[code] ?? rule.doc.mend,
    ...(fix === undefined ? {} : { fix }),
  };
}
