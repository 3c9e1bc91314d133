import { fillTemplate, inEnglish } from '../rules/english.ts';
import type { Words } from '../rules/phrase.ts';
import type { DataPath, Finding, Issue, IssueWords, RuleDefinition } from '../rules/rule.ts';
import type { Position } from './positions.ts';

/** A finding as people read it: with its severity, message and remedy, in English and as other languages make it. Throws where its rule has no such message. */
export function issueOf(finding: Finding, rules: ReadonlyMap<string, RuleDefinition>, place: Position): Issue {
  const rule = rules.get(finding.rule);
  const template = rule?.messages[finding.code];
  if (rule === undefined || template === undefined) throw new Error(`No message for ${finding.rule}/${finding.code}`);
  const path: DataPath = finding.path ?? [];
  const { code, values, found, expected, fix, file } = finding;
  const hint = finding.hint ?? { key: rule.hints?.[code] ? `rule.${rule.id}.hint.${code}` : `rule.${rule.id}.mend` };
  return {
    rule: rule.id,
    code,
    ...(values === undefined ? {} : { values }),
    severity: rule.severity,
    file,
    ...place,
    path,
    message: fillTemplate(template, values),
    ...(found === undefined ? {} : { found: inEnglish(found) }),
    ...(expected === undefined ? {} : { expected: inEnglish(expected) }),
    hint: finding.hint === undefined ? (rule.hints?.[code] ?? rule.doc.mend) : inEnglish(finding.hint),
    words: translatable({ found, expected, hint }),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** What is more than data. */
function translatable(words: Readonly<Record<keyof IssueWords, Words | undefined>>): IssueWords {
  return Object.fromEntries(Object.entries(words).filter(([, each]) => typeof each === 'object'));
}
