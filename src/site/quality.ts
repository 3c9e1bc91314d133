import type { LocalizedText } from '../i18n/localized.ts';
import type { Advice } from '../registry/advice.ts';
import { RULES_BY_ID } from '../rules/index.ts';
import { fillTemplate, type Severity } from '../rules/rule.ts';
import type { AnyRecord } from '../schema/registry.ts';
import type { Site } from './make-site.ts';
import { referenceText } from './reference-text.ts';

/** What one rule found. */
export interface RuleFindings {
  readonly rule: string;
  readonly severity: Severity;
  readonly findings: readonly Advice[];
}

/** What the rules found that is no error, by rule: warnings first, then what was found most often. */
export function findingsByRule(advice: readonly Advice[]): RuleFindings[] {
  return [...Map.groupBy(advice, ({ rule }) => rule)]
    .map(([rule, findings]) => ({ rule, severity: RULES_BY_ID.get(rule)?.severity ?? 'info', findings }))
    .toSorted(
      (a, b) =>
        Number(a.severity === 'info') - Number(b.severity === 'info') ||
        b.findings.length - a.findings.length ||
        (a.rule < b.rule ? -1 : 1),
    );
}

/** A finding's message in a language, or in English where a copy has not translated it. */
export function findingMessage({ rule, code, values }: Advice, lang: string, site: Site): LocalizedText {
  const template = referenceText(`rule.${rule}.message.${code}`, lang, site);
  return { ...template, text: fillTemplate(template.text, values) };
}

/** The record that stands in a file. */
export function recordsByFile(site: Site): ReadonlyMap<string, AnyRecord> {
  return new Map(site.registry.records.map((record) => [record.file, record]));
}
